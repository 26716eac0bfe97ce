// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace createzoom {

// Numbers of a ZIP record: little-endian, `at` bytes after its beginning. Who calls has seen that
// the record is as long.

inline quint16 u16(QByteArrayView data, qsizetype at)
{
    return qFromLittleEndian<quint16>(data.data() + at);
}

inline quint32 u32(QByteArrayView data, qsizetype at)
{
    return qFromLittleEndian<quint32>(data.data() + at);
}

inline quint64 u64(QByteArrayView data, qsizetype at)
{
    return qFromLittleEndian<quint64>(data.data() + at);
}

} // namespace createzoom
