// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/planeconverter.h"

#include "core/imaging/planemath.h"

#include <QString>

#include <algorithm>
#include <turbojpeg.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

PlaneConverter::PlaneConverter(PixelModel model)
    : m_model(model)
    , m_encoder(model == PixelModel::Ycc ? tjInitCompress() : nullptr)
{}

PlaneConverter::~PlaneConverter()
{
    if (m_encoder)
        tjDestroy(m_encoder);
}

Result<void> PlaneConverter::convert(const RgbRows &rows, const PixelConsumer &consumer)
{
    const int piece = cachedRows(rows.rect.width());
    for (int y = 0; y < rows.rect.height(); y += piece) {
        const QRect rect(rows.rect.left(),
                         rows.rect.top() + y,
                         rows.rect.width(),
                         std::min(piece, rows.rect.height() - y));
        if (Result<void> filled = fill({rows.pixels + y * rows.stride, rows.stride, rect}); !filled)
            return filled;
        if (!consumer({rect, {m_plane[0], m_plane[1], m_plane[2]}, rect.width()}))
            return cancelledError();
    }
    return {};
}

Result<void> PlaneConverter::fill(const RgbRows &rows)
{
    const int width = rows.rect.width();
    const int height = rows.rect.height();
    const qsizetype planeBytes = qsizetype{width} * height;
    m_planes.resize(std::max(m_planes.size(), static_cast<size_t>(3 * planeBytes)));
    for (size_t plane = 0; plane < m_plane.size(); ++plane)
        m_plane[plane] = m_planes.data() + static_cast<qsizetype>(plane) * planeBytes;
    if (m_model == PixelModel::Rgb) {
        deinterleave(rows.pixels, rows.stride, rows.rect.size(), {m_plane, width});
        return {};
    }
    std::array<int, 3> strides{width, width, width};
    const bool isConverted = m_encoder
        && tjEncodeYUVPlanes(m_encoder,
                             rows.pixels,
                             width,
                             static_cast<int>(rows.stride),
                             height,
                             TJPF_RGB,
                             m_plane.data(),
                             strides.data(),
                             TJSAMP_444,
                             0)
            == 0;
    if (isConverted)
        return {};
    return Error{ErrorCode::Memory, u"Pixels cannot be turned into planes"_s};
}

int cachedRows(int width)
{
    constexpr int pixels = 1 << 16;
    constexpr int block = 16;
    return std::max(1, pixels / std::max(1, width) / block) * block;
}

} // namespace createzoom
