// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/tileassembler.h"

#include "ui/viewer/tiledecoder.h"

#include <QPainter>

#include <utility>

namespace createzoom {

namespace {

/// How far down it looks: 1024 tiles at the most for one, where asking costs little.
constexpr int levelsNear = 5;
constexpr int levelsFar = 1;
/// A few screens' worth; begun anew when somebody leafs through more.
constexpr qsizetype mostMosaics = 1000;
constexpr qint64 mostAssembled = qint64{2048} * 2048;

/// The tile's pixels in its level, without overlap.
QRect innerRect(const PyramidLayout &layout, const TileAddress &tile)
{
    const int side = layout.tileSize();
    const QPoint corner(tile.column * side, tile.row * side);
    const QSize rest = layout.levelSize(tile.level) - QSize(corner.x(), corner.y());
    return {corner, rest.boundedTo({side, side})};
}

} // namespace

TileAssembler::TileAssembler(std::shared_ptr<TileSource> source)
    : m_source(std::move(source))
{}

QImage TileAssembler::assemble(const TileAddress &tile)
{
    const QRect rect = m_source->descriptor().layout.tileRect(tile);
    if (qint64{rect.width()} * rect.height() > mostAssembled)
        return {};
    const std::lock_guard lock(m_mutex);
    if (m_mosaics.size() > mostMosaics)
        m_mosaics.clear();
    return assembled(tile, m_source->isNear() ? levelsNear : levelsFar);
}

void TileAssembler::forget(const TileAddress &tile)
{
    const std::lock_guard lock(m_mutex);
    m_mosaics.remove(tile);
}

QImage TileAssembler::assembled(const TileAddress &tile, int levels)
{
    const PyramidLayout &layout = m_source->descriptor().layout;
    if (levels == 0 || tile.level >= layout.topLevel())
        return {};
    Mosaic mosaic = m_mosaics.value(tile);
    for (int i = 0; i < 4; ++i) {
        const TileAddress finer{tile.level + 1, 2 * tile.column + i % 2, 2 * tile.row + i / 2};
        bool &isDone = mosaic.isDone.at(static_cast<size_t>(i));
        if (isDone || !layout.contains(finer))
            continue;
        const QImage found = part(finer, levels - 1, isDone);
        if (!found.isNull())
            place(mosaic.image, tile, found, finer);
    }
    if (!mosaic.image.isNull())
        m_mosaics.insert(tile, mosaic);
    return mosaic.image;
}

QImage TileAssembler::part(const TileAddress &finer, int levels, bool &isDone)
{
    const DziDescriptor &descriptor = m_source->descriptor();
    const Result<QByteArray> bytes = m_source->tile(finer);
    if (!bytes)
        return assembled(finer, levels);
    isDone = true;
    m_mosaics.remove(finer);
    const Result<QImage> image
        = decodeTile(*bytes, descriptor.format, descriptor.layout.tileRect(finer).size());
    return image ? *image : QImage();
}

void TileAssembler::place(QImage &whole,
                          const TileAddress &tile,
                          const QImage &part,
                          const TileAddress &finer)
{
    const PyramidLayout &layout = m_source->descriptor().layout;
    const QRect rect = layout.tileRect(tile);
    if (whole.isNull()) {
        whole = QImage(rect.size(), QImage::Format_ARGB32_Premultiplied);
        whole.fill(Qt::transparent);
    }
    const QRect inner = innerRect(layout, finer);
    const QRectF target(QPointF(inner.topLeft()) / 2 - rect.topLeft(), QSizeF(inner.size()) / 2);
    QPainter painter(&whole);
    painter.setCompositionMode(QPainter::CompositionMode_Source); // holes too
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, part, inner.translated(-layout.tileRect(finer).topLeft()));
}

} // namespace createzoom
