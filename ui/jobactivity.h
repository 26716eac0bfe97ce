// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace createzoom {

/// What goes on among the jobs of this machine, from a JobWatcher's news: how many run, and what
/// ended while somebody looked. GUI thread.
class JobActivity : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// To be connected to JobWatcher::jobsChanged.
    void note(const QList<Job> &jobs);
    /// To be connected to JobWatcher::jobsRemoved: some end and go between two looks.
    void forget(const QStringList &ids);

    int running() const { return m_running; }
    int open() const { return m_open; } ///< not ended, the running ones too

Q_SIGNALS:
    void runningChanged(int running);
    /// It was seen before it ended: jobs that had ended when the program started are no news.
    void jobEnded(const createzoom::Job &job);
    /// The last open job has ended.
    void allEnded();

private:
    void count(const QList<Job> &ended);

    QHash<QString, JobState> m_states{}; ///< of jobs that have not ended
    int m_running = 0;
    int m_open = 0;
};

} // namespace createzoom
