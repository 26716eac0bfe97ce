// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobrecovery.h"

#include "core/jobs/jobjson.h"
#include "core/jobs/jobtransitions.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

Result<bool> putBackInto(
    JobTransaction &jobs, JobRecord &record, const EngineLimits &limits, qint64 now, Death death)
{
    const Job &job = record.job;
    const bool wasHeld = !isQueued(job.state);
    if (!(death == Death::Counts ? loseWorker(record, limits.workerDeaths) : putBack(record)))
        return false;
    if (const Result<void> stored = jobs.store(record, now); !stored)
        return stored.error();
    if (!wasHeld)
        return true;
    const QString line
        = u"%1 warning %2 is interrupted: its worker was lost; the job is now %3"_s.arg(
            isoTime(now), stageName(job.stage), stateName(job.state));
    const Result<void> noted = jobs.appendLog(job.id, {line}, limits.logLines);
    return noted ? Result<bool>(true) : noted.error();
}

} // namespace createzoom
