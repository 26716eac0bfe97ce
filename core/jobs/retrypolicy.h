// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/jobs/jobengine.h"

#include <chrono>
#include <optional>

namespace createzoom {

/// When a failed stage runs again. Numbers: design "queue", section 5. A value.
struct RetryPolicy
{
    int maxAttempts = 5;
    int maxCrashes = 3; ///< a poison image ends at the third death of its decoder
    std::chrono::milliseconds firstDelay{5'000}; ///< doubled for each further attempt
    std::chrono::milliseconds maxDelay{300'000};
    std::chrono::milliseconds maxRetryAfter{900'000}; ///< a server may ask for no more

    /// The delay before the next attempt, with 50-100 % jitter (`random` in [0, 1)); nullopt: the
    /// job has failed.
    std::optional<std::chrono::milliseconds>
    retryDelay(const Claim &claim, const Error &error, double random) const;
};

} // namespace createzoom
