// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/sourceimage.h"

#include <QByteArray>
#include <QString>

namespace createzoom::testimages {

/// A whole image read into memory, for comparing pixels.
struct Picture
{
    QByteArray bytes{}; ///< 8-bit RGB
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

inline Picture
pictureOf(const QString &path, const SourceOptions &options = {}, const StepControl &control = {})
{
    const auto image = SourceImage::open(path, options);
    if (!image)
        return {.error = image.error()};
    Picture picture;
    const auto takeStrip = [&](const Strip &strip) {
        for (int y = 0; y < strip.rows; ++y)
            picture.bytes.append(reinterpret_cast<const char *>(strip.pixels + y * strip.stride),
                                 qsizetype{(*image)->size().width()} * 3);
        return true;
    };
    if (const Result<void> read = (*image)->read(2, takeStrip, control); !read)
        picture.error = read.error();
    picture.info = (*image)->info();
    return picture;
}

} // namespace createzoom::testimages
