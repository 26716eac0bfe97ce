// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/jobs/callback.h"
#include "core/jobs/jobboard.h"
#include "core/jobs/jobengine.h"
#include "core/jobs/secretbox.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace createzoom {

/// Opens the pyramid of a job; who knows where its files are hands it in.
using PreviewOpener = std::function<Result<std::unique_ptr<TileSource>>(const Job &)>;

/// What somebody asks for who submits a job.
struct Submission
{
    JobRequest request{};
    Secret token{}; ///< for its buckets; empty: none is needed
    std::optional<IdempotencyKey> key{};
    std::optional<Callback> callback{}; ///< is told when the job ends
};

/// The front door of the core: what the window, REST and the command line ask for. Seals tokens,
/// refuses expired ones, names jobs; everything else is the engine's. Owned by Services,
/// thread-safe, outlives its callers.
class JobService final : public JobBoard
{
public:
    JobService(JobEngine &engine,
               const SecretBox &secrets,
               Clock clock,
               PreviewOpener openPreview = {});

    Result<Submitted> submit(JobRequest request,
                             const Secret &token,
                             const std::optional<IdempotencyKey> &key = {}) override;
    /// The same for each, in their order, with one wait for the store.
    QList<Result<Submitted>> submitAll(std::vector<Submission> submissions);
    Result<JobChanges> changes(qint64 since, int limit) override;
    Result<CancelOutcome> cancel(const QString &id) override { return m_engine.cancel(id); }
    /// Local jobs and those of folder buckets need no token.
    Result<void> retry(const QString &id, const Secret &token) override;
    Result<void> remove(const QString &id) override { return m_engine.remove(id); }
    Result<void> pause(const QString &id) override { return m_engine.pause(id); }
    Result<void> resume(const QString &id) override { return m_engine.resume(id); }
    Result<void> move(const QString &id, QueueMove where) override
    {
        return m_engine.move(id, where);
    }
    Result<void> setOptions(const QString &id, const ConversionOptions &options) override
    {
        return m_engine.setOptions(id, options);
    }
    Result<QueueState> queue() override { return m_engine.queue(); }
    Result<void> setQueuePaused(bool paused) override { return m_engine.setQueuePaused(paused); }
    Result<QList<WorkerInfo>> workers() override { return m_engine.workers(); }
    Result<QStringList> log(const QString &id) override { return m_engine.log(id); }
    Result<std::unique_ptr<TileSource>> preview(const QString &id) override;

    /// From now on nothing new is accepted (Draining): this process is about to end.
    void drain() { m_isDraining = true; }
    bool isDraining() const { return m_isDraining; }

    Result<std::optional<Job>> job(const QString &id) { return m_engine.get(id); }
    Result<JobPage> jobs(const JobFilter &filter, qint64 cursor, int limit)
    {
        return m_engine.list(filter, cursor, limit);
    }
    Result<QueueStats> stats() { return m_engine.stats(); }
    std::optional<quint64> changeCount() const { return m_engine.changeCount(); }
    /// Ok when the store answers and can write.
    Result<void> health() { return m_engine.health(); }

private:
    Result<NewJob> newJob(JobRequest request, const Secret &token) const;
    Result<void> checkAccepting() const;
    Result<void> checkExpiry(const Secret &token) const;

    JobEngine &m_engine;
    const SecretBox &m_secrets;
    Clock m_clock;
    PreviewOpener m_openPreview;
    std::atomic<bool> m_isDraining{false};
};

} // namespace createzoom
