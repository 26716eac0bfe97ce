// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/tileencoder.h"

#include "core/imaging/planemath.h"
#include "core/imaging/vipsruntime.h"

#include <vips/vips8>

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <array>
#include <turbojpeg.h>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int rgbBytes = 3;

/// From this quality on libvips keeps the full colour resolution, and so do we: 4:2:0 below.
constexpr int fullChromaQuality = 90;

class JpegEncoder final : public TileEncoder
{
public:
    explicit JpegEncoder(int quality)
        : m_handle(tjInitCompress())
        , m_quality(quality)
        , m_subsampling(quality < fullChromaQuality ? TJSAMP_420 : TJSAMP_444)
    {}
    ~JpegEncoder() override
    {
        if (m_handle)
            tjDestroy(m_handle);
    }
    Q_DISABLE_COPY_MOVE(JpegEncoder)

    Result<QByteArrayView> encode(const PixelArea &pixels) override
    {
        if (!m_handle)
            return Error{ErrorCode::Memory, u"A JPEG encoder cannot be made"_s};
        const int width = pixels.rect.width();
        const int height = pixels.rect.height();
        m_buffer.resize(static_cast<qsizetype>(tjBufSize(width, height, m_subsampling)));
        auto *bytes = reinterpret_cast<unsigned char *>(m_buffer.data());
        auto count = static_cast<unsigned long>(m_buffer.size());
        Planes planes = subsampled(pixels);
        // The accurate DCT costs next to nothing with SIMD and is what libvips uses.
        const int status = tjCompressFromYUVPlanes(m_handle,
                                                   planes.rows.data(),
                                                   width,
                                                   planes.strides.data(),
                                                   height,
                                                   m_subsampling,
                                                   &bytes,
                                                   &count,
                                                   m_quality,
                                                   TJFLAG_NOREALLOC | TJFLAG_ACCURATEDCT);
        if (status != 0)
            return Error{ErrorCode::Internal,
                         u"A tile cannot be encoded as JPEG"_s,
                         QString::fromUtf8(tjGetErrorStr2(m_handle))};
        return QByteArrayView(m_buffer.constData(), static_cast<qsizetype>(count));
    }

private:
    struct Planes
    {
        std::array<const uchar *, 3> rows{};
        std::array<int, 3> strides{};
    };

    /// Chroma is halved from the tile's own first pixel on, as an encoder does that sees nothing
    /// but the tile: with overlap, tiles begin at odd pixels of their level.
    Planes subsampled(const PixelArea &pixels)
    {
        const int stride = static_cast<int>(pixels.stride);
        if (m_subsampling == TJSAMP_444)
            return {pixels.planes, {stride, stride, stride}};
        const int half = (pixels.rect.width() + 1) / 2;
        const qsizetype plane = qsizetype{half} * ((pixels.rect.height() + 1) / 2);
        m_chroma.resize(std::max(m_chroma.size(), static_cast<size_t>(2 * plane)));
        uchar *blue = m_chroma.data();
        uchar *red = blue + plane;
        const QSize size = pixels.rect.size();
        meanPlane(pixels.planes[1], pixels.stride, size, blue, half, Rounding::Alternate);
        meanPlane(pixels.planes[2], pixels.stride, size, red, half, Rounding::Alternate);
        if (size.width() % 2 == 0 && size.height() % 2 == 0)
            return {{pixels.planes[0], blue, red}, {stride, half, half}};
        return {{evenLuma(pixels), blue, red}, {2 * half, half, half}};
    }

    /// TurboJPEG reads luma for whole chroma samples: where the tile ends inside one, its last
    /// column and row come twice, as libjpeg does it.
    const uchar *evenLuma(const PixelArea &pixels)
    {
        const int width = pixels.rect.width();
        const int height = pixels.rect.height();
        const qsizetype stride = width + width % 2;
        m_luma.resize(static_cast<size_t>(stride * (height + height % 2)));
        uchar *row = m_luma.data();
        for (int y = 0; y < height + height % 2; ++y, row += stride) {
            const uchar *from = pixels.planes[0] + std::min(y, height - 1) * pixels.stride;
            std::copy_n(from, width, row);
            row[stride - 1] = from[width - 1];
        }
        return m_luma.data();
    }

    tjhandle m_handle;
    int m_quality;
    int m_subsampling;
    QByteArray m_buffer;
    std::vector<uchar> m_chroma;
    std::vector<uchar> m_luma;
};

class PngEncoder final : public TileEncoder
{
public:
    PngEncoder() = default;
    ~PngEncoder() override { g_free(m_bytes); }
    Q_DISABLE_COPY_MOVE(PngEncoder)

    Result<QByteArrayView> encode(const PixelArea &pixels) override
    {
        if (!m_started)
            return m_started.error();
        const QSize size = pixels.rect.size();
        const auto rowBytes = qsizetype{size.width()} * rgbBytes;
        m_pixels.resize(static_cast<size_t>(rowBytes * size.height()));
        interleave(pixels, m_pixels.data(), rowBytes);
        g_free(std::exchange(m_bytes, nullptr));
        VipsImage *image = vips_image_new_from_memory(m_pixels.data(),
                                                      m_pixels.size(),
                                                      size.width(),
                                                      size.height(),
                                                      rgbBytes,
                                                      VIPS_FORMAT_UCHAR);
        size_t count = 0;
        const int status = image ? savePng(image, count) : -1;
        g_clear_object(&image);
        if (status != 0)
            return Error{
                ErrorCode::Internal, u"A tile cannot be encoded as PNG"_s, takeVipsErrors()};
        return QByteArrayView(static_cast<const char *>(m_bytes), static_cast<qsizetype>(count));
    }

private:
    int savePng(VipsImage *image, size_t &count)
    {
        image->Type = VIPS_INTERPRETATION_sRGB;
        // Newer libvips makes an EXIF chunk of the resolution, also of an image that has none.
        return vips_pngsave_buffer(image, &m_bytes, &count, "strip", TRUE, nullptr);
    }

    const Result<void> m_started = startVips();
    std::vector<uchar> m_pixels;
    void *m_bytes = nullptr;
};

} // namespace

std::unique_ptr<TileEncoder> makeTileEncoder(const ConversionOptions &options)
{
    if (options.format == TileFormat::Png)
        return std::make_unique<PngEncoder>();
    return std::make_unique<JpegEncoder>(options.quality);
}

PixelModel tileModel(TileFormat format)
{
    return format == TileFormat::Png ? PixelModel::Rgb : PixelModel::Ycc;
}

} // namespace createzoom
