// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/httpframing.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace createzoom;

namespace {

/// What a framer made of the bytes, fed `step` at a time: the requests that are served.
QByteArrayList framed(const QByteArray &bytes, qsizetype step)
{
    const HttpLimits limits{
        .headerBytes = 512, .headerFields = 8, .uriBytes = 128, .bodyBytes = 256};
    RequestFramer framer(limits);
    QByteArrayList seen;
    qsizetype used = 0;
    while (used < bytes.size() && framer.state() != RequestFramer::State::Refused) {
        const qsizetype size = std::min(step, bytes.size() - used);
        const qsizetype taken = framer.feed(QByteArrayView(bytes).sliced(used, size));
        if (taken > size
            || (taken == 0 && framer.state() != RequestFramer::State::Complete
                && framer.state() != RequestFramer::State::Refused))
            std::abort(); // it would never end
        used += taken;
        if (framer.state() != RequestFramer::State::Complete)
            continue;
        const HttpRequest request = framer.take();
        if (request.body.size() > limits.bodyBytes || request.fields.size() > limits.headerFields
            || request.path.contains('\0') || request.path.contains('\n'))
            std::abort();
        seen << request.method + ' ' + request.path + '?' + request.query + '|' + request.body;
    }
    // When, and of which of several faults, a bad one is refused depends on how far it had come.
    return seen;
}

} // namespace

/// Any bytes on a connection: however they are cut, they are the same requests.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArrayList whole = framed(bytes, std::max<qsizetype>(bytes.size(), 1));
    if (framed(bytes, 1) != whole || framed(bytes, 7) != whole)
        std::abort();
    return 0;
}
