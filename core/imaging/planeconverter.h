// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/imaging/pixelreader.h"

#include <vector>

namespace createzoom {

/// Rows of 8-bit RGB pixels, three bytes each.
struct RgbRows
{
    const uchar *pixels = nullptr;
    qsizetype stride = 0; ///< bytes from row to row
    QRect rect{}; ///< in the image
};

/// Turns RGB pixels into planes of the model asked for, in pieces that stay in a core's cache, and
/// hands these on. One object per thread: it keeps its buffers.
class PlaneConverter
{
public:
    explicit PlaneConverter(PixelModel model);
    ~PlaneConverter();
    Q_DISABLE_COPY_MOVE(PlaneConverter)

    /// An error of code Cancelled when the consumer ends it.
    Result<void> convert(const RgbRows &rows, const PixelConsumer &consumer);

private:
    Result<void> fill(const RgbRows &rows);

    const PixelModel m_model;
    void *m_encoder = nullptr; ///< a tjhandle
    std::vector<uchar> m_planes;
    std::array<uchar *, 3> m_plane{};
};

/// How many rows of `width` pixels make a piece that stays in a core's cache with its three planes:
/// a multiple of 16, for the blocks of JPEG.
int cachedRows(int width);

} // namespace createzoom
