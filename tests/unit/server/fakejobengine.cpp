// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/fakejobengine.h"

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

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

std::optional<QueueMove> FakeJobEngine::lastMove() const
{
    const QMutexLocker locker(&m_mutex);
    return m_lastMove;
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

QList<Result<Submitted>> FakeJobEngine::submitAll(const QList<NewJob> &jobs)
{
    QList<Result<Submitted>> outcomes;
    for (const NewJob &job : jobs)
        outcomes << accept(job);
    return outcomes;
}

Result<Submitted> FakeJobEngine::accept(const NewJob &job)
{
    const std::optional<IdempotencyKey> &key = job.key;
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
    m_lastOrder = filter.order;
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

std::optional<quint64> FakeJobEngine::changeCount() const
{
    const QMutexLocker locker(&m_mutex);
    return m_countsChanges ? std::optional(quint64(m_revision)) : std::nullopt;
}

Result<QList<Removal>> FakeJobEngine::removals(qint64 since, int limit)
{
    const QMutexLocker locker(&m_mutex);
    return EngineStub::removals(since, limit);
}

Result<QueueStats> FakeJobEngine::stats()
{
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    QueueStats stats{.waiting = m_jobs.size(), .queues = m_queues, .revision = m_revision};
    for (const Job &job : m_jobs)
        ++stats.byState[job.state];
    return stats;
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
    if (!mayRunAgain(*job))
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
    m_removals << Removal{++m_revision, id};
    m_index.clear();
    for (qsizetype i = 0; i < m_jobs.size(); ++i)
        m_index.insert(m_jobs.at(i).id, i);
    return {};
}

Result<void> FakeJobEngine::steer(const QString &id, const std::function<bool(Job &)> &change)
{
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    Job *const job = find(id);
    if (!job)
        return Error{ErrorCode::NotFound, u"There is no such job"_s};
    Job next = *job;
    if (!change(next))
        return Error{ErrorCode::Conflict, u"The job's state does not allow it"_s};
    *job = next;
    touch(*job, next.state);
    return {};
}

Result<void> FakeJobEngine::pause(const QString &id)
{
    return steer(id, [](Job &job) {
        if (job.state == JobState::Waiting)
            job.state = JobState::Paused;
        job.pauseWanted = job.state == JobState::Running;
        return !isTerminal(job.state);
    });
}

Result<void> FakeJobEngine::resume(const QString &id)
{
    return steer(id, [](Job &job) {
        if (job.state == JobState::Paused)
            job.state = JobState::Waiting;
        job.pauseWanted = false;
        return !isTerminal(job.state);
    });
}

Result<void> FakeJobEngine::move(const QString &id, QueueMove where)
{
    return steer(id, [this, where](Job &job) {
        m_lastMove = where;
        constexpr double far = 1e6;
        job.place = where == QueueMove::Top || where == QueueMove::Up ? -far : far;
        return job.state == JobState::Waiting;
    });
}

Result<void> FakeJobEngine::setOptions(const QString &id, const ConversionOptions &options)
{
    return steer(id, [&options](Job &job) {
        const bool isAllowed = mayChangeOptions(job);
        job.request.options = options;
        return isAllowed;
    });
}

Result<QueueState> FakeJobEngine::queue()
{
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    return QueueState{.isPaused = m_isPaused};
}

Result<void> FakeJobEngine::setQueuePaused(bool paused)
{
    const QMutexLocker locker(&m_mutex);
    if (m_failure)
        return *m_failure;
    m_isPaused = paused;
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
