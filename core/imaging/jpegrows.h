// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/planeconverter.h"

#include <QRect>

#include <vector>

namespace createzoom {

/// Some rows as a JPEG decoder gave them. Kept by the caller, so that their memory is used again.
struct JpegRows
{
    enum class Content { RgbPixels, RgbPlanes, YccPlanes };

    std::vector<uchar> bytes{};
    Content content = Content::RgbPixels;
    QRect rect{}; ///< in the stream; empty = the stream is at its end
    qsizetype stride = 0; ///< bytes from row to row
    qsizetype plane = 0; ///< bytes from plane to plane
};

/// Turns such rows into planes of the model asked for. One thread, which may be another one than
/// the decoder's.
class JpegRowsConverter
{
public:
    explicit JpegRowsConverter(PixelModel model);

    /// `place`: the part of the image that the stream shows; a tile at the edge holds more. Returns
    /// an error of code Cancelled when the consumer ends it. Changes the rows.
    Result<void> convert(JpegRows &rows, const QRect &place, const PixelConsumer &consumer);

private:
    const PixelModel m_model;
    PlaneConverter m_converter;
};

} // namespace createzoom
