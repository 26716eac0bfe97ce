// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/tilepainter.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int quarterTurn = 90; ///< degrees

QSizeF turnedSize(QSizeF size, int quarterTurns)
{
    return quarterTurns % 2 == 0 ? size : size.transposed();
}

} // namespace

QList<TileAddress> tilesOf(const PyramidLayout &layout, int level, const QRectF &part)
{
    if (part.isEmpty())
        return {};
    const double side = std::ldexp(layout.tileSize(), layout.topLevel() - level);
    const auto index = [&](double at) {
        return std::max(0, static_cast<int>(at / side));
    };
    const int lastColumn = std::min(layout.columns(level) - 1, index(part.right()));
    const int lastRow = std::min(layout.rows(level) - 1, index(part.bottom()));
    QList<TileAddress> tiles;
    for (int row = index(part.top()); row <= lastRow; ++row) {
        for (int column = index(part.left()); column <= lastColumn; ++column)
            tiles << TileAddress{level, column, row};
    }
    const QPointF middle = part.center() / side;
    const auto distance = [&](const TileAddress &tile) {
        const double x = tile.column + 0.5 - middle.x();
        const double y = tile.row + 0.5 - middle.y();
        return x * x + y * y;
    };
    std::stable_sort(tiles.begin(), tiles.end(), [&](const auto &a, const auto &b) {
        return distance(a) < distance(b);
    });
    return tiles;
}

int overviewLevel(const PyramidLayout &layout)
{
    int level = 0;
    while (level < layout.topLevel() && layout.columns(level + 1) == 1
           && layout.rows(level + 1) == 1)
        ++level;
    return level;
}

TilePainter::TilePainter(const PyramidLayout &layout,
                         TileCache &cache,
                         const TileFades &fades,
                         const ViewTransform &view)
    : m_layout(layout)
    , m_cache(cache)
    , m_fades(fades)
    , m_view(view.upright())
    , m_quarterTurns(view.quarterTurns())
    , m_tiles(tilesOf(layout, view.level(layout), view.visible()))
{}

void TilePainter::paint(QPainter &painter) const
{
    constexpr double enlarged = 2;
    painter.save();
    painter.setTransform(turn(), true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_view.deviceScale() < enlarged);
    for (const TileAddress &tile : m_tiles)
        paintTile(painter, tile);
    painter.restore();
}

void TilePainter::paintTile(QPainter &painter, const TileAddress &tile) const
{
    const QRect inner = innerRect(tile);
    const QRect target = onScreen(inner, tile.level);
    const QList<Layer> layers = layersOf(tile);
    for (auto layer = layers.crbegin(); layer != layers.crend(); ++layer) {
        const double shrink = std::ldexp(1, layer->tile.level - tile.level);
        const QPointF corner = m_layout.tileRect(layer->tile).topLeft();
        const bool isLowest = layer == layers.crbegin(); // below it is nothing: a hole
        painter.setOpacity(isLowest ? 1 : layer->opacity);
        painter.drawImage(
            QRectF(target),
            *layer->image,
            QRectF(QPointF(inner.topLeft()) * shrink - corner, QSizeF(inner.size()) * shrink));
    }
}

/// The finest first, down to the first that hides all below it.
QList<TilePainter::Layer> TilePainter::layersOf(const TileAddress &tile) const
{
    QList<Layer> layers;
    for (int steps = 0; steps <= tile.level; ++steps) {
        const TileAddress coarse{tile.level - steps, tile.column >> steps, tile.row >> steps};
        const TileCache::Tile *found = m_cache.find(coarse);
        if (!found)
            continue;
        layers << Layer{coarse, &found->image, m_fades.opacity(coarse)};
        if (found->isWhole && layers.last().opacity >= 1)
            break;
    }
    return layers;
}

void TilePainter::paintFrames(QPainter &painter) const
{
    painter.save();
    QFont font = painter.font();
    font.setPointSizeF(font.pointSizeF() * m_view.devicePixels());
    painter.setFont(font);
    painter.setTransform(turn(), true);
    for (const TileAddress &tile : m_tiles) {
        const QRect frame = onScreen(innerRect(tile), tile.level);
        const bool isThere = m_cache.hasWhole(tile);
        painter.setPen(QPen(isThere ? QColor(0, 200, 255) : QColor(255, 80, 80), 1));
        painter.drawRect(frame.adjusted(0, 0, -1, -1));
        const QString address = u"%1/%2_%3"_s.arg(tile.level).arg(tile.column).arg(tile.row);
        painter.drawText(frame.adjusted(4, 2, -4, -2),
                         Qt::AlignTop | Qt::AlignLeft,
                         isThere ? address : address + u" ..."_s);
    }
    painter.restore();
}

/// The tile's pixels without overlap.
QRect TilePainter::innerRect(const TileAddress &tile) const
{
    const int side = m_layout.tileSize();
    const QPoint corner(tile.column * side, tile.row * side);
    const QSize rest = m_layout.levelSize(tile.level) - QSize(corner.x(), corner.y());
    return {corner, rest.boundedTo({side, side})};
}

/// In pixels of the screen.
QRect TilePainter::onScreen(const QRect &inner, int level) const
{
    const double factor = std::ldexp(1, m_layout.topLevel() - level);
    const auto point = [&](QPoint levelPoint) {
        return (m_view.toWidget(QPointF(levelPoint) * factor) * m_view.devicePixels()).toPoint();
    };
    const QPoint topLeft = point(inner.topLeft());
    const QPoint bottomRight = point(inner.topLeft() + QPoint(inner.width(), inner.height()));
    return {topLeft, QSize(bottomRight.x() - topLeft.x(), bottomRight.y() - topLeft.y())};
}

/// From the pixels of the screen, upright, to the widget.
QTransform TilePainter::turn() const
{
    const QSizeF widget = turnedSize(m_view.widget(), m_quarterTurns);
    QTransform transform;
    transform.translate(widget.width() / 2, widget.height() / 2);
    transform.rotate(quarterTurn * m_quarterTurns);
    transform.translate(-m_view.widget().width() / 2, -m_view.widget().height() / 2);
    transform.scale(1 / m_view.devicePixels(), 1 / m_view.devicePixels());
    return transform;
}

} // namespace createzoom
