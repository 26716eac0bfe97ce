// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"
#include "core/storage/jobrecord.h"
#include "core/storage/jobtable.h"

#include <functional>

namespace createzoom {

class SqliteConnection;

/// What people ask of jobs, on one connection and within the caller's transaction. A local variable
/// of the engine's methods.
class JobSteering
{
public:
    JobSteering(SqliteConnection &connection, qint64 now);

    Result<CancelOutcome> cancel(const QString &id);
    Result<RetryOutcome> retry(const QString &id, const QByteArray &sealedToken);
    Result<void> remove(const QString &id);
    Result<void> pause(const QString &id);
    Result<void> resume(const QString &id);
    Result<void> move(const QString &id, QueueMove where);
    Result<void> setOptions(const QString &id, const ConversionOptions &options);

private:
    /// The job, or NotFound.
    Result<JobRecord> find(const QString &id);
    /// False: the job's state does not allow it, which is a Conflict of that `name`.
    Result<void>
    change(const QString &id, const QString &name, const std::function<bool(JobRecord &)> &by);
    Result<void> swapPlaces(JobRecord &record, const Result<std::optional<JobRecord>> &neighbour);
    Result<void> place(JobRecord &record, const Result<double> &place);

    JobTable m_table;
    qint64 m_now;
};

} // namespace createzoom
