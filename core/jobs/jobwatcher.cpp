// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobwatcher.h"

#include "core/jobs/jobservice.h"

#include <QTimer>

namespace createzoom {

namespace {

constexpr int pageSize = 500;

} // namespace

JobWatcher::JobWatcher(JobService &jobs, std::chrono::milliseconds interval)
    : m_jobs(jobs)
    , m_timer(new QTimer(this))
{
    m_timer->setInterval(interval);
    connect(m_timer, &QTimer::timeout, this, &JobWatcher::poll);
}

void JobWatcher::start()
{
    poll();
    m_timer->start();
}

void JobWatcher::poll()
{
    while (true) {
        const Result<QList<Job>> changed = m_jobs.changes(m_revision, pageSize);
        if (changed.has_value() != m_connected) {
            m_connected = changed.has_value();
            if (m_connected)
                Q_EMIT connectionRestored();
            else
                Q_EMIT connectionLost(changed.error());
        }
        if (!changed || changed->isEmpty())
            return;
        m_revision = changed->last().revision;
        Q_EMIT jobsChanged(*changed);
        if (changed->size() < pageSize)
            return;
    }
}

} // namespace createzoom
