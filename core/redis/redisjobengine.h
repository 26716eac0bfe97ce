// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"
#include "core/redis/redisaddress.h"

#include <functional>
#include <memory>

namespace createzoom {

class JobSteering;
class RedisClient;
struct JobRecord;

/// What this process is among those that share the server.
struct RedisNode
{
    QString sharedFolder{}; ///< mark of a work folder that several processes share; empty: each has
                            ///< its own, which has the worker's name
    bool isSplit = false; ///< does not all steps: it takes files of other nodes that have a peer
                          ///< address, and downloads for all that can process
};

/// The engine that several machines share: jobs in a Redis server. A transition is that of every
/// engine, read and written back by one script that refuses when the job has changed meanwhile;
/// only a claim, which must choose and take in one step, is a script as a whole. All times are the
/// server's. A worker's name stands for the machine and folder that its files lie in. Owned by
/// Services; any thread, with a connection each.
class RedisJobEngine : public JobEngine
{
public:
    /// Asks the server who it is. Usage: the settings cannot work (refused password, too old a
    /// server). Unavailable, with retryAfter: it cannot be reached now. What may lose jobs is
    /// warned of in the log.
    static Result<std::unique_ptr<RedisJobEngine>>
    open(RedisAddress address, const EngineLimits &limits, const RedisNode &node = {});

    ~RedisJobEngine() override;

    /// Puts back what the process held that was `worker` before this one, and died without leave:
    /// at once, where others wait for the end of its leases. What it processed may be what it died
    /// of; that counts (EngineLimits::workerDeaths). Returns how many jobs.
    Result<int> recover(const QString &worker);

    QList<Result<Submitted>> submitAll(const QList<NewJob> &jobs) override;
    Result<std::optional<Claim>> claim(const QList<Stage> &stages,
                                       const QString &worker,
                                       std::chrono::milliseconds wait,
                                       std::stop_token stop = {}) override;
    Result<Beat> beat(const Claim &claim, const std::optional<StepProgress> &progress) override;
    Result<Fence> learn(const Claim &claim, const JobFacts &news) override;
    Result<bool> reserve(const Claim &claim, const QString &object) override;
    Result<Fence> advance(const Claim &claim, Stage next, const Artifact &artifact) override;
    Result<Fence> complete(const Claim &claim,
                           const QString &result,
                           const QStringList &warnings = {},
                           JobState state = JobState::Done) override;
    Result<Fence> fail(const Claim &claim,
                       const Error &error,
                       std::optional<std::chrono::milliseconds> retryIn) override;
    Result<Fence> release(const Claim &claim,
                          const std::optional<Error> &reason = {},
                          std::chrono::milliseconds blockedFor = {}) override;
    Result<Fence> sendBack(const Claim &claim, Stage stage) override;
    Result<CancelOutcome> cancel(const QString &id) override;
    Result<RetryOutcome> retry(const QString &id, const QByteArray &sealedToken) override;
    Result<void> remove(const QString &id) override;
    Result<void> pause(const QString &id) override;
    Result<void> resume(const QString &id) override;
    Result<void> move(const QString &id, QueueMove where) override;
    Result<void> setOptions(const QString &id, const ConversionOptions &options) override;
    Result<QList<DueCallback>> takeCallbacks(int limit, std::chrono::milliseconds lease) override;
    Result<void> settleCallback(const QString &id,
                                std::optional<std::chrono::milliseconds> againIn) override;
    Result<void> announce(const WorkerInfo &worker) override;
    Result<void> leave(const QString &worker) override;
    Result<QList<WorkerInfo>> workers() override;
    Result<QueueState> queue() override;
    Result<void> setQueuePaused(bool paused) override;
    Result<std::optional<Job>> get(const QString &id) override;
    Result<JobPage> list(const JobFilter &filter, qint64 cursor, int limit) override;
    Result<QList<Job>> changes(qint64 since, int limit) override;
    Result<QList<Removal>> removals(qint64 since, int limit) override;
    Result<QueueStats> stats() override;
    Result<QStringList> unfinishedIds() override;
    Result<void> appendLog(const QString &id, const QStringList &lines) override;
    Result<QStringList> log(const QString &id) override;
    Result<void> tick() override;
    Result<void> health() override;

private:
    /// Changes the record; the time is the server's.
    using Change = std::function<bool(JobRecord &, qint64 now)>;

    RedisJobEngine(std::unique_ptr<RedisClient> client,
                   const EngineLimits &limits,
                   const RedisNode &node);
    template<typename Ask>
    auto steer(const QString &id, Ask ask) -> std::invoke_result_t<Ask, JobSteering &>;
    Result<Fence> change(const Claim &claim, const Change &change);

    std::unique_ptr<RedisClient> m_client;
    EngineLimits m_limits;
    RedisNode m_node;
};

} // namespace createzoom
