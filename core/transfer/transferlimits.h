// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <stop_token>

namespace createzoom {

/// How long a transfer may take and how often it is tried. A value; the defaults are meant for the
/// EBRAINS store.
struct TransferLimits
{
    std::chrono::milliseconds stallTimeout{30'000}; ///< without a byte in either direction
    std::chrono::milliseconds callTimeout{60'000}; ///< of a small call, from start to end
    qint64 minimumRate = 1024; ///< bytes a second, over each stallTimeout
    std::chrono::milliseconds downloadTimeout{3'600'000}; ///< of the whole, with all tries
    std::chrono::milliseconds uploadTimeout{7'200'000};

    int fruitlessTries = 5; ///< in a row, without progress
    std::chrono::milliseconds firstDelay{500}; ///< doubled for each further fruitless try
    std::chrono::milliseconds maxDelay{
        10'000}; ///< a server's wish beyond it is left to the job engine
    std::chrono::milliseconds listingWait{60'000}; ///< until an uploaded object is listed
};

/// For calls that somebody waits for, before a window or a terminal.
inline TransferLimits limitsOfPatience()
{
    return {.stallTimeout = std::chrono::seconds(10), .callTimeout = std::chrono::seconds(20)};
}

/// Waits for that long or until the stop is requested. Handed in so that tests need no sleep.
using Delay = std::function<void(std::chrono::milliseconds, const std::stop_token &)>;
Delay systemDelay();

} // namespace createzoom
