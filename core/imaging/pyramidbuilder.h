// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"
#include "core/base/result.h"
#include "core/base/stepcontrol.h"
#include "core/imaging/pixelreader.h"
#include "core/imaging/tilesink.h"
#include "core/jobs/conversionoptions.h"

namespace createzoom {

class JpegTiles;

/// How a pyramid is to be made. The layout's size is that of the image.
struct PyramidPlan
{
    PyramidLayout layout;
    ConversionOptions options{};
    int threads = 0; ///< 0 = one per core
    JpegTiles *kept = nullptr; ///< where the tiles of the full level come from, if not encoded
};

/// Reads the image once and hands every tile of every level to `sink` while it
/// does. Memory is bounded by the image's width. Progress: pixels of the full level, phase Pyramid.
/// Blocks; worker threads only. The first error of reader, encoder or sink ends it; tiles appended
/// so far are the sink's to throw away.
Result<void> buildPyramid(PixelReader &image,
                          const PyramidPlan &plan,
                          TileSink &sink,
                          const StepControl &control);

} // namespace createzoom
