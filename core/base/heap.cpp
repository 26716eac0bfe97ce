// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/heap.h"

#include <malloc.h>

namespace createzoom {

void keepHeapDense()
{
    // Qt's sockets buffer in pieces of this size, those of strangers too.
    constexpr int large = 32 * 1024;
    ::mallopt(M_MMAP_THRESHOLD, large);
}

void returnFreeMemory()
{
    ::malloc_trim(0);
}

} // namespace createzoom
