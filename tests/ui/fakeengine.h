// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/enginestub.h"

#include <QHash>
#include <QList>
#include <QMutex>

#include <functional>

namespace createzoom {

/// Jobs in memory for tests of the window: what a person can ask for works, what a worker does is
/// set from outside by put(). Any thread.
class FakeEngine : public tests::EngineStub
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
    /// Called before each submission, on its thread and without a lock.
    void setBeforeSubmit(std::function<void()> what);
    void setWorkers(const QList<WorkerInfo> &workers);
    /// What log() answers.
    void setLog(const QString &id, const QStringList &lines);
    /// Was the engine ever called on the thread of the test, which is that of the window?
    bool wasCalledOnGuiThread() const;

    QList<Result<Submitted>> submitAll(const QList<NewJob> &jobs) override;
    Result<CancelOutcome> cancel(const QString &id) override;
    Result<RetryOutcome> retry(const QString &id, const QByteArray &sealedToken) override;
    Result<void> remove(const QString &id) override;
    Result<std::optional<Job>> get(const QString &id) override;
    Result<JobPage> list(const JobFilter &filter, qint64 cursor, int limit) override;
    Result<QList<Job>> changes(qint64 since, int limit) override;
    Result<QList<Removal>> removals(qint64 since, int limit) override;
    Result<QueueStats> stats() override;
    Result<void> pause(const QString &id) override;
    Result<void> resume(const QString &id) override;
    Result<void> move(const QString &id, QueueMove where) override;
    Result<void> setOptions(const QString &id, const ConversionOptions &options) override;
    Result<QueueState> queue() override;
    Result<void> setQueuePaused(bool paused) override;
    Result<QList<WorkerInfo>> workers() override;
    Result<QStringList> log(const QString &id) override;

private:
    Result<Submitted> accept(const NewJob &job);
    void noteThread() const;
    void putLocked(Job job);
    Job *find(const QString &id);
    /// Puts the job as `change` made it; Conflict when that says false.
    Result<void> steer(const QString &id, const std::function<bool(Job &)> &change);

    mutable QMutex m_mutex{}; ///< guards all below
    QList<Job> m_jobs{};
    QHash<QString, QStringList> m_logs{};
    std::function<void()> m_beforeSubmit{};
    qint64 m_revision = 0;
    std::optional<Error> m_error{};
    bool m_isFull = false;
    bool m_isPaused = false;
    mutable bool m_wasCalledOnGuiThread = false;
};

} // namespace createzoom
