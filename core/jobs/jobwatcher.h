// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/jobs/job.h"

#include <QList>
#include <QObject>

#include <chrono>

class QTimer;

namespace createzoom {

class JobService;

/// Follows the jobs of a service for somebody who shows them: asks for changes in an interval and
/// hands them over as values. Owned by who shows; lives on a thread of its own (moveToThread),
/// because the service blocks. Removed jobs are not in the changes: who removes one knows.
class JobWatcher : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds defaultInterval{250};

    explicit JobWatcher(JobService &jobs, std::chrono::milliseconds interval = defaultInterval);

    /// On the watcher's thread (QThread::started): tells of every job there is, then of each
    /// change.
    void start();

Q_SIGNALS:
    void jobsChanged(const QList<createzoom::Job> &jobs);
    /// Once per outage; what is known stays shown.
    void connectionLost(const createzoom::Error &error);
    void connectionRestored();

private:
    void poll();

    JobService &m_jobs;
    QTimer *m_timer = nullptr;
    qint64 m_revision = 0;
    bool m_connected = true;
};

} // namespace createzoom
