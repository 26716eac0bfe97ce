// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"

#include <QHash>
#include <QMutex>

#include <atomic>
#include <functional>

namespace createzoom {

/// Jobs in memory, as far as the server asks for them. Nobody works on them: tests set what they
/// need. Any thread.
class FakeJobEngine : public JobEngine
{
public:
    /// Adds or replaces a job, with the next revision.
    void put(Job job);
    QList<Job> all() const;
    /// How often get() was called.
    qint64 lookups() const { return m_lookups.load(); }
    /// From now on every call fails like a store that is gone; nullopt mends it.
    void setFailure(const std::optional<Error> &failure);
    void setQueueLimit(qint64 limit);
    void setLog(const QStringList &lines);
    /// The token that the last retry() brought along, sealed; empty: none.
    QByteArray retriedWith() const;
    /// Called by submit() before it does anything, without the lock.
    void setBeforeSubmit(const std::function<void()> &call);

    Result<Submitted> submit(const NewJob &job, const std::optional<IdempotencyKey> &key) override;
    Result<std::optional<Claim>> claim(const QList<Stage> &stages,
                                       const QString &worker,
                                       std::chrono::milliseconds wait,
                                       std::stop_token stop) override;
    Result<Beat> beat(const Claim &claim, const std::optional<StepProgress> &progress) override;
    Result<Fence> advance(const Claim &claim, Stage next, const Artifact &artifact) override;
    Result<Fence> complete(const Claim &claim,
                           const QString &result,
                           const QStringList &warnings,
                           JobState state) override;
    Result<Fence> fail(const Claim &claim,
                       const Error &error,
                       std::optional<std::chrono::milliseconds> retryIn) override;
    Result<Fence> release(const Claim &claim,
                          const std::optional<Error> &reason,
                          std::chrono::milliseconds blockedFor) override;
    Result<Fence> sendBack(const Claim &claim, Stage stage) override;
    Result<int> reconcile(const QString &worker, const QStringList &running) override;
    Result<CancelOutcome> cancel(const QString &id) override;
    Result<RetryOutcome> retry(const QString &id, const QByteArray &sealedToken) override;
    Result<void> remove(const QString &id) override;
    Result<std::optional<Job>> get(const QString &id) override;
    Result<JobPage> list(const JobFilter &filter, qint64 cursor, int limit) override;
    Result<QList<Job>> changes(qint64 since, int limit) override;
    Result<QueueStats> stats() override;
    Result<QStringList> unfinishedIds() override;
    Result<void> appendLog(const QString &id, const QStringList &lines) override;
    Result<QStringList> log(const QString &id) override;
    Result<void> tick() override;
    Result<void> health() override;

private:
    Job *find(const QString &id);
    void touch(Job &job, JobState state);

    mutable QMutex m_mutex{}; ///< guards all below
    QList<Job> m_jobs{}; ///< oldest first
    QHash<QString, qsizetype> m_index{};
    std::optional<Error> m_failure{};
    QHash<QString, IdempotencyKey> m_keys{}; ///< by the id of their job
    QStringList m_log{};
    QByteArray m_retriedWith{};
    qint64 m_revision = 0;
    qint64 m_queueLimit = 10'000;
    std::function<void()> m_beforeSubmit{};
    std::atomic<qint64> m_lookups{0};
};

} // namespace createzoom
