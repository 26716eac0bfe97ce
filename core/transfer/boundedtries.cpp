// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/boundedtries.h"

#include "core/base/logging.h"

#include <algorithm>
#include <thread>

namespace createzoom {

using std::chrono::milliseconds;

namespace {

/// Failures that pass while one waits. Others (a full disk, a missing right) do not.
bool isPassing(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Network:
    case ErrorCode::Throttled:
    case ErrorCode::RemoteFailure:
    case ErrorCode::Checksum:
        return true;
    default:
        return false;
    }
}

} // namespace

Delay systemDelay()
{
    return [](milliseconds time, const std::stop_token &stop) {
        constexpr milliseconds slice{50};
        for (milliseconds rest = time; rest.count() > 0 && !stop.stop_requested(); rest -= slice)
            std::this_thread::sleep_for(std::min(rest, slice));
    };
}

BoundedTries::BoundedTries(const TransferLimits &limits,
                           const RandomSource &random,
                           const Delay &pause)
    : m_limits(limits)
    , m_random(random)
    , m_pause(pause)
{}

std::optional<Error>
BoundedTries::giveUp(const Error &error, TryOutcome outcome, const StepControl &control)
{
    if (control.stopRequested())
        return cancelledError();
    m_fruitless = outcome == TryOutcome::Progressed ? 0 : m_fruitless + 1;
    if (!isPassing(error.code) || m_fruitless >= m_limits.fruitlessTries)
        return error;
    if (error.retryAfter && *error.retryAfter > m_limits.maxDelay)
        return error;

    const int doublings = std::clamp(m_fruitless - 1, 0, 20);
    const milliseconds full
        = std::min(m_limits.firstDelay * (milliseconds::rep{1} << doublings), m_limits.maxDelay);
    const milliseconds jittered(
        static_cast<qint64>(static_cast<double>(full.count()) * (0.5 + m_random() / 2)));
    const milliseconds delay = error.retryAfter ? milliseconds(*error.retryAfter) : jittered;
    qCInfo(lcTransfer).noquote() << "trying again in" << delay.count() << "ms:" << error.message
                                 << error.detail;
    m_pause(delay, control.stop);
    if (control.stopRequested())
        return cancelledError();
    return std::nullopt;
}

} // namespace createzoom
