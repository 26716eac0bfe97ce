// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

namespace createzoom {

/// A job as an engine keeps it: what anybody may see, and what only the engine needs.
struct JobRecord
{
    Job job{};
    qint64 sequence = 0; ///< in order of creation
    qint64 leaseUntil = 0;
};

} // namespace createzoom
