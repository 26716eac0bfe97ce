// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vips/vips8>

#include <QString>

#include <vector>

namespace createzoom::testimages {

/// Red runs with x, green with y, blue with both: every tile differs. 8-bit sRGB.
vips::VImage gradient(int width, int height);

/// One value in every band of every pixel.
vips::VImage flat(int width,
                  int height,
                  const std::vector<double> &bands,
                  VipsBandFormat format = VIPS_FORMAT_UCHAR);

/// Bytes of samples, row by row.
template<typename Sample>
vips::VImage
fromSamples(const std::vector<Sample> &samples, int width, int bands, VipsBandFormat format)
{
    const int height = static_cast<int>(samples.size()) / width / bands;
    return vips::VImage(vips_image_new_from_memory_copy(
        samples.data(), samples.size() * sizeof(Sample), width, height, bands, format));
}

/// Writes `image` by the name's extension, with libvips' own options ("[compression=lzw]")
/// appended.
void save(const vips::VImage &image, const QString &path, const char *options = "");

} // namespace createzoom::testimages
