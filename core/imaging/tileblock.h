// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"
#include "core/imaging/pixelreader.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace createzoom {

/// Buffers of one size that are used again and again: fresh ones would cost page faults, and freed
/// on another thread they would stay in the allocator. Shared by all blocks of a pyramid; any
/// thread.
class BlockBuffers
{
public:
    explicit BlockBuffers(qsizetype size)
        : m_size(size)
    {}

    std::unique_ptr<uchar[]> take();
    void giveBack(std::unique_ptr<uchar[]> buffer);

private:
    const qsizetype m_size;
    std::mutex m_mutex; ///< guards m_free
    std::vector<std::unique_ptr<uchar[]>> m_free;
};

/// The pixels of one tile while they come together: its own, those it shows of its neighbours, and
/// those that its share of the next coarser level is made of. Any number of threads may copy
/// different areas into it; when the last pixel is there it belongs to one thread and never
/// changes.
class TileBlock
{
public:
    /// `rect`: what the block holds, at most maxSide() in each direction.
    TileBlock(const TileAddress &tile, const QRect &rect, PixelModel model, BlockBuffers &buffers);
    ~TileBlock();
    Q_DISABLE_COPY_MOVE(TileBlock)

    static int maxSide(const PyramidLayout &layout);
    static qsizetype byteCount(const PyramidLayout &layout);

    const TileAddress &tile() const { return m_tile; }
    /// Copies what the area has of this block into its own planes; true for the call that completes
    /// it.
    bool copy(const PixelArea &area);
    /// The pixels of `part`, which lies in the block, in planes of its model.
    PixelArea pixels(const QRect &part) const;

private:
    qsizetype offset(int plane, int x, int y) const;

    const TileAddress m_tile;
    const QRect m_rect;
    const PixelModel m_model;
    const qsizetype m_stride;
    BlockBuffers &m_buffers;
    std::unique_ptr<uchar[]> m_pixels;
    std::atomic<qint64> m_missing; ///< pixels
};

} // namespace createzoom
