// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/tilesource.h"

#include <QString>

#include <memory>

namespace createzoom {

/// The tiles of a `.dzip` or `.szi` archive, or those beside the `.dzi` file of a folder of tiles.
Result<std::unique_ptr<TileSource>> openPyramid(const QString &path);

} // namespace createzoom
