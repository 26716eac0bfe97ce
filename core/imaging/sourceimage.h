// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/imaging/imageinfo.h"
#include "core/imaging/pixelreader.h"
#include "core/jobs/conversionoptions.h"

#include <array>
#include <memory>

namespace createzoom {

struct DisplayImage;
class JpegTiles;

/// What to read of a file, and how much of it is too much.
struct SourceOptions
{
    int page = -1; ///< 0-based page or level; -1 = the full-resolution one
    std::array<int, 3> background{255, 255, 255}; ///< RGB under transparent pixels
    RangeChoice range{};
    DamagePolicy damaged = DamagePolicy::Refuse;
    qint64 maxPixels = 100'000'000'000;
    int maxPages = 1000;
    QList<int> channels{}; ///< from 1, each in its own colour; empty = the picture as it is
    TileOrigin tiles = TileOrigin::Encoded; ///< Kept: an error where that cannot be
    QString name{}; ///< of the image, in messages; empty = the file's
};

/// A local image file as a person should see it: full resolution, upright, 8-bit sRGB, opaque
/// (contract "dzip", Pyramid and tiles 5 to 7). open() reads headers only; read() decodes, and a
/// damaged file is an error there. libvips opens every format; 8-bit colour in JPEG and TIFF files
/// is then read by readers of our own, which are faster. Owned by the conversion; one thread at a
/// time, others work inside read().
class SourceImage final : public PixelReader
{
public:
    static Result<std::unique_ptr<SourceImage>> open(const QString &path,
                                                     const SourceOptions &options);
    ~SourceImage() override;
    Q_DISABLE_COPY_MOVE(SourceImage)

    /// `colour` and `range` are known after read().
    const ImageInfo &info() const { return m_info; }

    /// What reading it and making its pyramid will take at most, roughly; bytes.
    qint64 memoryEstimate() const;

    /// The file's own tiles; null unless asked for.
    JpegTiles *jpegTiles() const;

    QSize size() const override { return m_info.size; }
    int callers(int threads) const override;
    Result<void> read(PixelModel model,
                      int threads,
                      const PixelConsumer &consumer,
                      const StepControl &control) override;

private:
    struct Parts;
    Result<void> readByVips(int threads, const PixelConsumer &consumer, const StepControl &control);
    void take(const DisplayImage &display);
    SourceImage(std::unique_ptr<Parts> parts, ImageInfo info);

    std::unique_ptr<Parts> m_parts;
    ImageInfo m_info;
};

/// The header alone, for lists and dialogs.
Result<ImageInfo> readImageInfo(const QString &path, const SourceOptions &options = {});

} // namespace createzoom
