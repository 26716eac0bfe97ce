// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisrow.h"
#include "core/redis/respcodec.h"

#include <cstddef>
#include <cstdint>

using namespace createzoom;

/// Any bytes from a Redis server, in two parts; each answer also as a job.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    RespReader reader;
    for (const QByteArray &part : {bytes.left(bytes.size() / 2), bytes.mid(bytes.size() / 2)}) {
        reader.feed(part);
        for (;;) {
            const Result<std::optional<RespValue>> value = reader.next();
            if (!value)
                return 0;
            if (!*value)
                break;
            static_cast<void>(recordFrom(rowFrom(**value)));
        }
    }
    return 0;
}
