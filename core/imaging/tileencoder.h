// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/imaging/pixelreader.h"
#include "core/jobs/conversionoptions.h"

#include <QByteArrayView>

#include <memory>

namespace createzoom {

/// Turns planes into the bytes of a tile, without any metadata. Keeps its buffers; one thread at a
/// time.
class TileEncoder
{
public:
    virtual ~TileEncoder() = default;
    /// `pixels` of tileModel(). The bytes stay valid until the next call.
    virtual Result<QByteArrayView> encode(const PixelArea &pixels) = 0;

protected:
    TileEncoder() = default;
    Q_DISABLE_COPY_MOVE(TileEncoder)
};

std::unique_ptr<TileEncoder> makeTileEncoder(const ConversionOptions &options);

/// What the planes must hold for the tiles of a format.
PixelModel tileModel(TileFormat format);

} // namespace createzoom
