// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/tileblock.h"

#include "core/imaging/pixelcopy.h"

#include <algorithm>
#include <utility>

namespace createzoom {

std::unique_ptr<uchar[]> BlockBuffers::take()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_free.empty()) {
            std::unique_ptr<uchar[]> buffer = std::move(m_free.back());
            m_free.pop_back();
            return buffer;
        }
    }
    return std::unique_ptr<uchar[]>(new uchar[static_cast<size_t>(m_size)]);
}

void BlockBuffers::giveBack(std::unique_ptr<uchar[]> buffer)
{
    const std::lock_guard lock(m_mutex);
    m_free.push_back(std::move(buffer));
}

TileBlock::TileBlock(const TileAddress &tile,
                     const QRect &rect,
                     PixelModel model,
                     BlockBuffers &buffers)
    : m_tile(tile)
    , m_rect(rect)
    , m_model(model)
    , m_stride(planeStride(rect.width()))
    , m_buffers(buffers)
    , m_pixels(buffers.take())
    , m_missing(qint64{rect.width()} * rect.height())
{}

TileBlock::~TileBlock()
{
    m_buffers.giveBack(std::move(m_pixels));
}

int TileBlock::maxSide(const PyramidLayout &layout)
{
    // A tile of odd size without overlap needs one column of its neighbour for the coarser level.
    return layout.tileSize() + std::max(1, 2 * layout.overlap());
}

qsizetype TileBlock::byteCount(const PyramidLayout &layout)
{
    const int side = maxSide(layout);
    return planeCount * planeStride(side) * side;
}

bool TileBlock::copy(const PixelArea &area)
{
    const QRect part = area.rect & m_rect;
    if (part.isEmpty())
        return false;
    PlaneTarget target{.stride = m_stride};
    for (int plane = 0; plane < planeCount; ++plane)
        target.planes[static_cast<size_t>(plane)]
            = m_pixels.get() + offset(plane, part.left(), part.top());
    copyPixels(area, part, m_model, target);
    const qint64 copied = qint64{part.width()} * part.height();
    return m_missing.fetch_sub(copied, std::memory_order_acq_rel) == copied;
}

PixelArea TileBlock::pixels(const QRect &part) const
{
    PixelArea area{.rect = part,
                   .stride = m_stride,
                   .content = m_model == PixelModel::Ycc ? PixelContent::YccPlanes
                                                         : PixelContent::RgbPlanes};
    for (int plane = 0; plane < planeCount; ++plane)
        area.planes[static_cast<size_t>(plane)]
            = m_pixels.get() + offset(plane, part.left(), part.top());
    return area;
}

qsizetype TileBlock::offset(int plane, int x, int y) const
{
    const qsizetype row = qsizetype{plane} * m_rect.height() + (y - m_rect.top());
    return row * m_stride + (x - m_rect.left());
}

} // namespace createzoom
