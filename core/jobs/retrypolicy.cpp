// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/retrypolicy.h"

#include <algorithm>

namespace createzoom {

using std::chrono::milliseconds;

std::optional<milliseconds>
RetryPolicy::retryDelay(const Claim &claim, const Error &error, double random) const
{
    const bool isCrash = error.code == ErrorCode::Crash;
    if (isCrash && claim.crashes + 1 >= maxCrashes)
        return std::nullopt;
    if (!isCrash
        && (recoveryFor(error.code) != Recovery::Retry || claim.attempts + 1 >= maxAttempts))
        return std::nullopt;
    if (error.retryAfter)
        return std::clamp(milliseconds(*error.retryAfter), milliseconds(0), maxRetryAfter);

    const int failures = isCrash ? claim.crashes : claim.attempts;
    const milliseconds full
        = std::min(firstDelay * (milliseconds::rep{1} << std::min(failures, 20)), maxDelay);
    return milliseconds(
        static_cast<qint64>(static_cast<double>(full.count()) * (0.5 + random / 2)));
}

} // namespace createzoom
