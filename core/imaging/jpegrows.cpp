// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/jpegrows.h"

#include "core/imaging/planemath.h"

namespace createzoom {

JpegRowsConverter::JpegRowsConverter(PixelModel model)
    : m_model(model)
    , m_converter(model)
{}

Result<void>
JpegRowsConverter::convert(JpegRows &rows, const QRect &place, const PixelConsumer &consumer)
{
    const QRect shown = place & rows.rect.translated(place.topLeft());
    if (shown.isEmpty())
        return {};
    uchar *bytes = rows.bytes.data();
    if (rows.content == JpegRows::Content::RgbPixels)
        return m_converter.convert({bytes, rows.stride, shown}, consumer);
    if (rows.content == JpegRows::Content::RgbPlanes && m_model == PixelModel::Ycc)
        rgbToYcc({{bytes, bytes + rows.plane, bytes + 2 * rows.plane}, rows.stride},
                 rows.rect.height() * rows.stride);
    if (!consumer({shown, {bytes, bytes + rows.plane, bytes + 2 * rows.plane}, rows.stride}))
        return cancelledError();
    return {};
}

} // namespace createzoom
