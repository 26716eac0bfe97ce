// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"
#include "core/jobs/jobtransaction.h"

namespace createzoom {

class SqlStatement;
class SqliteConnection;

/// When a claim of some stages may next succeed.
struct Outlook
{
    bool isWaiting = false; ///< a job waits for one of them
    std::optional<qint64> nextDue{}; ///< a retry is due or a lease ends, UTC milliseconds
};

/// The statements of resources/sql/job on one connection, within the caller's transaction. A local
/// variable of the engine's methods.
class JobTable : public JobTransaction
{
public:
    explicit JobTable(SqliteConnection &connection);

    Result<void> insert(const NewJob &job, qint64 now);
    Result<std::optional<JobRecord>> find(const QString &id) override;
    /// Erases the token of a job that has ended, and rings for its callback.
    Result<void> store(JobRecord &record, qint64 now) override;
    Result<void> remove(const QString &id, qint64 now) override;

    /// The one with the smallest place; `limits` may keep a Download back, a paused queue all.
    Result<std::optional<JobRecord>> nextWaiting(const QList<Stage> &stages,
                                                 const EngineLimits &limits);
    Result<QList<JobRecord>> due(qint64 now, int limit);
    Result<Outlook> outlook(const QList<Stage> &stages, const EngineLimits &limits);

    /// What the worker of `claim` is to do.
    Result<Beat> answerTo(const Claim &claim);
    /// Whatever worker holds them.
    Result<QList<JobRecord>> allHeld();
    /// Whether the job has the object now (JobEngine::reserve).
    Result<bool> reserve(const QString &id, const QString &object);
    Result<void> renew(const Claim &claim, qint64 leaseUntil);
    Result<void>
    writeProgress(const Claim &claim, const StepProgress &step, qint64 leaseUntil, qint64 now);

    Result<void> putRequest(const Job &job) override;
    Result<double> lastPlace() override;
    Result<double> firstPlace() override;
    Result<std::optional<JobRecord>> queuedBefore(double place) override;
    Result<std::optional<JobRecord>> queuedAfter(double place) override;
    Result<bool> isQueuePaused();
    Result<void> setQueuePaused(bool paused);

    Result<std::optional<QByteArray>> token(const QString &id) override;
    Result<void> putToken(const QString &id, const QByteArray &sealed) override;

    /// What an earlier submit with this key came to; nullopt: there was none.
    Result<std::optional<Submitted>> find(const IdempotencyKey &key, qint64 now);
    Result<void> put(const IdempotencyKey &key, const QString &id, qint64 expiresAt);
    Result<void> forgetKeys(qint64 now);

    Result<qint64> unfinishedCount();
    /// Returns how many went, `limit` at most.
    Result<int> forget(qint64 endedBefore, int limit, qint64 now);
    Result<void> forgetRemovals(qint64 removedBefore);

    Result<void> appendLog(const QString &id, const QStringList &lines, int kept) override;
    Result<QStringList> log(const QString &id);

    Result<void> touch(qint64 now);

private:
    /// The `stages` that have room for another job, as JSON.
    Result<QString> openStages(QList<Stage> stages, const EngineLimits &limits);
    /// So many that other users' jobs come first.
    Result<bool> hasEnoughRunning(const Job &job, const EngineLimits &limits);
    /// What a counter of the store has come to.
    Result<qint64> next(const QString &counter, int by);
    Result<void> countUp(const QString &counter, int by);
    Result<qint64> nextRevision();
    Result<double> nextPlace(const QString &counter, int by);
    Result<std::optional<JobRecord>> neighbour(const QString &name, double place);
    Result<void> run(const QString &name, const QString &id);

    SqliteConnection &m_connection;
};

} // namespace createzoom
