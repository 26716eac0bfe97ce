// SPDX-License-Identifier: GPL-3.0-or-later
#include "testimages.h"

#include "core/imaging/vipsruntime.h"

#include <QFile>

using vips::VImage;

namespace createzoom::testimages {

VImage gradient(int width, int height)
{
    if (!startVips())
        qFatal("libvips cannot be started");
    const VImage xy = VImage::xyz(width, height);
    const VImage x = xy.extract_band(0).linear(255.0 / std::max(1, width - 1), 0);
    const VImage y = xy.extract_band(1).linear(255.0 / std::max(1, height - 1), 0);
    return x.bandjoin(y)
        .bandjoin((x + y) / 2)
        .cast(VIPS_FORMAT_UCHAR)
        .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

VImage flat(int width, int height, const std::vector<double> &bands, VipsBandFormat format)
{
    if (!startVips())
        qFatal("libvips cannot be started");
    const VImage black = VImage::black(
        width, height, VImage::option()->set("bands", static_cast<int>(bands.size())));
    const std::vector<double> ones(bands.size(), 1.0);
    return black.linear(ones, bands).cast(format);
}

void save(const VImage &image, const QString &path, const char *options)
{
    image.write_to_file((QFile::encodeName(path) + options).constData());
}

} // namespace createzoom::testimages
