// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/tilemosaic.h"

#include "core/imaging/vipsruntime.h"

#include <vips/vips8>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using vips::VImage;

/// Opaque sRGB of 8 bits.
VImage decoded(const MosaicTile &tile, TileFormat format)
{
    VipsBlob *blob = vips_blob_copy(tile.bytes.constData(), static_cast<size_t>(tile.bytes.size()));
    const bool isPng = format == TileFormat::Png;
    VImage image = isPng ? VImage::pngload_buffer(blob) : VImage::jpegload_buffer(blob);
    vips_area_unref(VIPS_AREA(blob));
    if (image.width() != tile.size.width() || image.height() != tile.size.height())
        throw vips::VError("a tile has another size");
    if (image.has_alpha())
        image = image.flatten(VImage::option()->set("background", 255));
    return image.colourspace(VIPS_INTERPRETATION_sRGB).cast(VIPS_FORMAT_UCHAR);
}

QByteArray joined(const QList<MosaicTile> &tiles, TileFormat format, QSize whole, int side)
{
    constexpr int bands = 3;
    VImage picture
        = VImage::black(whole.width(), whole.height(), VImage::option()->set("bands", bands))
              .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
    for (const MosaicTile &tile : tiles) {
        const QRect &inner = tile.inner;
        picture = picture.insert(
            decoded(tile, format).extract_area(inner.x(), inner.y(), inner.width(), inner.height()),
            tile.at.x(),
            tile.at.y());
    }
    const double factor = double(side) / std::max(whole.width(), whole.height());
    if (factor < 1)
        picture = picture.copy_memory().resize(factor);
    VipsBlob *blob = picture.pngsave_buffer(VImage::option()->set("strip", true));
    size_t size = 0;
    const void *data = vips_blob_get(blob, &size);
    QByteArray png(static_cast<const char *>(data), static_cast<qsizetype>(size));
    vips_area_unref(VIPS_AREA(blob));
    return png;
}

} // namespace

Result<QByteArray>
mosaicPng(const QList<MosaicTile> &tiles, TileFormat format, QSize whole, int side)
{
    if (const Result<void> started = startVips(); !started)
        return started.error();
    try {
        return joined(tiles, format, whole, side);
    } catch (const vips::VError &error) {
        return Error{ErrorCode::Damaged,
                     u"A tile is damaged"_s,
                     QString::fromUtf8(error.what()) + u' ' + takeVipsErrors()};
    }
}

} // namespace createzoom
