// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/job.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

namespace createzoom {

/// What goes on among the jobs of this machine, from a JobWatcher's news: how many run, and what
/// ended while somebody looked. GUI thread.
class JobActivity : public QObject
{
    Q_OBJECT

public:
    explicit JobActivity(const Clock &clock = systemClock(), QObject *parent = nullptr);

    /// To be connected to JobWatcher::jobsChanged.
    void note(const QList<Job> &jobs);
    /// To be connected to JobWatcher::jobsRemoved: some end and go between two looks.
    void forget(const QStringList &ids);

    int running() const { return m_running; }
    int open() const { return m_open; } ///< not ended, the running ones too

Q_SIGNALS:
    void runningChanged(int running);
    /// Also of a job that came and ended between two looks; jobs that had ended when the program
    /// started are no news.
    void jobEnded(const createzoom::Job &job);
    /// The last open job has ended, or all that came since the last look have.
    void allEnded();

private:
    bool isNews(const Job &ended);
    void count(const QList<Job> &ended);

    const qint64 m_since; ///< UTC milliseconds
    QSet<QString> m_told{}; ///< ids of jobs that ended since
    QHash<QString, JobState> m_states{}; ///< of jobs that have not ended
    int m_running = 0;
    int m_open = 0;
};

} // namespace createzoom
