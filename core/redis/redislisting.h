// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"

namespace createzoom {

class RedisClient;

/// What is asked about jobs. No question keeps the server busy for long: the large ones are asked
/// in parts. A local variable of the engine's methods.
class RedisListing
{
public:
    explicit RedisListing(RedisClient &client);

    Result<std::optional<Job>> job(const QString &id);
    Result<JobPage> page(const JobFilter &filter, qint64 cursor, int limit);
    Result<QList<Job>> changes(qint64 since, int limit);
    Result<QList<Removal>> removals(qint64 since, int limit);
    Result<QueueStats> stats();
    Result<QStringList> unfinishedIds();
    /// `lease`: for how long each announcement counts.
    Result<QList<WorkerInfo>> workers(std::chrono::milliseconds lease);

private:
    RedisClient &m_client;
};

} // namespace createzoom
