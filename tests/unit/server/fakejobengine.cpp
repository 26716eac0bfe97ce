// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/fakejobengine.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Error notPlayed()
{
    return {ErrorCode::Internal, u"The fake does not play this"_s};
}

} // namespace

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

Result<std::optional<Claim>> FakeJobEngine::claim(const QList<Stage> & /*stages*/,
                                                  const QString & /*worker*/,
                                                  std::chrono::milliseconds /*wait*/,
                                                  std::stop_token /*stop*/)
{
    return notPlayed();
}

Result<Beat> FakeJobEngine::beat(const Claim & /*claim*/,
                                 const std::optional<StepProgress> & /*progress*/)
{
    return notPlayed();
}

Result<Fence>
FakeJobEngine::advance(const Claim & /*claim*/, Stage /*next*/, const Artifact & /*artifact*/)
{
    return notPlayed();
}

Result<Fence> FakeJobEngine::complete(const Claim & /*claim*/,
                                      const QString & /*result*/,
                                      const QStringList & /*warnings*/,
                                      JobState /*state*/)
{
    return notPlayed();
}

Result<Fence> FakeJobEngine::fail(const Claim & /*claim*/,
                                  const Error & /*error*/,
                                  std::optional<std::chrono::milliseconds> /*retryIn*/)
{
    return notPlayed();
}

Result<Fence> FakeJobEngine::release(const Claim & /*claim*/,
                                     const std::optional<Error> & /*reason*/,
                                     std::chrono::milliseconds /*blockedFor*/)
{
    return notPlayed();
}

Result<Fence> FakeJobEngine::sendBack(const Claim & /*claim*/, Stage /*stage*/)
{
    return notPlayed();
}

Result<int> FakeJobEngine::reconcile(const QString & /*worker*/, const QStringList & /*running*/)
{
    return notPlayed();
}

Result<CancelOutcome> FakeJobEngine::cancel(const QString & /*id*/)
{
    return notPlayed();
}

Result<RetryOutcome> FakeJobEngine::retry(const QString & /*id*/,
                                          const QByteArray & /*sealedToken*/)
{
    return notPlayed();
}

Result<void> FakeJobEngine::remove(const QString & /*id*/)
{
    return notPlayed();
}

Result<QList<Job>> FakeJobEngine::changes(qint64 /*since*/, int /*limit*/)
{
    return notPlayed();
}

Result<QStringList> FakeJobEngine::unfinishedIds()
{
    return notPlayed();
}

Result<void> FakeJobEngine::appendLog(const QString & /*id*/, const QStringList & /*lines*/)
{
    return notPlayed();
}

Result<QStringList> FakeJobEngine::log(const QString & /*id*/)
{
    return notPlayed();
}

Result<void> FakeJobEngine::tick()
{
    return {};
}

} // namespace createzoom
