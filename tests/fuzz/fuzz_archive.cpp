// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzipreader.h"
#include "core/archive/dzipverifier.h"
#include "tests/fuzz/fuzzfile.h"

#include <algorithm>

using namespace createzoom;

/// Any bytes as an archive: verified, and opened as a viewer does.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::File file(data, size);
    static_cast<void>(verifyDzip(file.path(), QStringLiteral("a"), {}));
    const auto archive = DzipReader::open(file.path());
    if (!archive)
        return 0;
    const PyramidLayout &layout = (*archive)->descriptor().layout;
    for (int level = 0; level < std::min(layout.levelCount(), 12); ++level)
        static_cast<void>((*archive)->tile({level, 0, 0}));
    static_cast<void>((*archive)->metadata());
    return 0;
}
