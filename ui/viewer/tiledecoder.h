// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/tilesource.h"

#include <QImage>

namespace createzoom {

/// A tile's picture, opaque. Its size is known, so bytes that claim another one, or are of another
/// format, are refused before anything is decoded. Any thread.
Result<QImage> decodeTile(const QByteArray &bytes, TileFormat format, QSize size);

/// What can be shown for a tile that is not made yet: the finer tiles below it, those that are
/// there, with nothing in between. Null when none is. Blocks.
QImage assembleTile(TileSource &source, const TileAddress &tile, int levels);

} // namespace createzoom
