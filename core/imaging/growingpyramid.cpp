// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/growingpyramid.h"

#include "core/imaging/planemath.h"

namespace createzoom {

GrowingPyramid::GrowingPyramid(const PyramidPlan &plan, PixelModel model)
    : m_shrink(plan.options.shrink)
    , m_buffers(TileBlock::byteCount(plan.layout))
{
    for (int level = 0; level < plan.layout.levelCount(); ++level)
        m_levels.push_back(std::make_unique<PyramidLevel>(plan.layout, level, model, m_buffers));
}

CompleteBlocks GrowingPyramid::write(const PixelArea &area)
{
    return m_levels.back()->write(area);
}

CompleteBlocks GrowingPyramid::shrink(const TileBlock &block, std::vector<uchar> &buffer)
{
    const auto level = static_cast<size_t>(block.tile().level);
    const QRect shared = m_levels[level]->sharedWithCoarser(block.tile());
    if (shared.isEmpty())
        return {};
    const QRect rect = PyramidLevel::inCoarser(shared);
    const qsizetype plane = qsizetype{rect.width()} * rect.height();
    buffer.resize(std::max(buffer.size(), static_cast<size_t>(3 * plane)));
    uchar *target = buffer.data();
    const PixelArea pixels = block.pixels(shared);
    shrinkArea(pixels, m_shrink, {{target, target + plane, target + 2 * plane}, rect.width()});
    return m_levels[level - 1]->write(
        {rect, {target, target + plane, target + 2 * plane}, rect.width(), pixels.content});
}

} // namespace createzoom
