// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>

#include <algorithm>

namespace createzoom {

/// Micrometres a pixel as somebody else's file or server says, or 0 (unknown) where it cannot be:
/// no atom is smaller, no section larger.
inline QSizeF believablePixelSize(QSizeF micrometres)
{
    constexpr double smallest = 1e-6;
    constexpr double largest = 1e6;
    const bool isLength = std::min(micrometres.width(), micrometres.height()) >= smallest
        && std::max(micrometres.width(), micrometres.height()) <= largest;
    return isLength ? micrometres : QSizeF(0, 0);
}

} // namespace createzoom
