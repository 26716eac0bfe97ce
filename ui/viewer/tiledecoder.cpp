// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/tiledecoder.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 mostPixels = qint64{4096} * 4096;

/// The tile's pixels without overlap, in its level.
QRect innerRect(const PyramidLayout &layout, const TileAddress &tile)
{
    const int side = layout.tileSize();
    const QPoint corner(tile.column * side, tile.row * side);
    const QSize rest = layout.levelSize(tile.level) - QSize(corner.x(), corner.y());
    return {corner, rest.boundedTo({side, side})};
}

QImage readTile(TileSource &source, const TileAddress &tile)
{
    const Result<QByteArray> bytes = source.tile(tile);
    if (!bytes)
        return {};
    const DziDescriptor &descriptor = source.descriptor();
    const Result<QImage> image
        = decodeTile(*bytes, descriptor.format, descriptor.layout.tileRect(tile).size());
    return image ? *image : QImage();
}

} // namespace

Result<QImage> decodeTile(const QByteArray &bytes, TileFormat format, QSize size)
{
    if (qint64{size.width()} * size.height() > mostPixels)
        return Error{ErrorCode::Limit, u"The tiles are larger than 4096 x 4096 pixels"_s};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format == TileFormat::Png ? "png" : "jpeg");
    reader.setAutoDetectImageFormat(false);
    const QImage image = reader.size() == size ? reader.read() : QImage();
    if (image.isNull())
        return Error{ErrorCode::Damaged, u"A tile is damaged"_s, reader.errorString()};
    // The format that the raster painter copies without a look at each pixel.
    if (!image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_RGB32);
    QImage opaque(image.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white);
    QPainter(&opaque).drawImage(0, 0, image);
    return opaque;
}

QImage assembleTile(TileSource &source, const TileAddress &tile, int levels)
{
    const PyramidLayout &layout = source.descriptor().layout;
    const QRect rect = layout.tileRect(tile);
    if (levels <= 0 || tile.level >= layout.topLevel()
        || qint64{rect.width()} * rect.height() > mostPixels)
        return {};
    QImage whole;
    for (const QPoint offset : {QPoint(0, 0), QPoint(1, 0), QPoint(0, 1), QPoint(1, 1)}) {
        const TileAddress finer{
            tile.level + 1, 2 * tile.column + offset.x(), 2 * tile.row + offset.y()};
        if (!layout.contains(finer))
            continue;
        QImage part = readTile(source, finer);
        if (part.isNull())
            part = assembleTile(source, finer, levels - 1);
        if (part.isNull())
            continue;
        if (whole.isNull()) {
            whole = QImage(rect.size(), QImage::Format_ARGB32_Premultiplied);
            whole.fill(Qt::transparent);
        }
        const QRect inner = innerRect(layout, finer);
        const QRectF target(QPointF(inner.topLeft()) / 2 - rect.topLeft(),
                            QSizeF(inner.size()) / 2);
        QPainter painter(&whole);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, part, inner.translated(-layout.tileRect(finer).topLeft()));
    }
    return whole;
}

} // namespace createzoom
