// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/smallpicture.h"

#include "ui/viewer/tileassembler.h"
#include "ui/viewer/tiledecoder.h"

#include <QPainter>

namespace createzoom {

namespace {

/// Of a level that is not much larger than the box; more have pyramids of absurdly small tiles.
constexpr int mostTiles = 64;

bool covers(QSize size, QSize other)
{
    return size.width() >= other.width() && size.height() >= other.height();
}

QImage tileImage(TileSource &source, TileAssembler &assembler, const TileAddress &tile)
{
    const DziDescriptor &descriptor = source.descriptor();
    const Result<QByteArray> bytes = source.tile(tile);
    if (!bytes)
        return source.isGrowing() ? assembler.assemble(tile) : QImage();
    const Result<QImage> image
        = decodeTile(*bytes, descriptor.format, descriptor.layout.tileRect(tile).size());
    return image ? *image : QImage();
}

/// All tiles of the level, side by side; null when there are none.
QImage levelImage(const std::shared_ptr<TileSource> &source, int level)
{
    const PyramidLayout &layout = source->descriptor().layout;
    if (layout.columns(level) * layout.rows(level) > mostTiles)
        return {};
    TileAssembler assembler(source);
    QImage whole;
    for (int row = 0; row < layout.rows(level); ++row) {
        for (int column = 0; column < layout.columns(level); ++column) {
            const TileAddress tile{level, column, row};
            const QImage part = tileImage(*source, assembler, tile);
            if (part.isNull())
                continue;
            if (whole.isNull()) {
                whole = QImage(layout.levelSize(level), QImage::Format_ARGB32_Premultiplied);
                whole.fill(Qt::transparent);
            }
            QPainter(&whole).drawImage(layout.tileRect(tile).topLeft(), part);
        }
    }
    return whole;
}

} // namespace

QImage smallPicture(const std::shared_ptr<TileSource> &source, QSize box)
{
    const PyramidLayout &layout = source->descriptor().layout;
    const QSize fitting = layout.size().scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1});
    const QSize size = fitting.boundedTo(layout.size()); // a small image is not made larger
    int level = 0;
    while (level < layout.topLevel() && !covers(layout.levelSize(level), size))
        ++level;
    const QImage whole = levelImage(source, level);
    return whole.isNull() ? whole
                          : whole.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace createzoom
