// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/jpegtiles.h"
#include "core/imaging/pixelcopy.h"
#include "core/imaging/sourceimage.h"
#include "tests/fuzz/fuzzfile.h"

#include <mutex>
#include <numeric>
#include <vector>

using namespace createzoom;

/// Any bytes as an image: every pixel that is handed on is looked at, none outside the image.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr qint64 maxPixels = qint64{1} << 20;
    const fuzz::File file(data, size);
    SourceOptions options{.maxPixels = maxPixels, .maxPages = 8};
    options.damaged = size % 2 == 0 ? DamagePolicy::Refuse : DamagePolicy::Allow;
    if (size % 5 == 0)
        options.channels = {1, 3};
    else if (size % 7 == 0)
        options.tiles = TileOrigin::Kept;
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
        const qsizetype count = qsizetype{area.rect.width()} * area.rect.height();
        std::vector<uchar> bytes(static_cast<size_t>(3 * count));
        copyPixels(
            area,
            area.rect,
            model,
            {{bytes.data(), bytes.data() + count, bytes.data() + 2 * count}, area.rect.width()});
        sum = std::accumulate(bytes.begin(), bytes.end(), sum);
        return true;
    };
    if (JpegTiles *tiles = (*image)->jpegTiles())
        sum += tiles->tile(0, 0).value_or(QByteArray()).size() > 0 ? 1 : 0;
    static_cast<void>((*image)->read(model, 2, take, {}));
    return 0;
}
