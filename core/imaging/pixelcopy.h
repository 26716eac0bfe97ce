// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/pixelreader.h"

namespace createzoom {

/// Three planes that are written to.
struct PlaneTarget
{
    std::array<uchar *, 3> planes{}; ///< of the first pixel that is written
    qsizetype stride = 0; ///< bytes from row to row
};

/// Copies the pixels of `part`, which lies in the area, into planes of the model; what lies in
/// memory otherwise is converted on the way (ITU-T T.871, section 7).
void copyPixels(const PixelArea &area,
                const QRect &part,
                PixelModel model,
                const PlaneTarget &target);

} // namespace createzoom
