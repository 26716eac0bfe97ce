// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/lzwdecoder.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace createzoom;

/// Buffers of exactly the promised padding, so that a byte too far is seen.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::vector<uchar> encoded(size + LzwDecoder::padding);
    std::copy_n(data, size, encoded.begin());
    const std::size_t wanted = size > 2 ? (data[0] * 256U + data[1]) % 20'000 : 1;
    std::vector<uchar> target(wanted + LzwDecoder::padding);
    LzwDecoder decoder;
    static_cast<void>(decoder.decode(QByteArrayView(encoded.data(), static_cast<qsizetype>(size)),
                                     target.data(),
                                     static_cast<qsizetype>(wanted)));
    return 0;
}
