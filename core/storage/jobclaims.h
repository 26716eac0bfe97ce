// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"
#include "core/storage/jobtable.h"

namespace createzoom {

class SqliteConnection;

/// Who holds which job, on one connection and within the caller's transaction. A local variable of
/// the engine's methods.
class JobClaims
{
public:
    JobClaims(SqliteConnection &connection, const EngineLimits &limits, qint64 now);

    Result<std::optional<Claim>> next(const QList<Stage> &stages, const QString &worker);
    /// What waits for a time that has come, and what dead workers held. Returns how many.
    Result<int> promoteDue();
    /// All of them: at the start, nobody is alive who held one. Returns how many.
    Result<int> putBackHeld();

private:
    Result<int> putBackAll(const Result<QList<JobRecord>> &records);

    JobTable m_table;
    EngineLimits m_limits;
    qint64 m_now;
};

} // namespace createzoom
