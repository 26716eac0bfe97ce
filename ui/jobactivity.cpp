// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobactivity.h"

#include <algorithm>

namespace createzoom {

JobActivity::JobActivity(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_since(clock())
{}

void JobActivity::note(const QList<Job> &jobs)
{
    QList<Job> ended;
    for (const Job &job : jobs) {
        if (!isTerminal(job.state)) {
            m_states.insert(job.id, job.state);
            m_told.remove(job.id); // it runs again
        } else if (isNews(job)) {
            ended << job;
            m_told.insert(job.id);
        }
    }
    count(ended);
}

/// What is told of a job may change after its end, too.
bool JobActivity::isNews(const Job &ended)
{
    const bool wasOpen = m_states.remove(ended.id);
    return wasOpen || (ended.endedAt >= m_since && !m_told.contains(ended.id));
}

void JobActivity::forget(const QStringList &ids)
{
    for (const QString &id : ids) {
        m_states.remove(id);
        m_told.remove(id);
    }
    count({});
}

void JobActivity::count(const QList<Job> &ended)
{
    const bool wasBusy = m_open > 0;
    const int ranBefore = m_running;
    m_open = static_cast<int>(m_states.size());
    m_running = static_cast<int>(std::count_if(m_states.begin(), m_states.end(), &isHeld));
    for (const Job &job : ended)
        Q_EMIT jobEnded(job);
    if (m_running != ranBefore)
        Q_EMIT runningChanged(m_running);
    if ((wasBusy || !ended.isEmpty()) && m_open == 0)
        Q_EMIT allEnded();
}

} // namespace createzoom
