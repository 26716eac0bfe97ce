// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"

namespace createzoom {

class SqlStatement;

/// A row of the table `job`: what anybody may see, and what only the engine needs.
struct JobRecord
{
    Job job{};
    qint64 sequence = 0; ///< in order of creation
    qint64 leaseUntil = 0;
};

/// Reads the row a "SELECT * FROM job" stands on.
Result<JobRecord> recordFrom(const SqlStatement &row);
/// Binds what a transition may have changed, for store.sql.
void bindRecord(SqlStatement &statement, const JobRecord &record);

/// Both ends in buckets: a REST job, which is listed and forgotten.
bool isBucketJob(const JobRequest &request);

} // namespace createzoom
