// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/dziformat.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace createzoom;

/// Any bytes as a descriptor: one that is understood is understood again when written anew.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<DziDescriptor> parsed = parseDzi(bytes);
    if (!parsed)
        return 0;
    const Result<DziDescriptor> again = parseDzi(dziText(*parsed));
    if (!again || again->layout.size() != parsed->layout.size()
        || again->layout.tileSize() != parsed->layout.tileSize())
        std::abort();
    return 0;
}
