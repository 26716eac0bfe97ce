// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/jobs/jobengine.h"
#include "core/jobs/secretbox.h"

#include <QString>

#include <optional>

namespace createzoom {

/// The front door of the core: what the window, REST and the command line ask for. Seals tokens,
/// refuses expired ones, names jobs; everything else is the engine's. Owned by Services,
/// thread-safe, outlives its callers.
class JobService
{
public:
    JobService(JobEngine &engine, const SecretBox &secrets, Clock clock);

    /// Accepts a job (its id), or says why not: AuthExpired, QueueFull, Conflict (key reused),
    /// Unavailable.
    Result<Submitted>
    submit(JobRequest request, const Secret &token, const std::optional<IdempotencyKey> &key = {});
    /// Runs an ended job again. One that had a token needs a fresh one (AuthExpired): its own was
    /// erased. Local jobs and those of folder buckets need none.
    Result<void> retry(const QString &id, const Secret &token);

    Result<CancelOutcome> cancel(const QString &id) { return m_engine.cancel(id); }
    Result<void> remove(const QString &id) { return m_engine.remove(id); }
    Result<std::optional<Job>> job(const QString &id) { return m_engine.get(id); }
    Result<JobPage> jobs(const JobFilter &filter, qint64 cursor, int limit)
    {
        return m_engine.list(filter, cursor, limit);
    }
    Result<QList<Job>> changes(qint64 since, int limit) { return m_engine.changes(since, limit); }
    Result<QueueStats> stats() { return m_engine.stats(); }
    /// Ok when the store answers and can write.
    Result<void> health() { return m_engine.health(); }

private:
    Result<void> checkExpiry(const Secret &token) const;

    JobEngine &m_engine;
    const SecretBox &m_secrets;
    Clock m_clock;
};

} // namespace createzoom
