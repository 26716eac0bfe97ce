// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/tiledecoder.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 mostDecoded = qint64{4096} * 4096;

} // namespace

Result<QImage> decodeTile(const QByteArray &bytes, TileFormat format, QSize size)
{
    if (qint64{size.width()} * size.height() > mostDecoded)
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

} // namespace createzoom
