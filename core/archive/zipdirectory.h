// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/breachlist.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

class QFile;

namespace createzoom {

struct ZipEntry
{
    QByteArrayView name{}; ///< raw bytes, inside ZipDirectory::bytes
    qint64 headerOffset = 0; ///< of the local header
    qint64 size = 0;
    quint32 crc = 0;
    quint16 flags = 0;
    quint16 method = 0;

    QString label() const { return QString::fromUtf8(name); }
};

/// A ZIP's directory, read by our own code with every length checked against the file: the bytes
/// may be hostile. What prevents reading is an error; what contract "dzip" forbids but can be read
/// past is a breach.
struct ZipDirectory
{
    qint64 offset = 0;
    qint64 end = 0; ///< the first byte behind it
    QByteArray bytes{}; ///< never changed once read: the names point into it
    std::vector<ZipEntry> entries{};
    BreachList breaches{};

    static Result<ZipDirectory> read(QFile &file);
    /// Adds a breach when a name occurs twice: takes a while in a large one.
    void checkUnique();
};

/// The length of an entry's local header, name and extra included, or why it is not one.
Result<qint64> localHeaderSize(QByteArrayView header, const ZipEntry &entry, BreachList &breaches);
inline constexpr qint64 localHeaderMinimum = 30;

} // namespace createzoom
