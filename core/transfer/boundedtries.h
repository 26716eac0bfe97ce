// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/stepcontrol.h"
#include "core/transfer/transferlimits.h"

#include <optional>

namespace createzoom {

enum class TryOutcome { Fruitless, Progressed };

/// How an operation comes back after a failure of the network or the store: with growing delays,
/// and only so often without progress. Lives on the stack of one operation.
class BoundedTries
{
public:
    BoundedTries(const TransferLimits &limits, const RandomSource &random, const Delay &pause);

    /// After a failed try: has waited and returns nullopt (try again), or returns the error to end
    /// with.
    std::optional<Error> giveUp(const Error &error, TryOutcome outcome, const StepControl &control);

private:
    const TransferLimits &m_limits;
    const RandomSource &m_random;
    const Delay &m_pause;
    int m_fruitless = 0;
};

} // namespace createzoom
