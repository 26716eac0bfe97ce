// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/pixelreader.h"

#include <algorithm>

namespace createzoom {

int cachedRows(int width)
{
    constexpr int pixels = 1 << 16;
    constexpr int block = 16;
    return std::max(1, pixels / std::max(1, width) / block) * block;
}

} // namespace createzoom
