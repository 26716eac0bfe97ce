// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"
#include "core/jobs/jobtransaction.h"

namespace createzoom {

/// May the worker have died of the job?
enum class Death { Uncounted, Counts };

/// Lets a job wait again: one whose time has come, or one whose worker was lost, which its log then
/// says. False: its state does not allow it, or is what it should be already.
Result<bool> putBackInto(JobTransaction &jobs,
                         JobRecord &record,
                         const EngineLimits &limits,
                         qint64 now,
                         Death death = Death::Uncounted);

} // namespace createzoom
