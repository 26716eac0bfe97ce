// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/pyramidbuilder.h"
#include "core/imaging/pyramidlevel.h"

#include <memory>
#include <vector>

namespace createzoom {

/// All levels of a pyramid while it is made. Pixels of the image go in at the top; each block that
/// becomes complete is shrunk into the next coarser level, which may complete blocks there. Any
/// thread; no row of tiles waits for another.
class GrowingPyramid
{
public:
    GrowingPyramid(const PyramidPlan &plan, PixelModel model);

    /// Pixels of the full level; returns the blocks that they completed.
    CompleteBlocks write(const PixelArea &area);
    /// The complete block's share of the next coarser level; returns the blocks completed there.
    /// `buffer` is the calling thread's, kept from call to call.
    CompleteBlocks shrink(const TileBlock &block, std::vector<uchar> &buffer);

private:
    const Shrink m_shrink;
    BlockBuffers m_buffers;
    std::vector<std::unique_ptr<PyramidLevel>> m_levels; ///< by number; they use the buffers
};

} // namespace createzoom
