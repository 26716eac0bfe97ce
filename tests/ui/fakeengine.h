// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"

#include <QList>
#include <QMutex>

namespace createzoom {

/// Jobs in memory for tests of the window: what a person can ask for works, what a worker does is
/// set from outside by put(). Any thread.
class FakeEngine : public JobEngine
{
public:
    FakeEngine() = default;
    ~FakeEngine() override;

    /// Adds or replaces a job, with the next revision.
    void put(Job job);
    QList<Job> all() const;
    /// From now on every call fails with this; nullopt: works again.
    void breakWith(const std::optional<Error> &error);
    /// From now on no job is accepted.
    void fillQueue();
    /// Was the engine ever called on the thread of the test, which is that of the window?
    bool wasCalledOnGuiThread() const;

    Result<Submitted> submit(const NewJob &job, const std::optional<IdempotencyKey> &key) override;
    Result<CancelOutcome> cancel(const QString &id) override;
    Result<RetryOutcome> retry(const QString &id, const QByteArray &sealedToken) override;
    Result<void> remove(const QString &id) override;
    Result<std::optional<Job>> get(const QString &id) override;
    Result<JobPage> list(const JobFilter &filter, qint64 cursor, int limit) override;
    Result<QList<Job>> changes(qint64 since, int limit) override;
    Result<QueueStats> stats() override;

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
    Result<QStringList> unfinishedIds() override;
    Result<void> appendLog(const QString &id, const QStringList &lines) override;
    Result<QStringList> log(const QString &id) override;
    Result<void> tick() override;
    Result<void> health() override;

private:
    void noteThread() const;
    void putLocked(Job job);
    Job *find(const QString &id);

    mutable QMutex m_mutex{}; ///< guards all below
    QList<Job> m_jobs{};
    qint64 m_revision = 0;
    std::optional<Error> m_error{};
    bool m_isFull = false;
    mutable bool m_wasCalledOnGuiThread = false;
};

} // namespace createzoom
