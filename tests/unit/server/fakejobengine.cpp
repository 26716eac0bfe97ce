// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/fakejobengine.h"

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Error notPlayed()
{
    return {ErrorCode::Internal, u"The fake does not play this"_s};
}

} // namespace

void FakeJobEngine::put(Job job)
{
    const QMutexLocker locker(&m_mutex);
    job.revision = ++m_revision;
    const auto found = m_index.constFind(job.id);
    if (found != m_index.constEnd()) {
        m_jobs[*found] = job;
        return;
    }
    m_index.insert(job.id, m_jobs.size());
    m_jobs.append(job);
}

Job *FakeJobEngine::find(const QString &id)
{
    const auto found = m_index.constFind(id);
    return found == m_index.constEnd() ? nullptr : &m_jobs[*found];
}

void FakeJobEngine::touch(Job &job, JobState state)
{
    job.state = state;
    job.revision = ++m_revision;
}

void FakeJobEngine::setLog(const QStringList &lines)
{
    const QMutexLocker locker(&m_mutex);
    m_log = lines;
}

QByteArray FakeJobEngine::retriedWith() const
{
    const QMutexLocker locker(&m_mutex);
    return m_retriedWith;
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

Result<Submitted> FakeJobEngine::submit(const NewJob &job, const std::optional<IdempotencyKey> &key)
{
    std::function<void()> before;
    {
        const QMutexLocker locker(&m_mutex);
        if (m_failure)
            return *m_failure;
        if (m_jobs.size() >= m_queueLimit)
            return Submitted{Submitted::Outcome::QueueFull, {}};
        for (auto known = m_keys.begin(); key && known != m_keys.end(); ++known) {
            if (known->key == key->key)
                return known->bodyHash == key->bodyHash
                    ? Submitted{Submitted::Outcome::Duplicate, known.key()}
                    : Submitted{Submitted::Outcome::KeyReused, {}};
        }
        if (key)
            m_keys.insert(job.id, *key);
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
        const bool isWanted = filter.states.isEmpty() || filter.states.contains(job.state);
        if (isWanted && (!filter.bucketJobsOnly || !job.request.source.isLocal()))
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
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    QueueStats stats{.waiting = m_jobs.size(), .revision = m_revision};
    for (const Job &job : m_jobs)
        ++stats.byState[job.state];
    return stats;
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

Result<CancelOutcome> FakeJobEngine::cancel(const QString &id)
{
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    Job *const job = find(id);
    if (!job)
        return CancelOutcome::NotFound;
    if (isTerminal(job->state))
        return CancelOutcome::AlreadyEnded;
    const bool isHeld = job->state == JobState::Running || job->state == JobState::Stopping;
    touch(*job, isHeld ? JobState::Stopping : JobState::Cancelled);
    return isHeld ? CancelOutcome::Stopping : CancelOutcome::Cancelled;
}

Result<RetryOutcome> FakeJobEngine::retry(const QString &id, const QByteArray &sealedToken)
{
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    Job *const job = find(id);
    if (!job)
        return RetryOutcome::NotFound;
    if (job->state != JobState::Failed && job->state != JobState::Cancelled)
        return RetryOutcome::NotEnded;
    if (sealedToken.isEmpty() && !job->request.submitter.isEmpty())
        return RetryOutcome::NeedsToken;
    m_retriedWith = sealedToken;
    touch(*job, JobState::Waiting);
    return RetryOutcome::Ok;
}

Result<void> FakeJobEngine::remove(const QString &id)
{
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    const Job *const job = find(id);
    if (!job)
        return Error{ErrorCode::NotFound, u"There is no such job"_s};
    if (!isTerminal(job->state))
        return Error{ErrorCode::Conflict, u"The job has not ended"_s};
    m_jobs.remove(m_index.value(id));
    m_index.clear();
    for (qsizetype i = 0; i < m_jobs.size(); ++i)
        m_index.insert(m_jobs.at(i).id, i);
    return {};
}

Result<QList<Job>> FakeJobEngine::changes(qint64 since, int limit)
{
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    QList<Job> changed;
    std::copy_if(m_jobs.begin(),
                 m_jobs.end(),
                 std::back_inserter(changed),
                 [since](const Job &job) { return job.revision > since; });
    std::sort(changed.begin(), changed.end(), [](const Job &a, const Job &b) {
        return a.revision < b.revision;
    });
    return changed.first(std::min<qsizetype>(limit, changed.size()));
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
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    return m_log;
}

Result<void> FakeJobEngine::tick()
{
    return {};
}

} // namespace createzoom
