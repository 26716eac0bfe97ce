// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"

namespace createzoom {

class SqliteConnection;

/// What is asked about jobs, on one connection. A local variable of the engine's methods.
class JobListing
{
public:
    explicit JobListing(SqliteConnection &connection);

    Result<std::optional<Job>> job(const QString &id);
    Result<JobPage> page(const JobFilter &filter, qint64 cursor, int limit);
    Result<QList<Job>> changes(qint64 since, int limit);
    Result<QList<Removal>> removals(qint64 since, int limit);
    Result<QueueStats> stats();
    Result<QStringList> unfinishedIds();

private:
    Result<QMap<Stage, StageQueue>> queues();

    SqliteConnection &m_connection;
};

} // namespace createzoom
