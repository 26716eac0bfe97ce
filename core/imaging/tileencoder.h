// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/conversionoptions.h"

#include <QByteArrayView>
#include <QSize>

#include <memory>

namespace createzoom {

/// 8-bit RGB pixels of one tile inside a larger picture.
struct TilePixels
{
    const uchar *pixels = nullptr;
    qsizetype stride = 0; ///< bytes from row to row
    QSize size{};
};

/// Turns pixels into the bytes of a tile, without any metadata. One object per thread: it keeps its
/// buffers.
class TileEncoder
{
public:
    virtual ~TileEncoder() = default;
    /// The bytes stay valid until the next call.
    virtual Result<QByteArrayView> encode(const TilePixels &tile) = 0;

protected:
    TileEncoder() = default;
    Q_DISABLE_COPY_MOVE(TileEncoder)
};

std::unique_ptr<TileEncoder> makeTileEncoder(const ConversionOptions &options);

} // namespace createzoom
