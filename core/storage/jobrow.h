// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobrecord.h"

namespace createzoom {

class SqlStatement;

/// Reads the row a "SELECT * FROM job" stands on.
Result<JobRecord> recordFrom(const SqlStatement &row);
/// Binds what a transition may have changed, for store.sql.
void bindRecord(SqlStatement &statement, const JobRecord &record);

} // namespace createzoom
