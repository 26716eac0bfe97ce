// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/fault.h"

#include <memory>

namespace createzoom::tests {

/// Of one by chance, which is started again.
void killAWorker(Cluster &cluster);
void endAWorker(Cluster &cluster);

/// Killed, and not started again.
std::unique_ptr<Fault> workerDeath();
/// Stopped for longer than its lease, then going on with what is no longer its own.
std::unique_ptr<Fault> workerSleep();
/// Dies when its archive is in the bucket and the job store does not know yet.
std::unique_ptr<Fault> deathAfterPut();
/// An image that kills whoever decodes it.
std::unique_ptr<Fault> poison();
/// An image that kills whole workers.
std::unique_ptr<Fault> deadlyImage();
/// All workers' disks are full for a while.
std::unique_ptr<Fault> fullDisks();
/// They can hold no further file.
std::unique_ptr<Fault> disksWithoutInodes();
/// They take no writes, as a file system does that has found errors.
std::unique_ptr<Fault> readOnlyDisks();
/// A worker's clock jumps decades.
std::unique_ptr<Fault> clockJumps();
/// A day, to and fro.
std::unique_ptr<Fault> clockJumpsADay();

} // namespace createzoom::tests
