// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/thumbnail.h"

#include "core/archive/pyramidtiles.h"
#include "core/imaging/tilemosaic.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// What is read is at most twice as large a side as what is wanted; nobody's tiles are so many.
constexpr int mostTiles = 512;

int levelFor(const PyramidLayout &layout, int side)
{
    int level = 0;
    const auto longest = [&] {
        const QSize size = layout.levelSize(level);
        return std::max(size.width(), size.height());
    };
    while (level < layout.topLevel() && longest() < side)
        ++level;
    return level;
}

Result<QList<MosaicTile>> tilesOfLevel(TileSource &source, int level)
{
    const PyramidLayout &layout = source.descriptor().layout;
    if (qint64{layout.columns(level)} * layout.rows(level) > mostTiles)
        return Error{ErrorCode::Limit, u"The pyramid has too many tiles for a small picture"_s};
    QList<MosaicTile> tiles;
    for (int row = 0; row < layout.rows(level); ++row) {
        for (int column = 0; column < layout.columns(level); ++column) {
            const TileAddress address{level, column, row};
            Result<QByteArray> bytes = source.tile(address);
            if (!bytes)
                return bytes.error();
            const QRect rect = layout.tileRect(address);
            const QPoint corner(column * layout.tileSize(), row * layout.tileSize());
            const QSize levelRest = layout.levelSize(level) - QSize(corner.x(), corner.y());
            const QSize inner = levelRest.boundedTo({layout.tileSize(), layout.tileSize()});
            tiles << MosaicTile{
                *std::move(bytes), rect.size(), QRect(corner - rect.topLeft(), inner), corner};
        }
    }
    return tiles;
}

} // namespace

Result<void> writeThumbnail(const QString &archive, const QString &png, int side)
{
    const Result<std::unique_ptr<TileSource>> source = openPyramid(archive);
    if (!source)
        return source.error();
    const DziDescriptor &descriptor = (*source)->descriptor();
    const int level = levelFor(descriptor.layout, side);
    const Result<QList<MosaicTile>> tiles = tilesOfLevel(**source, level);
    if (!tiles)
        return tiles.error();
    const Result<QByteArray> bytes
        = mosaicPng(*tiles, descriptor.format, descriptor.layout.levelSize(level), side);
    if (!bytes)
        return bytes.error();
    QSaveFile file(png);
    if (file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.commit())
        return {};
    return Error{ErrorCode::Io,
                 u"%1 cannot be written: %2"_s.arg(QFileInfo(png).fileName(), file.errorString())};
}

} // namespace createzoom
