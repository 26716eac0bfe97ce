// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeengine.h"

#include <QCoreApplication>
#include <QMutexLocker>
#include <QThread>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

// The thread sanitizer does not see that a QThread was waited for; it sees the lock.
FakeEngine::~FakeEngine()
{
    const QMutexLocker lock(&m_mutex);
}

void FakeEngine::noteThread() const
{
    if (QThread::currentThread() == QCoreApplication::instance()->thread())
        m_wasCalledOnGuiThread = true;
}

void FakeEngine::putLocked(Job job)
{
    job.revision = ++m_revision;
    m_jobs.removeIf([&](const Job &other) { return other.id == job.id; });
    m_jobs << job;
}

Job *FakeEngine::find(const QString &id)
{
    const auto found
        = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const Job &job) { return job.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

void FakeEngine::put(Job job)
{
    const QMutexLocker lock(&m_mutex);
    putLocked(std::move(job));
}

QList<Job> FakeEngine::all() const
{
    const QMutexLocker lock(&m_mutex);
    return {m_jobs.constBegin(), m_jobs.constEnd()}; // shared, it would detach without the lock
}

void FakeEngine::breakWith(const std::optional<Error> &error)
{
    const QMutexLocker lock(&m_mutex);
    m_error = error;
}

void FakeEngine::fillQueue()
{
    const QMutexLocker lock(&m_mutex);
    m_isFull = true;
}

void FakeEngine::setLog(const QString &id, const QStringList &lines)
{
    const QMutexLocker lock(&m_mutex);
    m_logs.insert(id, lines);
}

bool FakeEngine::wasCalledOnGuiThread() const
{
    const QMutexLocker lock(&m_mutex);
    return m_wasCalledOnGuiThread;
}

void FakeEngine::setBeforeSubmit(std::function<void()> what)
{
    const QMutexLocker lock(&m_mutex);
    m_beforeSubmit = std::move(what);
}

QList<Result<Submitted>> FakeEngine::submitAll(const QList<NewJob> &jobs)
{
    QList<Result<Submitted>> outcomes;
    for (const NewJob &job : jobs)
        outcomes << accept(job);
    return outcomes;
}

Result<Submitted> FakeEngine::accept(const NewJob &job)
{
    std::function<void()> before;
    {
        const QMutexLocker lock(&m_mutex);
        before = m_beforeSubmit;
    }
    if (before)
        before();
    const QMutexLocker lock(&m_mutex);
    noteThread();
    if (m_error)
        return *m_error;
    if (m_isFull)
        return Submitted{Submitted::Outcome::QueueFull, {}};
    putLocked({.id = job.id,
               .request = job.request,
               .stage = firstStage(job.request),
               .createdAt = 1,
               .place = static_cast<double>(m_revision + 1)});
    return Submitted{Submitted::Outcome::Accepted, job.id};
}

Result<CancelOutcome> FakeEngine::cancel(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    noteThread();
    if (m_error)
        return *m_error;
    const Job *job = find(id);
    if (!job)
        return CancelOutcome::NotFound;
    if (isTerminal(job->state))
        return CancelOutcome::AlreadyEnded;
    Job next = *job;
    next.state = job->state == JobState::Running ? JobState::Stopping : JobState::Cancelled;
    putLocked(next);
    return next.state == JobState::Stopping ? CancelOutcome::Stopping : CancelOutcome::Cancelled;
}

Result<RetryOutcome> FakeEngine::retry(const QString &id, const QByteArray &sealedToken)
{
    const QMutexLocker lock(&m_mutex);
    noteThread();
    if (m_error)
        return *m_error;
    const Job *job = find(id);
    if (!job)
        return RetryOutcome::NotFound;
    if (!mayRunAgain(*job))
        return RetryOutcome::NotEnded;
    if (!job->request.source.isLocal() && sealedToken.isEmpty())
        return RetryOutcome::NeedsToken;
    Job next = *job;
    next.state = JobState::Waiting;
    next.error.reset();
    putLocked(next);
    return RetryOutcome::Ok;
}

Result<void> FakeEngine::remove(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    noteThread();
    if (m_error)
        return *m_error;
    const Job *job = find(id);
    if (!job)
        return Error{ErrorCode::NotFound, u"There is no such job"_s};
    if (!isTerminal(job->state))
        return Error{ErrorCode::Conflict, u"The job has not ended"_s};
    m_jobs.removeIf([&](const Job &other) { return other.id == id; });
    m_removals << Removal{++m_revision, id};
    return {};
}

Result<std::optional<Job>> FakeEngine::get(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    noteThread();
    const Job *job = find(id);
    return job ? std::optional<Job>(*job) : std::optional<Job>();
}

Result<JobPage> FakeEngine::list(const JobFilter &, qint64, int)
{
    const QMutexLocker lock(&m_mutex);
    noteThread();
    return JobPage{m_jobs, 0};
}

Result<QList<Job>> FakeEngine::changes(qint64 since, int limit)
{
    const QMutexLocker lock(&m_mutex);
    noteThread();
    if (m_error)
        return *m_error;
    QList<Job> changed;
    for (const Job &job : m_jobs) { // in the order of their revisions: putLocked() appends
        if (job.revision > since && changed.size() < limit)
            changed << job;
    }
    return changed;
}

Result<QList<Removal>> FakeEngine::removals(qint64 since, int limit)
{
    const QMutexLocker lock(&m_mutex);
    return EngineStub::removals(since, limit);
}

Result<QueueStats> FakeEngine::stats()
{
    return QueueStats{};
}

Result<void> FakeEngine::steer(const QString &id, const std::function<bool(Job &)> &change)
{
    const QMutexLocker lock(&m_mutex);
    noteThread();
    if (m_error)
        return *m_error;
    const Job *job = find(id);
    if (!job)
        return Error{ErrorCode::NotFound, u"There is no such job"_s};
    Job next = *job;
    if (!change(next))
        return Error{ErrorCode::Conflict, u"The job's state does not allow it"_s};
    putLocked(next);
    return {};
}

Result<void> FakeEngine::pause(const QString &id)
{
    return steer(id, [](Job &job) {
        job.pauseWanted = job.state == JobState::Running;
        const bool isPossible = job.pauseWanted || isQueued(job.state);
        if (isQueued(job.state))
            job.state = JobState::Paused;
        return isPossible;
    });
}

Result<void> FakeEngine::resume(const QString &id)
{
    return steer(id, [](Job &job) {
        job.pauseWanted = false;
        if (job.state == JobState::Paused)
            job.state = JobState::Waiting;
        return !isTerminal(job.state);
    });
}

Result<void> FakeEngine::setOptions(const QString &id, const ConversionOptions &options)
{
    return steer(id, [&](Job &job) {
        job.request.options = options;
        return mayChangeOptions(job);
    });
}

/// Top and Bottom as the engine does it, Up and Down by a swap with the neighbour.
Result<void> FakeEngine::move(const QString &id, QueueMove where)
{
    QList<Job> queued;
    for (const Job &job : all()) {
        if (isQueued(job.state))
            queued << job;
    }
    std::sort(
        queued.begin(), queued.end(), [](const Job &a, const Job &b) { return a.place < b.place; });
    const auto at
        = std::find_if(queued.begin(), queued.end(), [&](const Job &job) { return job.id == id; });
    const bool isUp = where == QueueMove::Up;
    if (at != queued.end() && (isUp || where == QueueMove::Down)) {
        if (at == (isUp ? queued.begin() : queued.end() - 1))
            return {};
        std::swap(at->place, (isUp ? at - 1 : at + 1)->place);
        put(*at);
        put(*(isUp ? at - 1 : at + 1));
        return {};
    }
    return steer(id, [&](Job &job) {
        if (!isQueued(job.state))
            return false;
        job.place = where == QueueMove::Top ? queued.first().place - 1 : queued.last().place + 1;
        return true;
    });
}

Result<QueueState> FakeEngine::queue()
{
    const QMutexLocker lock(&m_mutex);
    noteThread();
    if (m_error)
        return *m_error;
    return QueueState{.isPaused = m_isPaused};
}

Result<void> FakeEngine::setQueuePaused(bool paused)
{
    const QMutexLocker lock(&m_mutex);
    noteThread();
    if (m_error)
        return *m_error;
    m_isPaused = paused;
    return {};
}

void FakeEngine::setWorkers(const QList<WorkerInfo> &workers)
{
    const QMutexLocker lock(&m_mutex);
    m_workers = workers;
}

Result<QList<WorkerInfo>> FakeEngine::workers()
{
    const QMutexLocker lock(&m_mutex);
    noteThread();
    return m_error ? Result<QList<WorkerInfo>>(*m_error) : m_workers;
}

Result<QStringList> FakeEngine::log(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    noteThread();
    if (m_error)
        return *m_error;
    return m_logs.value(id);
}

} // namespace createzoom
