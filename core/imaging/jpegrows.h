// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/pixelreader.h"

#include <QRect>

#include <vector>

namespace createzoom {

/// Some rows as a JPEG decoder gave them. Kept by the caller, so that their memory is used again.
struct JpegRows
{
    std::vector<uchar> bytes{};
    PixelContent content = PixelContent::RgbPixels;
    QRect rect{}; ///< in the stream; empty = the stream is at its end
    qsizetype stride = 0; ///< bytes from row to row
    qsizetype plane = 0; ///< bytes from plane to plane

    /// `place`: the part of the image that the stream shows; a tile at the edge holds more. May be
    /// empty.
    PixelArea area(const QRect &place) const
    {
        return {place & rect.translated(place.topLeft()),
                {bytes.data(), bytes.data() + plane, bytes.data() + 2 * plane},
                stride,
                content};
    }
};

} // namespace createzoom
