// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/tileencoder.h"

#include "core/imaging/vipsruntime.h"

#include <vips/vips8>

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <turbojpeg.h>
#include <utility>

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

    Result<QByteArrayView> encode(const TilePixels &tile) override
    {
        if (!m_handle)
            return Error{ErrorCode::Memory, u"A JPEG encoder cannot be made"_s};
        const int width = tile.size.width();
        const int height = tile.size.height();
        m_buffer.resize(static_cast<qsizetype>(tjBufSize(width, height, m_subsampling)));
        auto *bytes = reinterpret_cast<unsigned char *>(m_buffer.data());
        auto count = static_cast<unsigned long>(m_buffer.size());
        // The accurate DCT costs next to nothing with SIMD and is what libvips uses.
        const int status = tjCompress2(m_handle,
                                       tile.pixels,
                                       width,
                                       static_cast<int>(tile.stride),
                                       height,
                                       TJPF_RGB,
                                       &bytes,
                                       &count,
                                       m_subsampling,
                                       m_quality,
                                       TJFLAG_NOREALLOC | TJFLAG_ACCURATEDCT);
        if (status != 0)
            return Error{ErrorCode::Internal,
                         u"A tile cannot be encoded as JPEG"_s,
                         QString::fromUtf8(tjGetErrorStr2(m_handle))};
        return QByteArrayView(m_buffer.constData(), static_cast<qsizetype>(count));
    }

private:
    tjhandle m_handle;
    int m_quality;
    int m_subsampling;
    QByteArray m_buffer;
};

class PngEncoder final : public TileEncoder
{
public:
    PngEncoder() = default;
    ~PngEncoder() override { g_free(m_bytes); }
    Q_DISABLE_COPY_MOVE(PngEncoder)

    Result<QByteArrayView> encode(const TilePixels &tile) override
    {
        if (!m_started)
            return m_started.error();
        const auto rowBytes = qsizetype{tile.size.width()} * rgbBytes;
        m_pixels.resize(rowBytes * tile.size.height());
        for (int y = 0; y < tile.size.height(); ++y)
            std::copy_n(tile.pixels + y * tile.stride, rowBytes, m_pixels.data() + y * rowBytes);
        g_free(std::exchange(m_bytes, nullptr));
        VipsImage *image = vips_image_new_from_memory(m_pixels.constData(),
                                                      static_cast<size_t>(m_pixels.size()),
                                                      tile.size.width(),
                                                      tile.size.height(),
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
    VipsThread m_thread;
    QByteArray m_pixels;
    void *m_bytes = nullptr;
};

} // namespace

std::unique_ptr<TileEncoder> makeTileEncoder(const ConversionOptions &options)
{
    if (options.format == TileFormat::Png)
        return std::make_unique<PngEncoder>();
    return std::make_unique<JpegEncoder>(options.quality);
}

} // namespace createzoom
