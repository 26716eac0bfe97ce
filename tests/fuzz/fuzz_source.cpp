// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/sourceimage.h"
#include "tests/fuzz/fuzzfile.h"

#include <mutex>

using namespace createzoom;

/// Any bytes as an image: every pixel that is handed on is looked at, none outside the image.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr qint64 maxPixels = qint64{1} << 20;
    const fuzz::File file(data, size);
    SourceOptions options{.maxPixels = maxPixels, .maxPages = 8};
    options.damaged = size % 2 == 0 ? DamagePolicy::Refuse : DamagePolicy::Allow;
    const auto image = SourceImage::open(file.path(), options);
    if (!image)
        return 0;
    const PixelModel model = size % 3 == 0 ? PixelModel::Rgb : PixelModel::Ycc;
    std::mutex mutex;
    unsigned sum = 0;
    const auto take = [&](const PixelArea &area) {
        if (!QRect({0, 0}, (*image)->size()).contains(area.rect))
            std::abort();
        const std::lock_guard lock(mutex);
        for (int plane = 0; plane < 3; ++plane) {
            for (int y = area.rect.top(); y <= area.rect.bottom(); ++y) {
                for (int x = area.rect.left(); x <= area.rect.right(); ++x)
                    sum += *area.at(plane, x, y);
            }
        }
        return true;
    };
    static_cast<void>((*image)->read(model, 2, take, {}));
    return 0;
}
