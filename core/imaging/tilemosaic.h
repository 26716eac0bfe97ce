// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/conversionoptions.h"

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QSize>

namespace createzoom {

/// A tile and the part of it that has a place of its own.
struct MosaicTile
{
    QByteArray bytes{};
    QSize size{}; ///< what its bytes must hold
    QRect inner{}; ///< in the tile, without overlap
    QPoint at{}; ///< in the whole, of `inner`
};

/// Joins tiles to the picture they are of, shrinks it to `side` pixels if it is larger, and returns
/// it as PNG. Bytes of another format or size are refused before they are decoded. Blocks.
Result<QByteArray>
mosaicPng(const QList<MosaicTile> &tiles, TileFormat format, QSize whole, int side);

} // namespace createzoom
