// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/tilesource.h"

#include <QImage>

namespace createzoom {

/// A tile's picture, opaque. Its size is known, so bytes that claim another one, or are of another
/// format, are refused before anything is decoded. Any thread.
Result<QImage> decodeTile(const QByteArray &bytes, TileFormat format, QSize size);

} // namespace createzoom
