// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"

#include <QRect>
#include <QSize>

#include <array>
#include <functional>

namespace createzoom {

inline constexpr int planeCount = 3; ///< and samples of a pixel
/// What the three planes of a picture hold, 8 bits a sample each.
enum class PixelModel {
    Rgb,
    Ycc, ///< YCbCr of JFIF (full range, BT.601), chroma at full resolution: what JPEG encodes
};

/// How the samples of an area lie in memory.
enum class PixelContent {
    RgbPixels, ///< three bytes a pixel, all in the first plane
    RgbPlanes,
    YccPlanes, ///< only where PixelModel::Ycc was asked for
};

/// A rectangle of pixels; valid during the call that hands it over.
struct PixelArea
{
    QRect rect{}; ///< in the image or level
    std::array<const uchar *, planeCount> planes{}; ///< of the rectangle's top left pixel
    qsizetype stride = 0; ///< bytes from row to row, of every plane
    PixelContent content = PixelContent::RgbPixels;

    /// Of content that lies in planes.
    const uchar *at(int plane, int x, int y) const
    {
        return planes[static_cast<size_t>(plane)] + (y - rect.top()) * stride + (x - rect.left());
    }
};

/// Bytes from row to row of planes of our own, at least `width`: rows begin where vector
/// instructions like them to.
inline qsizetype planeStride(int width)
{
    constexpr qsizetype alignment = 32;
    return (qsizetype{width} + alignment - 1) / alignment * alignment;
}

/// How many rows of `width` pixels make an area that stays in a core's cache: a multiple of 16, for
/// the blocks of JPEG.
int cachedRows(int width);

/// Takes the areas of an image: each pixel once, roughly from top to bottom. False ends the
/// reading. Called by as many threads as the reader has said.
using PixelConsumer = std::function<bool(const PixelArea &)>;

/// An image that can be read once: what a pyramid is built from. libvips stands behind one
/// implementation; others read one format directly.
class PixelReader
{
public:
    virtual ~PixelReader() = default;
    virtual QSize size() const = 0;
    /// How many of `threads` threads will call the consumer, at the same time.
    virtual int callers(int threads) const = 0;
    /// Decodes on at most `threads` threads and blocks until the last area is taken. A consumer
    /// that ends the reading makes this an error of code Cancelled; the consumer knows the real
    /// reason.
    virtual Result<void>
    read(PixelModel model, int threads, const PixelConsumer &consumer, const StepControl &control)
        = 0;

protected:
    PixelReader() = default;
    Q_DISABLE_COPY_MOVE(PixelReader)
};

} // namespace createzoom
