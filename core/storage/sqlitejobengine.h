// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/jobengine.h"
#include "core/storage/localworkers.h"
#include "core/storage/sqlitedatabase.h"

#include <functional>
#include <memory>

namespace createzoom {

class Doorbell;
class JobAdmission;
class JobSteering;
struct JobRecord;

/// The embedded engine: jobs in an SQLite file of this process. Each transition reads the job's
/// row, changes it by the transition table and writes it back in one transaction. Owned by
/// Services; any thread.
class SqliteJobEngine : public JobEngine
{
public:
    /// Opens the store below `folder` and puts back, uncounted, what a process that died had
    /// claimed.
    static Result<std::unique_ptr<SqliteJobEngine>>
    open(const QString &folder, const EngineLimits &limits, const Clock &clock);

    SqliteJobEngine(std::unique_ptr<SqliteDatabase> database,
                    const EngineLimits &limits,
                    Clock clock);
    ~SqliteJobEngine() override;

    /// How many jobs open() found claimed by a process that died.
    int recoveredJobs() const { return m_recovered; }

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
    Result<void> leave(const QString &worker) override
    {
        m_workers.leave(worker);
        return {};
    }
    Result<QList<WorkerInfo>> workers() override
    {
        return m_workers.seenSince(m_clock() - m_limits.lease.count());
    }
    Result<QueueState> queue() override;
    Result<void> setQueuePaused(bool paused) override;
    Result<std::optional<Job>> get(const QString &id) override;
    Result<JobPage> list(const JobFilter &filter, qint64 cursor, int limit) override;
    Result<QList<Job>> changes(qint64 since, int limit) override;
    Result<QList<Removal>> removals(qint64 since, int limit) override;
    Result<QueueStats> stats() override;
    std::optional<quint64> changeCount() const override { return m_database->writes(); }
    Result<QStringList> unfinishedIds() override;
    Result<void> appendLog(const QString &id, const QStringList &lines) override;
    Result<QStringList> log(const QString &id) override;
    Result<void> tick() override;
    Result<void> health() override;

private:
    using Change = std::function<bool(JobRecord &)>;

    Result<std::optional<Claim>> claimNow(const QList<Stage> &stages, const QString &worker);
    template<typename Ask>
    auto steer(Ask ask) -> std::invoke_result_t<Ask, JobSteering &>;
    Result<Fence> change(const Claim &claim, Durability durability, const Change &change);
    Result<Fence> settle(const Claim &claim, const Change &change);
    Result<int> putBackHeld();

    std::unique_ptr<SqliteDatabase> m_database;
    EngineLimits m_limits;
    int m_recovered = 0;
    Clock m_clock;
    std::unique_ptr<Doorbell> m_doorbell;
    std::unique_ptr<JobAdmission> m_admission;
    LocalWorkers m_workers{};
};

} // namespace createzoom
