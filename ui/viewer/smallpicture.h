// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/tilesource.h"

#include <QImage>
#include <QSize>

#include <memory>

namespace createzoom {

/// All of the pyramid within `box` pixels, as far as it is there: holes are transparent. Null when
/// nothing is there yet. Reads the few tiles of one coarse level, or finer ones while it grows.
/// Blocks; any thread but the GUI's.
QImage smallPicture(const std::shared_ptr<TileSource> &source, QSize box);

} // namespace createzoom
