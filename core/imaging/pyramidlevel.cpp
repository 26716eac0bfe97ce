// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/pyramidlevel.h"

#include <algorithm>
#include <utility>

namespace createzoom {

namespace {

constexpr int pixelBytes = Band::pixelBytes;

/// The mean of 2 x 2 pixels, rounded as libvips does. `width` is that of the finer row; an odd last
/// column stands for itself.
void meanRow(const uchar *upper, const uchar *lower, int width, uchar *out)
{
    const int pairs = width / 2;
    for (int x = 0; x < pairs; ++x) {
        for (int band = 0; band < pixelBytes; ++band) {
            const int left = 2 * pixelBytes * x + band;
            const int right = left + pixelBytes;
            const int sum = upper[left] + upper[right] + lower[left] + lower[right];
            out[pixelBytes * x + band] = static_cast<uchar>((sum + 2) >> 2);
        }
    }
    if (width % 2 == 0)
        return;
    for (int band = 0; band < pixelBytes; ++band) {
        const int last = 2 * pixelBytes * pairs + band;
        out[pixelBytes * pairs + band]
            = static_cast<uchar>((2 * (upper[last] + lower[last]) + 2) >> 2);
    }
}

void nearestRow(const uchar *upper, int width, uchar *out)
{
    for (int x = 0; x < width; x += 2, out += pixelBytes)
        std::copy_n(upper + qsizetype{x} * pixelBytes, pixelBytes, out);
}

} // namespace

PyramidLevel::PyramidLevel(const PyramidLayout &layout,
                           int level,
                           Shrink shrink,
                           BandConsumer consumer)
    : m_layout(layout)
    , m_level(level)
    , m_size(layout.levelSize(level))
    , m_shrink(shrink)
    , m_consumer(std::move(consumer))
{
    if (level > 0) {
        m_next = std::make_unique<PyramidLevel>(layout, level - 1, shrink, m_consumer);
        m_upper.resize(static_cast<size_t>(m_size.width()) * pixelBytes);
        m_shrunk.resize(static_cast<size_t>(m_next->m_size.width()) * pixelBytes);
    }
    const qsizetype rows = std::min(m_size.height(), layout.tileSize() + 2 * layout.overlap());
    m_buffers = std::make_shared<BandBuffers>(rows * m_size.width() * pixelBytes);
    m_band = makeBand(0);
}

bool PyramidLevel::append(const uchar *row)
{
    const qsizetype rowBytes = m_band->stride();
    std::copy_n(row, rowBytes, m_band->row(m_y));
    const bool isUpper = m_y % 2 == 0;
    const bool isLast = m_y == m_size.height() - 1;
    if (m_next && isUpper && !isLast)
        std::copy_n(row, rowBytes, m_upper.data());
    ++m_y;
    // The level's last rows can complete two bands: the last one may hold nothing but shared rows.
    while (m_band && m_band->isLastRow(m_y - 1)) {
        if (!finishBand())
            return false;
    }
    if (m_next && (isLast || !isUpper))
        return shrinkInto(isUpper ? row : m_upper.data(), row);
    return true;
}

std::unique_ptr<Band> PyramidLevel::makeBand(int tileRow) const
{
    const QRect first = m_layout.tileRect({m_level, 0, tileRow});
    const Band::Place place{.level = m_level,
                            .tileRow = tileRow,
                            .top = first.top(),
                            .rows = first.height(),
                            .width = m_size.width()};
    return std::make_unique<Band>(place, m_buffers);
}

bool PyramidLevel::finishBand()
{
    std::unique_ptr<Band> full = std::move(m_band);
    const int nextRow = full->place().tileRow + 1;
    if (nextRow < m_layout.rows(m_level)) {
        m_band = makeBand(nextRow);
        // The rows that both bands show. The consumer may share `full` with other threads, so copy
        // before.
        const int shared = m_y - m_band->place().top;
        std::copy_n(full->row(m_band->place().top),
                    shared * full->stride(),
                    m_band->row(m_band->place().top));
    }
    return m_consumer(std::move(full));
}

bool PyramidLevel::shrinkInto(const uchar *upper, const uchar *lower)
{
    if (m_shrink == Shrink::Mean)
        meanRow(upper, lower, m_size.width(), m_shrunk.data());
    else
        nearestRow(upper, m_size.width(), m_shrunk.data());
    return m_next->append(m_shrunk.data());
}

} // namespace createzoom
