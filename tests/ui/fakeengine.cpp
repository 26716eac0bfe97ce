// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeengine.h"

#include <QCoreApplication>
#include <QMutexLocker>
#include <QThread>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const Error noWorkers{ErrorCode::Internal, u"The fake engine has no workers"_s};

} // namespace

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
    return m_jobs;
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

bool FakeEngine::wasCalledOnGuiThread() const
{
    const QMutexLocker lock(&m_mutex);
    return m_wasCalledOnGuiThread;
}

Result<Submitted> FakeEngine::submit(const NewJob &job, const std::optional<IdempotencyKey> &)
{
    const QMutexLocker lock(&m_mutex);
    noteThread();
    if (m_error)
        return *m_error;
    if (m_isFull)
        return Submitted{Submitted::Outcome::QueueFull, {}};
    putLocked(
        {.id = job.id, .request = job.request, .stage = firstStage(job.request), .createdAt = 1});
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
    if (job->state != JobState::Failed && job->state != JobState::Cancelled)
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

Result<QueueStats> FakeEngine::stats()
{
    return QueueStats{};
}

Result<std::optional<Claim>>
FakeEngine::claim(const QList<Stage> &, const QString &, std::chrono::milliseconds, std::stop_token)
{
    return noWorkers;
}

Result<Beat> FakeEngine::beat(const Claim &, const std::optional<StepProgress> &)
{
    return noWorkers;
}

Result<Fence> FakeEngine::advance(const Claim &, Stage, const Artifact &)
{
    return noWorkers;
}

Result<Fence> FakeEngine::complete(const Claim &, const QString &, const QStringList &, JobState)
{
    return noWorkers;
}

Result<Fence>
FakeEngine::fail(const Claim &, const Error &, std::optional<std::chrono::milliseconds>)
{
    return noWorkers;
}

Result<Fence>
FakeEngine::release(const Claim &, const std::optional<Error> &, std::chrono::milliseconds)
{
    return noWorkers;
}

Result<Fence> FakeEngine::sendBack(const Claim &, Stage)
{
    return noWorkers;
}

Result<int> FakeEngine::reconcile(const QString &, const QStringList &)
{
    return noWorkers;
}

Result<QStringList> FakeEngine::unfinishedIds()
{
    return noWorkers;
}

Result<void> FakeEngine::appendLog(const QString &, const QStringList &)
{
    return noWorkers;
}

Result<QStringList> FakeEngine::log(const QString &)
{
    return noWorkers;
}

Result<void> FakeEngine::tick()
{
    return noWorkers;
}

Result<void> FakeEngine::health()
{
    return noWorkers;
}

} // namespace createzoom
