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

TilePainter::TilePainter(const PyramidLayout &layout, TileCache &cache, const ViewTransform &view)
    : m_layout(layout)
    , m_cache(cache)
    , m_seen(view)
    , m_view(view.upright())
    , m_cells(tilesOf(layout, view.level(layout), view.visible()))
{}

void TilePainter::paint(QPainter &painter) const
{
    painter.save();
    begin(painter);
    for (const TileAddress &cell : m_cells)
        paintLayers(painter, cell);
    painter.restore();
}

void TilePainter::paintCell(QPainter &painter, const TileAddress &cell) const
{
    painter.save();
    begin(painter);
    paintLayers(painter, cell);
    painter.restore();
}

void TilePainter::begin(QPainter &painter) const
{
    constexpr double enlarged = 2;
    painter.setTransform(turn(), true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_view.deviceScale() < enlarged);
}

void TilePainter::paintLayers(QPainter &painter, const TileAddress &cell) const
{
    const QRect inner = innerRect(cell);
    const QRect target = onScreen(inner, cell.level);
    const QList<TileAddress> found = layers(cell);
    for (auto layer = found.crbegin(); layer != found.crend(); ++layer) {
        const double shrink = std::ldexp(1, layer->level - cell.level);
        const QPointF corner = m_layout.tileRect(*layer).topLeft();
        painter.drawImage(
            QRectF(target),
            m_cache.find(*layer)->image,
            QRectF(QPointF(inner.topLeft()) * shrink - corner, QSizeF(inner.size()) * shrink));
    }
}

QList<TileAddress> TilePainter::layers(const TileAddress &cell) const
{
    QList<TileAddress> found;
    for (int steps = 0; steps <= cell.level; ++steps) {
        const TileAddress coarse{cell.level - steps, cell.column >> steps, cell.row >> steps};
        const TileCache::Tile *tile = m_cache.find(coarse);
        if (!tile)
            continue;
        found << coarse;
        if (tile->isWhole)
            break;
    }
    return found;
}

QRect TilePainter::placeOf(const TileAddress &cell) const
{
    const QTransform toScreen
        = turn() * QTransform::fromScale(m_view.devicePixels(), m_view.devicePixels());
    return toScreen.mapRect(QRectF(onScreen(innerRect(cell), cell.level))).toRect();
}

void TilePainter::paintFrames(QPainter &painter) const
{
    painter.save();
    QFont font = painter.font();
    font.setPointSizeF(font.pointSizeF() * m_view.devicePixels());
    painter.setFont(font);
    painter.setTransform(turn(), true);
    for (const TileAddress &tile : m_cells) {
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
    const QSizeF widget = turnedSize(m_view.widget(), m_seen.quarterTurns());
    QTransform transform;
    transform.translate(widget.width() / 2, widget.height() / 2);
    transform.rotate(quarterTurn * m_seen.quarterTurns());
    transform.translate(-m_view.widget().width() / 2, -m_view.widget().height() / 2);
    transform.scale(1 / m_view.devicePixels(), 1 / m_view.devicePixels());
    return transform;
}

} // namespace createzoom
