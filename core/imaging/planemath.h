// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/pixelreader.h"
#include "core/jobs/conversionoptions.h"

#include <QSize>

namespace createzoom {

/// How the mean of 2 x 2 samples becomes a whole number.
enum class Rounding {
    HalfUp, ///< as libvips does
    Alternate, ///< up in every other column, as libjpeg does: a chroma plane keeps its tint
};

/// The mean of each 2 x 2 samples. An odd last column or row stands for itself. `size` is that of
/// the source.
void meanPlane(const uchar *source,
               qsizetype sourceStride,
               QSize size,
               uchar *target,
               qsizetype targetStride,
               Rounding rounding);

/// Three planes that are written to.
struct PlaneTarget
{
    std::array<uchar *, 3> planes{};
    qsizetype stride = 0;
};

/// Half of an area in each direction, rounded up, pixel by pixel.
void shrinkArea(const PixelArea &source,
                PixelModel model,
                Shrink shrink,
                const PlaneTarget &target);

/// The first `count` bytes of three planes of RGB become YCbCr.
void rgbToYcc(const PlaneTarget &pixels, qsizetype count);

/// Planes to pixels of three bytes and back. `width` x `height` pixels.
void interleave(const PixelArea &source, uchar *target, qsizetype targetStride);
void deinterleave(const uchar *source,
                  qsizetype sourceStride,
                  QSize size,
                  const PlaneTarget &target);

/// Undoes a row's differences: to each of the three bytes of a pixel comes that of the pixel to the
/// left (TIFF's predictor 2).
void addLeftNeighbours(uchar *row, int width);

} // namespace createzoom
