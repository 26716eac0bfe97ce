// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace createzoom::tests {

/// An engine of which nothing works: fakes override what their tests are about. Any thread.
class EngineStub : public JobEngine
{
public:
    QList<Result<Submitted>> submitAll(const QList<NewJob> &jobs) override
    {
        return QList<Result<Submitted>>(jobs.size(), unused());
    }
    Result<std::optional<Claim>> claim(const QList<Stage> &,
                                       const QString &,
                                       std::chrono::milliseconds,
                                       std::stop_token) override
    {
        return unused();
    }
    Result<Beat> beat(const Claim &, const std::optional<StepProgress> &) override
    {
        return unused();
    }
    Result<Fence> learn(const Claim &, const JobFacts &) override { return unused(); }
    Result<bool> reserve(const Claim &, const QString &) override { return true; }
    Result<Fence> advance(const Claim &, Stage, const Artifact &) override { return unused(); }
    Result<Fence> complete(const Claim &, const QString &, const QStringList &, JobState) override
    {
        return unused();
    }
    Result<Fence>
    fail(const Claim &, const Error &, std::optional<std::chrono::milliseconds>) override
    {
        return unused();
    }
    Result<Fence>
    release(const Claim &, const std::optional<Error> &, std::chrono::milliseconds) override
    {
        return unused();
    }
    Result<Fence> sendBack(const Claim &, Stage) override { return unused(); }
    Result<CancelOutcome> cancel(const QString &) override { return unused(); }
    Result<RetryOutcome> retry(const QString &, const QByteArray &) override { return unused(); }
    Result<void> remove(const QString &) override { return unused(); }
    Result<void> pause(const QString &) override { return unused(); }
    Result<void> resume(const QString &) override { return unused(); }
    Result<void> move(const QString &, QueueMove) override { return unused(); }
    Result<void> setOptions(const QString &, const ConversionOptions &) override
    {
        return unused();
    }
    Result<QList<DueCallback>> takeCallbacks(int, std::chrono::milliseconds) override
    {
        return QList<DueCallback>();
    }
    Result<void> settleCallback(const QString &, std::optional<std::chrono::milliseconds>) override
    {
        return unused();
    }
    Result<void> announce(const WorkerInfo &) override { return unused(); }
    Result<void> leave(const QString &) override { return unused(); }
    Result<QList<WorkerInfo>> workers() override { return m_workers; }
    Result<QueueState> queue() override { return unused(); }
    Result<void> setQueuePaused(bool) override { return unused(); }
    Result<std::optional<Job>> get(const QString &) override { return unused(); }
    Result<JobPage> list(const JobFilter &, qint64, int) override { return unused(); }
    Result<QList<Job>> changes(qint64, int) override { return unused(); }
    Result<QList<Removal>> removals(qint64 since, int limit) override
    {
        QList<Removal> later = m_removals;
        later.removeIf([since](const Removal &removal) { return removal.revision <= since; });
        return later.first(std::min<qsizetype>(later.size(), limit));
    }
    Result<QueueStats> stats() override { return unused(); }
    Result<QStringList> unfinishedIds() override { return unused(); }
    Result<void> appendLog(const QString &, const QStringList &) override { return unused(); }
    Result<QStringList> log(const QString &) override { return unused(); }
    Result<void> tick() override { return unused(); }
    Result<void> health() override { return unused(); }

protected:
    /// What claim() answers when there is nothing (more) to do: waits until the workers are to end.
    static Result<std::optional<Claim>> noneUntil(const std::stop_token &stop)
    {
        std::mutex mutex;
        std::condition_variable_any never;
        std::unique_lock lock(mutex);
        never.wait(lock, stop, [] { return false; });
        return std::optional<Claim>();
    }

    QList<Removal> m_removals{}; ///< those who play more put them here
    QList<WorkerInfo> m_workers{};
    static Error unused() { return {ErrorCode::Internal, QStringLiteral("Not played here")}; }
};

} // namespace createzoom::tests
