// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace createzoom {

/// Now, in UTC milliseconds since 1970. Handed in by constructors so that tests need no sleep.
using Clock = std::function<qint64()>;

/// A number in [0, 1), for jitter. Handed in likewise. Called from any thread.
using RandomSource = std::function<double()>;

Clock systemClock();
RandomSource systemRandom();

} // namespace createzoom
