// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

namespace createzoom {

/// One row of tiles of one level, overlap included: the pixels that its tiles are cut from. Filled
/// by the level that makes it, then shared and never changed. 8-bit RGB.
struct Band
{
    static constexpr int pixelBytes = 3;

    int level = 0;
    int tileRow = 0;
    int top = 0; ///< the level's row that comes first here
    int rows = 0;
    int width = 0;
    std::unique_ptr<uchar[]> pixels{};

    qsizetype stride() const { return qsizetype{width} * pixelBytes; }
    qsizetype byteCount() const { return stride() * rows; }
    uchar *row(int y) { return pixels.get() + (y - top) * stride(); }
    const uchar *row(int y) const { return pixels.get() + (y - top) * stride(); }
};

} // namespace createzoom
