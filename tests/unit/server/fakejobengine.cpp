// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/fakejobengine.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

void FakeJobEngine::put(const Job &job)
{
    const QMutexLocker locker(&m_mutex);
    const auto found = m_index.constFind(job.id);
    if (found != m_index.constEnd()) {
        m_jobs[*found] = job;
        return;
    }
    m_index.insert(job.id, m_jobs.size());
    m_jobs.append(job);
}

QList<Job> FakeJobEngine::all() const
{
    const QMutexLocker locker(&m_mutex);
    return m_jobs;
}

void FakeJobEngine::setFailure(const std::optional<Error> &failure)
{
    const QMutexLocker locker(&m_mutex);
    m_failure = failure;
}

void FakeJobEngine::setQueueLimit(qint64 limit)
{
    const QMutexLocker locker(&m_mutex);
    m_queueLimit = limit;
}

void FakeJobEngine::setBeforeSubmit(const std::function<void()> &call)
{
    const QMutexLocker locker(&m_mutex);
    m_beforeSubmit = call;
}

Result<Submitted> FakeJobEngine::submit(const NewJob &job,
                                        const std::optional<IdempotencyKey> & /*key*/)
{
    std::function<void()> before;
    {
        const QMutexLocker locker(&m_mutex);
        if (m_failure)
            return *m_failure;
        if (m_jobs.size() >= m_queueLimit)
            return Submitted{Submitted::Outcome::QueueFull, {}};
        before = m_beforeSubmit;
    }
    if (before)
        before();
    put({.id = job.id,
         .request = job.request,
         .stage = firstStage(job.request),
         .createdAt = 1'795'000'000'000,
         .updatedAt = 1'795'000'000'000});
    return Submitted{Submitted::Outcome::Accepted, job.id};
}

Result<std::optional<Job>> FakeJobEngine::get(const QString &id)
{
    ++m_lookups;
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    const auto found = m_index.constFind(id);
    return found == m_index.constEnd() ? std::optional<Job>() : m_jobs.at(*found);
}

/// Newest first; a cursor is one more than the index of the next job.
Result<JobPage> FakeJobEngine::list(const JobFilter &filter, qint64 cursor, int limit)
{
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    JobPage page;
    qint64 next = cursor == 0 ? m_jobs.size() : cursor;
    for (; next > 0 && page.jobs.size() < limit; --next) {
        const Job &job = m_jobs.at(next - 1);
        if (!filter.bucketJobsOnly || !job.request.source.isLocal())
            page.jobs << job;
    }
    page.nextCursor = next;
    return page;
}

Result<void> FakeJobEngine::health()
{
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    return {};
}

Result<QueueStats> FakeJobEngine::stats()
{
    return QueueStats{.waiting = all().size()};
}

} // namespace createzoom
