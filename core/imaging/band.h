// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <mutex>
#include <vector>

namespace createzoom {

/// Buffers of one size that are used again and again: at ten megabytes apiece, fresh ones would
/// cost page faults, and freed on another thread they would stay in the allocator. Shared by the
/// bands of one level; any thread.
class BandBuffers
{
public:
    explicit BandBuffers(qsizetype size)
        : m_size(size)
    {}

    std::vector<uchar> take();
    void giveBack(std::vector<uchar> buffer);

private:
    const qsizetype m_size;
    std::mutex m_mutex; ///< guards m_free
    std::vector<std::vector<uchar>> m_free;
};

/// One row of tiles of one level, overlap included: the pixels that its tiles are cut from. Filled
/// by the level that makes it, then shared and never changed. 8-bit RGB.
class Band
{
public:
    static constexpr int pixelBytes = 3;

    struct Place
    {
        int level = 0;
        int tileRow = 0;
        int top = 0; ///< the level's row that comes first here
        int rows = 0;
        int width = 0;
    };

    Band(const Place &place, std::shared_ptr<BandBuffers> buffers);
    ~Band();
    Q_DISABLE_COPY_MOVE(Band)

    const Place &place() const { return m_place; }
    bool isLastRow(int y) const { return y == m_place.top + m_place.rows - 1; }
    qsizetype stride() const { return qsizetype{m_place.width} * pixelBytes; }
    qsizetype byteCount() const { return stride() * m_place.rows; }
    uchar *row(int y) { return m_pixels.data() + (y - m_place.top) * stride(); }
    const uchar *row(int y) const { return m_pixels.data() + (y - m_place.top) * stride(); }

private:
    const Place m_place;
    const std::shared_ptr<BandBuffers> m_buffers;
    std::vector<uchar> m_pixels;
};

} // namespace createzoom
