// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace createzoom {

/// Whether every directory of a TIFF file lies inside it. libtiff ends its list silently at the
/// first one that does not: a slide or stack that was cut off would pass for a shorter one. True
/// for files that are not TIFF.
bool isTiffChainWhole(const QString &path);

} // namespace createzoom
