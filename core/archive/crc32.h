// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <zlib.h>

namespace createzoom {

/// The checksum that ZIP and PNG share.
inline quint32 crc32Of(QByteArrayView bytes)
{
    return static_cast<quint32>(crc32_z(
        0, reinterpret_cast<const Bytef *>(bytes.data()), static_cast<size_t>(bytes.size())));
}

} // namespace createzoom
