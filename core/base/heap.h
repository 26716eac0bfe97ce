// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace createzoom {

/// For a server: large pieces are given back to the system as soon as they are free, one by one,
/// instead of leaving holes between what stays. Before threads start.
void keepHeapDense();

/// Gives back what is free now, after a crowd. Takes milliseconds; any thread.
void returnFreeMemory();

} // namespace createzoom
