// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pyramidlayout.h"

#include <algorithm>
#include <bit>

namespace createzoom {

namespace {

/// ceil(value / 2^shift)
int halved(int value, int shift)
{
    const qint64 rounded = (qint64{value} + (qint64{1} << shift) - 1) >> shift;
    return static_cast<int>(rounded);
}

int ceilDivide(int value, int divisor)
{
    return static_cast<int>((qint64{value} + divisor - 1) / divisor);
}

} // namespace

PyramidLayout::PyramidLayout(QSize size, int tileSize, int overlap)
    : m_size(size)
    , m_tileSize(tileSize)
    , m_overlap(overlap)
    , m_levelCount(1
                   + static_cast<int>(std::bit_width(
                       static_cast<unsigned>(std::max({size.width(), size.height(), 1}) - 1))))
{}

QSize PyramidLayout::levelSize(int level) const
{
    const int shift = topLevel() - level;
    return {halved(m_size.width(), shift), halved(m_size.height(), shift)};
}

int PyramidLayout::columns(int level) const
{
    return ceilDivide(levelSize(level).width(), m_tileSize);
}

int PyramidLayout::rows(int level) const
{
    return ceilDivide(levelSize(level).height(), m_tileSize);
}

QRect PyramidLayout::tileRect(const TileAddress &tile) const
{
    const QSize level = levelSize(tile.level);
    const int left = std::max(0, tile.column * m_tileSize - m_overlap);
    const int top = std::max(0, tile.row * m_tileSize - m_overlap);
    const qint64 right
        = std::min<qint64>(level.width(), (qint64{tile.column} + 1) * m_tileSize + m_overlap);
    const qint64 bottom
        = std::min<qint64>(level.height(), (qint64{tile.row} + 1) * m_tileSize + m_overlap);
    return {left, top, static_cast<int>(right - left), static_cast<int>(bottom - top)};
}

bool PyramidLayout::contains(const TileAddress &tile) const
{
    return tile.level >= 0 && tile.level < m_levelCount && tile.column >= 0 && tile.row >= 0
        && tile.column < columns(tile.level) && tile.row < rows(tile.level);
}

qint64 PyramidLayout::tileCount() const
{
    qint64 count = 0;
    for (int level = 0; level < m_levelCount; ++level)
        count += qint64{columns(level)} * rows(level);
    return count;
}

qint64 PyramidLayout::pixelCount() const
{
    qint64 count = 0;
    for (int level = 0; level < m_levelCount; ++level)
        count += qint64{levelSize(level).width()} * levelSize(level).height();
    return count;
}

} // namespace createzoom
