// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"
#include "tests/support/fakeclock.h"

namespace createzoom::tests {

/// The time of a lease goes by but for `rest`, in which somebody else is heard of: who renewed
/// nothing is gone, and not the store.
inline void letLeasesEnd(JobEngine &engine,
                         FakeClock &clock,
                         std::chrono::milliseconds lease,
                         std::chrono::milliseconds rest = {})
{
    clock.advance(lease / 2);
    (void)engine.tick();
    clock.advance(lease - lease / 2 - rest);
}

} // namespace createzoom::tests
