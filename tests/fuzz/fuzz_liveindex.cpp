// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/liveindex.h"

#include <QTemporaryFile>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>

using namespace createzoom;

namespace {

/// All that a viewer may ask for of the coarse levels: what is given lies in what was written.
void look(TileSource &source, std::size_t size)
{
    const PyramidLayout &layout = source.descriptor().layout;
    for (int level = 0; level < std::min(layout.levelCount(), 8); ++level) {
        for (const TileAddress &tile : {TileAddress{level, 0, 0}, TileAddress{level, 1, 0}}) {
            const Result<QByteArray> bytes = source.tile(tile);
            if (bytes && (bytes->isEmpty() || static_cast<std::size_t>(bytes->size()) > size))
                std::abort();
        }
    }
}

} // namespace

/// Any bytes as an archive that grows: written in four parts, opened as soon as it can be, looked
/// at after each part and once more when it is removed. A file with a name, as one without counts
/// as removed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QTemporaryFile file;
    if (!file.open())
        std::abort();
    std::unique_ptr<TileSource> source;
    constexpr std::size_t parts = 4;
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t from = size * part / parts;
        const std::size_t to = size * (part + 1) / parts;
        file.write(reinterpret_cast<const char *>(data) + from, static_cast<qint64>(to - from));
        if (!file.flush())
            std::abort();
        if (!source) {
            if (Result<std::unique_ptr<TileSource>> opened = openGrowingArchive(file.fileName()))
                source = *std::move(opened);
        }
        if (source)
            look(*source, to);
    }
    file.remove();
    if (!source)
        return 0;
    look(*source, size);
    if (source->isGrowing())
        std::abort();
    return 0;
}
