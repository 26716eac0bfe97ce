// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/enginestub.h"

#include <QHash>
#include <QMutex>

#include <atomic>
#include <functional>

namespace createzoom {

/// Jobs in memory, as far as the server asks for them. Nobody works on them: tests set what they
/// need. Any thread.
class FakeJobEngine : public tests::EngineStub
{
public:
    /// Adds or replaces a job, with the next revision.
    void put(Job job);
    QList<Job> all() const;
    /// From now on changeCount() tells of each put().
    void countChanges() { m_countsChanges = true; }
    std::optional<quint64> changeCount() const override;
    /// How often get() was called.
    qint64 lookups() const { return m_lookups.load(); }
    /// From now on every call fails like a store that is gone; nullopt mends it.
    void setFailure(const std::optional<Error> &failure);
    void setQueueLimit(qint64 limit);
    void setLog(const QStringList &lines);
    void setQueues(const QMap<Stage, StageQueue> &queues) { m_queues = queues; }
    void setWorkers(const QList<WorkerInfo> &workers) { m_workers = workers; }
    /// The token that the last retry() brought along, sealed; empty: none.
    QByteArray retriedWith() const;
    std::optional<QueueMove> lastMove() const;
    /// In which the last list was asked for; it is newest first all the same.
    JobOrder lastOrder() const { return m_lastOrder.load(); }
    /// Called for each job to be submitted before it does anything, without the lock.
    void setBeforeSubmit(const std::function<void()> &call);

    QList<Result<Submitted>> submitAll(const QList<NewJob> &jobs) override;
    Result<CancelOutcome> cancel(const QString &id) override;
    Result<RetryOutcome> retry(const QString &id, const QByteArray &sealedToken) override;
    Result<void> remove(const QString &id) override;
    Result<void> pause(const QString &id) override;
    Result<void> resume(const QString &id) override;
    Result<void> move(const QString &id, QueueMove where) override;
    Result<void> setOptions(const QString &id, const ConversionOptions &options) override;
    Result<QueueState> queue() override;
    Result<void> setQueuePaused(bool paused) override;
    Result<std::optional<Job>> get(const QString &id) override;
    Result<JobPage> list(const JobFilter &filter, qint64 cursor, int limit) override;
    Result<QList<Job>> changes(qint64 since, int limit) override;
    Result<QList<Removal>> removals(qint64 since, int limit) override;
    Result<QueueStats> stats() override;
    Result<QStringList> log(const QString &id) override;
    Result<void> tick() override;
    Result<void> health() override;

private:
    Result<Submitted> accept(const NewJob &job);
    Job *find(const QString &id);
    void touch(Job &job, JobState state);
    /// NotFound, Conflict when `change` says no.
    Result<void> steer(const QString &id, const std::function<bool(Job &)> &change);

    mutable QMutex m_mutex{}; ///< guards all below
    QList<Job> m_jobs{}; ///< oldest first
    QHash<QString, qsizetype> m_index{};
    std::optional<Error> m_failure{};
    QHash<QString, IdempotencyKey> m_keys{}; ///< by the id of their job
    QStringList m_log{};
    QByteArray m_retriedWith{};
    std::optional<QueueMove> m_lastMove{};
    QMap<Stage, StageQueue> m_queues{};
    qint64 m_revision = 0;
    qint64 m_queueLimit = 10'000;
    bool m_isPaused = false;
    std::atomic<bool> m_countsChanges{false};
    std::function<void()> m_beforeSubmit{};
    std::atomic<qint64> m_lookups{0};
    std::atomic<JobOrder> m_lastOrder{JobOrder::NewestFirst};
};

} // namespace createzoom
