// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/pyramidlevel.h"

#include <algorithm>
#include <utility>

namespace createzoom {

namespace {

/// The first even number from `value` on: where 2 x 2 pixels begin.
int evenFrom(int value)
{
    return value + (value & 1);
}

/// The tiles, numbered along one direction, that hold at least one pixel of begin ... end - 1.
struct TileSpan
{
    int first = 0;
    int last = 0;
};

TileSpan spanOf(int begin, int end, const PyramidLayout &layout, int count)
{
    const int before = layout.overlap();
    const int after = std::max(layout.overlap(), layout.tileSize() & 1);
    return {std::max(0, begin - after) / layout.tileSize(),
            std::min(count - 1, (end - 1 + before) / layout.tileSize())};
}

} // namespace

PyramidLevel::PyramidLevel(const PyramidLayout &layout,
                           int level,
                           PixelModel model,
                           BlockBuffers &buffers)
    : m_layout(layout)
    , m_level(level)
    , m_size(layout.levelSize(level))
    , m_model(model)
    , m_buffers(buffers)
{}

CompleteBlocks PyramidLevel::write(const PixelArea &area)
{
    CompleteBlocks complete;
    for (TileBlock *block : blocksOf(area.rect)) {
        if (block->copy(area))
            complete.push_back(takeOut(*block));
    }
    return complete;
}

QRect PyramidLevel::sharedWithCoarser(const TileAddress &tile) const
{
    if (m_level == 0)
        return {};
    const int size = m_layout.tileSize();
    const int left = evenFrom(tile.column * size);
    const int top = evenFrom(tile.row * size);
    const qint64 right = std::min<qint64>(m_size.width(), (qint64{tile.column} + 1) * size);
    const qint64 bottom = std::min<qint64>(m_size.height(), (qint64{tile.row} + 1) * size);
    // Where the tile ends inside a pair, the pair is its own; at the level's edge half a pair is.
    const int width = std::min(evenFrom(static_cast<int>(right)), m_size.width()) - left;
    const int height = std::min(evenFrom(static_cast<int>(bottom)), m_size.height()) - top;
    return {left, top, width, height};
}

QRect PyramidLevel::inCoarser(const QRect &shared)
{
    return {
        shared.left() / 2, shared.top() / 2, (shared.width() + 1) / 2, (shared.height() + 1) / 2};
}

QRect PyramidLevel::heldRect(const TileAddress &tile) const
{
    const QRect shown = m_layout.tileRect(tile);
    const QRect shared = sharedWithCoarser(tile);
    return shared.isEmpty() ? shown : shown | shared;
}

std::vector<TileBlock *> PyramidLevel::blocksOf(const QRect &rect)
{
    const TileSpan columns
        = spanOf(rect.left(), rect.right() + 1, m_layout, m_layout.columns(m_level));
    const TileSpan rows = spanOf(rect.top(), rect.bottom() + 1, m_layout, m_layout.rows(m_level));
    std::vector<TileBlock *> blocks;
    const std::lock_guard lock(m_mutex);
    for (int row = rows.first; row <= rows.last; ++row) {
        for (int column = columns.first; column <= columns.last; ++column) {
            const TileAddress tile{m_level, column, row};
            const QRect held = heldRect(tile);
            if (!held.intersects(rect))
                continue;
            std::unique_ptr<TileBlock> &block = m_blocks[key(tile)];
            if (!block)
                block = std::make_unique<TileBlock>(tile, held, m_model, m_buffers);
            blocks.push_back(block.get());
        }
    }
    return blocks;
}

std::unique_ptr<TileBlock> PyramidLevel::takeOut(const TileBlock &block)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_blocks.find(key(block.tile()));
    std::unique_ptr<TileBlock> taken = std::move(found->second);
    m_blocks.erase(found);
    return taken;
}

qint64 PyramidLevel::key(const TileAddress &tile) const
{
    return qint64{tile.row} * m_layout.columns(m_level) + tile.column;
}

} // namespace createzoom
