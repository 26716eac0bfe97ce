// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/jobs/workerinfo.h"

#include <QByteArray>
#include <QList>
#include <QMap>

#include <chrono>
#include <optional>
#include <stop_token>

namespace createzoom {

struct IdempotencyKey
{
    QString key{}; ///< the client's, prefixed with who it is
    QString bodyHash{};
};

/// A job to be accepted. What is sealed (by SecretBox, bound to `id`) is opaque to the engine.
struct NewJob
{
    QString id{};
    JobRequest request{};
    QByteArray sealedToken{};
    QByteArray sealedCallback{}; ///< whom to tell of its end; empty: nobody
    std::optional<IdempotencyKey> key{}; ///< under which it is accepted once
};

struct Submitted
{
    enum class Outcome { Accepted, Duplicate, KeyReused, QueueFull };
    Outcome outcome = Outcome::Accepted;
    QString id{}; ///< of the accepted or the earlier job
};

/// A worker's right to one stage of one job, until its lease ends or is renewed. Every transition
/// carries it; the engine refuses (Fence::Lost) when the job has been claimed anew since.
struct Claim
{
    QString jobId{};
    QString worker{}; ///< whose it is: a store that fell back may give an epoch twice
    qint64 epoch = 0;
    Stage stage = Stage::Download;
    int attempts = 0;
    int crashes = 0;
    JobRequest request{};
    Artifact artifact{}; ///< of the stage before
    QByteArray sealedToken{};
};

/// Somebody who is to be told that a job has ended.
struct DueCallback
{
    QString jobId{};
    QByteArray sealed{};
    int tries = 0; ///< with this one
};

enum class Fence { Ok, Lost };
/// What the worker of a claim is to do: go on, forget it, cancel, or let go of it where it can go
/// on later (a stage that cannot runs to its end).
enum class Beat { Ok, Lost, Cancel, Pause };
enum class CancelOutcome { Cancelled, Stopping, AlreadyEnded, NotFound };
enum class RetryOutcome { Ok, NeedsToken, NotEnded, NotFound };

/// To another place among the jobs that wait.
enum class QueueMove { Up, Down, Top, Bottom };

struct QueueState
{
    bool isPaused = false; ///< nothing new is begun; what runs goes on
};

/// Of a list. Each engine has an index for each, so that no page costs more than another. Where
/// jobs change meanwhile, pages by change show some twice.
enum class JobOrder { NewestFirst, OldestFirst, LatestChangeFirst, EarliestChangeFirst };

/// By the number of its creation or by that of its change?
constexpr bool isByChange(JobOrder order)
{
    return order == JobOrder::LatestChangeFirst || order == JobOrder::EarliestChangeFirst;
}
/// The largest number first?
constexpr bool isBackwards(JobOrder order)
{
    return order == JobOrder::NewestFirst || order == JobOrder::LatestChangeFirst;
}

struct JobFilter
{
    QList<JobState> states{}; ///< empty = all
    bool bucketJobsOnly = false; ///< the legacy list never shows local paths
    JobOrder order = JobOrder::NewestFirst;
};

struct JobPage
{
    QList<Job> jobs{};
    qint64 nextCursor = 0; ///< hand back for what follows; 0 = that was all
};

/// A job that is no longer there: removed by somebody, or forgotten by tick().
struct Removal
{
    qint64 revision = 0; ///< in the same sequence as those of changes
    QString id{};
};

/// The jobs that wait for a stage.
struct StageQueue
{
    qint64 waiting = 0;
    qint64 firstCreatedAt = 0; ///< of the first in line; time as in Job

    friend bool operator==(const StageQueue &, const StageQueue &) = default;
};

struct QueueStats
{
    qint64 waiting = 0; ///< waiting, retry_wait, blocked, paused
    qint64 running = 0; ///< running, stopping
    qint64 ended = 0;
    QMap<JobState, qint64> byState{}; ///< without those that no job is in
    QMap<Stage, StageQueue> queues{}; ///< without those in which no job waits
    qint64 revision = 0; ///< of the latest change of a job that is still there
};

/// The truth about jobs. Every transition is one atomic, durable step: what submitAll() accepted
/// survives a kill -9, and two workers never hold the same stage. All methods block and may be
/// called from any thread; the engine must outlive its callers. An Error says that the store itself
/// failed (Unavailable, DiskFull), never that a transition was refused. One conformance suite
/// (tests/contract/tst_jobengine.cpp) runs on every backend.
class JobEngine
{
public:
    JobEngine() = default;
    virtual ~JobEngine() = default;
    JobEngine(const JobEngine &) = delete;
    JobEngine &operator=(const JobEngine &) = delete;

    /// What becomes of each, in their order: durable once it says Accepted. All of them wait for
    /// the disk, or for the store's server, together.
    virtual QList<Result<Submitted>> submitAll(const QList<NewJob> &jobs) = 0;
    Result<Submitted> submit(const NewJob &job) { return submitAll({job}).constFirst(); }

    /// The ready job of one of `stages` with the smallest place; waits up to `wait` for one, less
    /// when `stop` is asked. Promotes due retries and expired leases first. Bumps the epoch, starts
    /// a lease, opens a step record. Users take turns (EngineLimits::runningPerUser). No Download
    /// while EngineLimits::downloadsAhead images wait for Process; nothing while the queue is
    /// paused.
    virtual Result<std::optional<Claim>> claim(const QList<Stage> &stages,
                                               const QString &worker,
                                               std::chrono::milliseconds wait,
                                               std::stop_token stop = {})
        = 0;

    /// Renews the lease, writes progress (never downwards), reads the wish to cancel or to pause.
    virtual Result<Beat> beat(const Claim &claim, const std::optional<StepProgress> &progress) = 0;
    /// Adds to the job's facts.
    virtual Result<Fence> learn(const Claim &claim, const JobFacts &news) = 0;

    /// Gives the job an archive to make, until it ends; false: another job has it. `object` is its
    /// Location::text(). A claim that is lost gets it all the same, for its job.
    virtual Result<bool> reserve(const Claim &claim, const QString &object) = 0;

    /// This stage is finished: hands the job to `next`, with what it made. Resets the counts.
    virtual Result<Fence> advance(const Claim &claim, Stage next, const Artifact &artifact) = 0;
    /// The job is finished; erases its token. `state` is Done or Skipped.
    virtual Result<Fence> complete(const Claim &claim,
                                   const QString &result,
                                   const QStringList &warnings = {},
                                   JobState state = JobState::Done)
        = 0;
    /// This attempt failed. With `retryIn` the job waits and runs again (attempts+1, or crashes+1
    /// for ErrorCode::Crash), without it has failed. ErrorCode::Cancelled makes it Cancelled. Final
    /// ends erase the token.
    virtual Result<Fence>
    fail(const Claim &claim, const Error &error, std::optional<std::chrono::milliseconds> retryIn)
        = 0;
    /// Gives the stage back uncounted: at once (a drain), or Blocked by `reason` for `blockedFor`
    /// (disk full).
    virtual Result<Fence> release(const Claim &claim,
                                  const std::optional<Error> &reason = {},
                                  std::chrono::milliseconds blockedFor = {})
        = 0;
    /// The artifact of the stage before is gone: back to `stage`, uncounted.
    virtual Result<Fence> sendBack(const Claim &claim, Stage stage) = 0;

    virtual Result<CancelOutcome> cancel(const QString &id) = 0;
    /// Runs an ended job again (mayRunAgain) from its first stage, at the end of the queue. One
    /// that had a token, which its end erased, needs a new one.
    virtual Result<RetryOutcome> retry(const QString &id, const QByteArray &sealedToken) = 0;
    /// Forgets an ended job. Conflict when it has not ended, NotFound when it is unknown.
    virtual Result<void> remove(const QString &id) = 0;

    // NotFound when the job is unknown, Conflict when its state does not allow it.
    /// A job that nobody holds waits from now on, one that runs as soon as its worker lets go of it
    /// or its stage ends. The pause of a paused job changes nothing.
    virtual Result<void> pause(const QString &id) = 0;
    /// Takes a pause, or the wish for one, back; of another job that has not ended it changes
    /// nothing.
    virtual Result<void> resume(const QString &id) = 0;
    /// Among the jobs that are queued (isQueued).
    virtual Result<void> move(const QString &id, QueueMove where) = 0;
    /// Of a job that allows it (mayChangeOptions).
    virtual Result<void> setOptions(const QString &id, const ConversionOptions &options) = 0;

    /// Whom to tell now of jobs that have ended, the longest overdue first; nobody else is given
    /// them for `lease`, after which they are due again.
    virtual Result<QList<DueCallback>> takeCallbacks(int limit, std::chrono::milliseconds lease)
        = 0;
    /// Due again in that long, or (nullopt) done with: erased. Of a job that runs again meanwhile
    /// nothing changes: its next end is told.
    virtual Result<void> settleCallback(const QString &id,
                                        std::optional<std::chrono::milliseconds> againIn)
        = 0;

    /// Tells everybody who shares the store that this process takes part, for the time of a lease:
    /// again and again, so that one that died is forgotten. The engine says when it was seen.
    virtual Result<void> announce(const WorkerInfo &worker) = 0;
    /// It ends: it is forgotten at once.
    virtual Result<void> leave(const QString &worker) = 0;
    /// Those that take part now, by name.
    virtual Result<QList<WorkerInfo>> workers() = 0;

    virtual Result<QueueState> queue() = 0;
    virtual Result<void> setQueuePaused(bool paused) = 0;

    virtual Result<std::optional<Job>> get(const QString &id) = 0;
    /// In the filter's order; `cursor` 0 starts, another goes on in the same order.
    virtual Result<JobPage> list(const JobFilter &filter, qint64 cursor, int limit) = 0;
    /// Jobs changed after revision `since`, oldest change first.
    virtual Result<QList<Job>> changes(qint64 since, int limit) = 0;
    /// Jobs removed after revision `since`, in the order of their revisions: each removal takes a
    /// new one. Known for EngineLimits::removals.
    virtual Result<QList<Removal>> removals(qint64 since, int limit) = 0;
    virtual Result<QueueStats> stats() = 0;
    /// A number that grows with each change of anything, at once and for nothing: what was read at
    /// a count is still the case at the same count. None where others change the store as well.
    virtual std::optional<quint64> changeCount() const { return std::nullopt; }

    /// Live (job id, epoch) pairs are not known here: ids of jobs that have not ended, for the
    /// workspace's sweep.
    virtual Result<QStringList> unfinishedIds() = 0;

    virtual Result<void> appendLog(const QString &id, const QStringList &lines) = 0;
    virtual Result<QStringList> log(const QString &id) = 0;

    /// Housekeeping, now and then: forgets REST jobs ended longer ago than the retention,
    /// and removals.
    virtual Result<void> tick() = 0;
    /// Ok when the store answers and can write.
    virtual Result<void> health() = 0;
};

/// The numbers of the engine, the same for every backend (design "queue": numbers).
struct EngineLimits
{
    qint64 queueLimit = 10000; ///< jobs not ended
    int downloadsAhead = 0; ///< images that may lie here and wait for Process; 0 = any number
    int runningPerUser
        = 3; ///< jobs of one submitter that run in a stage while others' wait; 0 = any
    int lookedAtForOthers = 20; ///< so many waiting jobs are looked at for another user's
    std::chrono::milliseconds lease{30'000};
    std::chrono::hours retention{72}; ///< of ended bucket jobs
    std::chrono::hours idempotency{24};
    std::chrono::hours removals{24}; ///< how long it is known which jobs were removed
    int logLines = 5000; ///< kept per job
    int workerDeaths
        = 3; ///< where workers die alone: so many while they process a job, and it fails
};

} // namespace createzoom
