// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"
#include "core/jobs/jobtransaction.h"

#include <functional>

namespace createzoom {

/// What people ask of jobs, within one transaction, the same for every engine. What it changes
/// leaves a line in the job's log. A local variable of the engine's methods.
class JobSteering
{
public:
    JobSteering(JobTransaction &jobs, const EngineLimits &limits, qint64 now);

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
    Result<void> swapPlaces(JobRecord &record,
                            const Result<std::optional<JobRecord>> &neighbour,
                            QueueMove where);
    Result<void> place(JobRecord &record, const Result<double> &place, QueueMove where);
    /// Stores it and says in its log what was done.
    Result<void> store(JobRecord &record, const QString &deed);

    JobTransaction &m_jobs;
    const int m_logLines;
    qint64 m_now;
};

} // namespace createzoom
