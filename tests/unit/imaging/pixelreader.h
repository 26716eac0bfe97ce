// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/planemath.h"
#include "core/imaging/sourceimage.h"

#include <QByteArray>
#include <QString>

#include <mutex>
#include <vector>

namespace createzoom::testimages {

/// A whole image read into memory, for comparing pixels.
struct Picture
{
    QByteArray bytes{}; ///< three bytes a pixel, of the model asked for
    qint64 pixels = 0; ///< that were handed on
    ImageInfo info{};
    Error error{}; ///< message empty = none

    QList<int> pixel(int x, int y) const
    {
        const qsizetype at = (qsizetype{y} * info.size.width() + x) * 3;
        QList<int> rgb;
        for (qsizetype band = 0; band < 3; ++band)
            rgb << static_cast<uchar>(bytes[at + band]);
        return rgb;
    }
};

inline Picture pictureOf(const QString &path,
                         const SourceOptions &options = {},
                         const StepControl &control = {},
                         PixelModel model = PixelModel::Rgb)
{
    const auto image = SourceImage::open(path, options);
    if (!image)
        return {.error = image.error()};
    Picture picture;
    const QSize size = (*image)->size();
    picture.bytes.resize(3 * qsizetype{size.width()} * size.height());
    auto *pixels = reinterpret_cast<uchar *>(picture.bytes.data());
    std::mutex mutex;
    std::vector<uchar> bytes;
    const auto takeArea = [&](const PixelArea &area) {
        const std::lock_guard lock(mutex);
        const qsizetype stride = qsizetype{3} * size.width();
        const qsizetype count = qsizetype{area.rect.width()} * area.rect.height();
        picture.pixels += count;
        bytes.resize(static_cast<size_t>(3 * count));
        const PlaneTarget planes{{bytes.data(), bytes.data() + count, bytes.data() + 2 * count},
                                 area.rect.width()};
        copyPixels(area, area.rect, model, planes);
        interleave(
            {area.rect, {planes.planes[0], planes.planes[1], planes.planes[2]}, planes.stride},
            pixels + area.rect.top() * stride + 3 * area.rect.left(),
            stride);
        return true;
    };
    if (const Result<void> read = (*image)->read(model, 2, takeArea, control); !read)
        picture.error = read.error();
    picture.info = (*image)->info();
    return picture;
}

} // namespace createzoom::testimages
