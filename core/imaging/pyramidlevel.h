// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"
#include "core/imaging/tileblock.h"

#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace createzoom {

using CompleteBlocks = std::vector<std::unique_ptr<TileBlock>>;

/// One level of the pyramid while it is made: areas go in, from any thread and in any order; blocks
/// come out when their last pixel has come. Only what is incomplete is kept, so areas that come
/// roughly row by row need the memory of a row of tiles or two.
class PyramidLevel
{
public:
    PyramidLevel(const PyramidLayout &layout, int level, PixelModel model, BlockBuffers &buffers);

    /// Copies the area into the blocks that show it, and returns those that it completed.
    CompleteBlocks write(const PixelArea &area);

    /// The pixels of this level that the tile gives to the next coarser one; empty for level 0.
    QRect sharedWithCoarser(const TileAddress &tile) const;
    /// Where they lie in it, once shrunk.
    static QRect inCoarser(const QRect &shared);

private:
    QRect heldRect(const TileAddress &tile) const;
    std::vector<TileBlock *> blocksOf(const QRect &rect);
    std::unique_ptr<TileBlock> takeOut(const TileBlock &block);
    qint64 key(const TileAddress &tile) const;

    const PyramidLayout m_layout;
    const int m_level;
    const QSize m_size;
    const PixelModel m_model; ///< of the blocks
    BlockBuffers &m_buffers;
    std::mutex m_mutex; ///< guards m_blocks; a block's pixels need no lock
    std::unordered_map<qint64, std::unique_ptr<TileBlock>> m_blocks;
};

} // namespace createzoom
