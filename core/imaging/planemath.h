// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/pixelcopy.h"
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

/// Half of an area of planes in each direction, rounded up, pixel by pixel.
void shrinkArea(const PixelArea &source, Shrink shrink, const PlaneTarget &target);

/// Planes to pixels of three bytes.
void interleave(const PixelArea &source, uchar *target, qsizetype targetStride);

/// Undoes a row's differences: to each of the three bytes of a pixel comes that of the pixel to the
/// left (TIFF's predictor 2).
void addLeftNeighbours(uchar *row, int width);

} // namespace createzoom
