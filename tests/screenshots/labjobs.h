// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fakeengine.h"

namespace createzoom {

/// A day in a laboratory: two hundred sections of two animals, most of them done, three running,
/// some that went wrong.
/// `done`: how many have ended so far.
void putLabJobs(FakeEngine &engine, int done = 121);
/// What a server has: images of buckets, for several people.
void putServerJobs(FakeEngine &engine);
/// Takes what runs further, as a worker would within `milliseconds`.
void advance(FakeEngine &engine, int milliseconds);

} // namespace createzoom
