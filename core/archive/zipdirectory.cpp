// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/zipdirectory.h"

#include "core/archive/crc32.h"
#include "core/archive/littleendian.h"

#include <QFile>
#include <QString>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 endSize = 22;
constexpr qint64 locatorSize = 20;
constexpr qint64 end64Size = 56;
constexpr qsizetype centralSize = 46;
constexpr quint32 all32 = 0xFFFFFFFF;
constexpr quint16 all16 = 0xFFFF;
constexpr qint64 largestDirectory = qint64{512} << 20;

constexpr quint16 zip64Extra = 0x0001;
constexpr quint16 unicodePathExtra = 0x7075;

Error damaged(const QString &words)
{
    return {ErrorCode::Damaged, u"The archive is damaged: %1"_s.arg(words)};
}

Result<QByteArray> readAt(QFile &file, qint64 offset, qint64 size)
{
    if (offset < 0 || size < 0 || offset + size > file.size())
        return damaged(u"a record lies outside the file"_s);
    if (!file.seek(offset))
        return Error{ErrorCode::Io, u"The archive cannot be read"_s, file.errorString()};
    QByteArray bytes = file.read(size);
    if (bytes.size() != size)
        return Error{ErrorCode::Io, u"The archive cannot be read"_s, file.errorString()};
    return bytes;
}

/// Where the directory is, from the end records.
struct Place
{
    quint64 offset = 0;
    quint64 size = 0;
    quint64 count = 0;
    qint64 end = 0; ///< where the end records begin
};

/// Rule 7: the ZIP64 end record and its locator, directly before the end record.
Result<Place> readEnd64(QFile &file, const Place &place32, BreachList &breaches)
{
    const qint64 locatorAt = file.size() - endSize - locatorSize;
    const qint64 end64At = locatorAt - end64Size;
    const Result<QByteArray> records = readAt(file, end64At, end64Size + locatorSize);
    if (!records)
        return records.error();
    const QByteArrayView end64 = QByteArrayView(*records).first(end64Size);
    const QByteArrayView locator = QByteArrayView(*records).sliced(end64Size);
    if (!locator.startsWith("PK\x06\x07") || !end64.startsWith("PK\x06\x06"))
        return damaged(u"no ZIP64 end record and locator directly before the end record"_s);
    if (u32(locator, 4) != 0 || u64(locator, 8) != static_cast<quint64>(end64At)
        || u32(locator, 16) != 1)
        breaches.add(u"The ZIP64 locator does not point to its end record on disk 0 of 1"_s);
    if (u64(end64, 4) != end64Size - 12)
        breaches.add(u"The ZIP64 end record's size field is not 44"_s);
    if (u64(end64, 16) != 0 || u64(end64, 24) != u64(end64, 32))
        breaches.add(u"The ZIP64 end record describes a split archive"_s);
    const Place place{u64(end64, 48), u64(end64, 40), u64(end64, 32), end64At};
    if (place.size != place32.size || (place32.offset != all32 && place.offset != place32.offset))
        breaches.add(u"The two end records differ"_s);
    if (place32.offset == all32 && place.offset < all32)
        breaches.add(u"The directory's offset is ZIP64 although 32 bits would do"_s);
    if (place32.count != std::min<quint64>(place.count, all16))
        breaches.add(u"The end record's count is not min(n, 65535)"_s);
    return place;
}

Result<Place> findDirectory(QFile &file, BreachList &breaches)
{
    const Result<QByteArray> end = readAt(file, file.size() - endSize, endSize);
    if (!end)
        return damaged(u"it is shorter than an end record"_s);
    if (!end->startsWith("PK\x05\x06"))
        return damaged(u"its last 22 bytes are not the end record"_s);
    if (u16(*end, 20) != 0)
        breaches.add(u"The archive has a comment"_s);
    if (u16(*end, 4) != 0 || u16(*end, 6) != 0 || u16(*end, 8) != u16(*end, 10))
        breaches.add(u"The end record describes a split archive"_s);
    const Place place{u32(*end, 16), u32(*end, 12), u16(*end, 10), file.size() - endSize};
    if (place.size == all32)
        breaches.add(u"The end record's directory size is 0xFFFFFFFF, not the true size"_s);
    if (place.offset != all32 && place.count != all16)
        return place;
    return readEnd64(file, place, breaches);
}

struct Extras
{
    std::optional<QByteArrayView> zip64{};
    std::optional<QByteArrayView> unicodePath{};
    bool isBroken = false;
};

Extras parseExtras(QByteArrayView data)
{
    constexpr qsizetype headSize = 4;
    Extras extras;
    while (!data.isEmpty() && !extras.isBroken) {
        const qsizetype length = data.size() < headSize ? 0 : u16(data, 2);
        if (data.size() < headSize + length) {
            extras.isBroken = true;
            break;
        }
        const QByteArrayView body = data.sliced(headSize, length);
        auto *const slot = u16(data, 0) == zip64Extra ? &extras.zip64
            : u16(data, 0) == unicodePathExtra        ? &extras.unicodePath
                                                      : nullptr;
        if (slot) {
            extras.isBroken = slot->has_value();
            *slot = body;
        }
        data = data.sliced(headSize + length);
    }
    return extras;
}

/// Rule 6: from 4 GiB on the offset is in a ZIP64 extra of its own, below that there is none.
qint64
headerOffsetOf(quint32 offset, const Extras &extras, const ZipEntry &entry, BreachList &breaches)
{
    if (offset != all32) {
        if (extras.zip64)
            breaches.add(u"%1: a ZIP64 extra although none is needed"_s.arg(entry.label()));
        return offset;
    }
    if (!extras.zip64 || extras.zip64->size() != sizeof(quint64)) {
        breaches.add(u"%1: the ZIP64 extra must be the 8-byte offset alone"_s.arg(entry.label()));
        return -1;
    }
    const quint64 offset64 = u64(*extras.zip64, 0);
    if (offset64 < all32)
        breaches.add(u"%1: a ZIP64 offset although 32 bits would do"_s.arg(entry.label()));
    return static_cast<qint64>(offset64);
}

bool isSafeName(QByteArrayView name)
{
    constexpr uchar firstPrintable = 0x20;
    constexpr uchar deleteCharacter = 0x7f;
    for (const char c : name) {
        const auto byte = static_cast<uchar>(c);
        if (byte < firstPrintable || byte == deleteCharacter || c == '\\')
            return false;
    }
    while (true) {
        const qsizetype length = name.indexOf('/');
        const QByteArrayView part = length < 0 ? name : name.first(length);
        if (part.isEmpty() || part == QByteArrayView(".") || part == QByteArrayView(".."))
            return false;
        if (length < 0)
            return true;
        name = name.sliced(length + 1);
    }
}

bool isUtf8(QByteArrayView name)
{
    const bool isAscii = std::all_of(
        name.begin(), name.end(), [](char c) { return static_cast<uchar>(c) < 0x80; });
    return isAscii || QString::fromUtf8(name).toUtf8() == name;
}

/// Rules 2 and 8 for one directory record; the fields' places are those of the ZIP specification.
ZipEntry readEntry(QByteArrayView record, BreachList &breaches)
{
    const qsizetype nameSize = u16(record, 28);
    const Extras extras = parseExtras(record.sliced(centralSize + nameSize, u16(record, 30)));
    ZipEntry entry{.name = record.sliced(centralSize, nameSize),
                   .size = u32(record, 24),
                   .crc = u32(record, 16),
                   .flags = u16(record, 8),
                   .method = u16(record, 10)};
    const auto add = [&](const QString &sentence) { // there can be millions of entries
        breaches.add(sentence.arg(entry.label()));
    };
    entry.headerOffset = headerOffsetOf(u32(record, 42), extras, entry, breaches);
    if (entry.flags != 0)
        breaches.add(u"%1: flags 0x%2, must be 0"_s.arg(entry.label()).arg(entry.flags, 0, 16));
    if (entry.method != 0)
        breaches.add(u"%1: method %2, must be 0 (stored)"_s.arg(entry.label()).arg(entry.method));
    if (u32(record, 20) != entry.size || entry.size == all32)
        add(u"%1: packed and plain size differ or are not 32-bit"_s);
    if (u16(record, 32) != 0 || u16(record, 34) != 0)
        add(u"%1: an entry comment or disk number"_s);
    if (extras.isBroken)
        add(u"%1: broken extra fields"_s);
    if (!isUtf8(entry.name) || !isSafeName(entry.name))
        add(u"%1: an unsafe name, or not UTF-8"_s);
    if (extras.unicodePath
        && (extras.unicodePath->size() != 5 + nameSize || extras.unicodePath->front() != 1
            || u32(*extras.unicodePath, 1) != crc32Of(entry.name)
            || extras.unicodePath->sliced(5) != entry.name))
        add(u"%1: the Unicode Path extra differs from the name"_s);
    return entry;
}

Result<void> readEntries(const Place &place, ZipDirectory &directory)
{
    QByteArrayView rest = directory.bytes;
    directory.entries.reserve(static_cast<size_t>(place.count));
    for (quint64 i = 0; i < place.count; ++i) {
        if (rest.size() < centralSize || !rest.startsWith("PK\x01\x02"))
            return damaged(u"record %1 of the directory is not one"_s.arg(i));
        const qsizetype length = centralSize + u16(rest, 28) + u16(rest, 30) + u16(rest, 32);
        if (rest.size() < length)
            return damaged(u"record %1 of the directory is cut off"_s.arg(i));
        directory.entries.push_back(readEntry(rest.first(length), directory.breaches));
        rest = rest.sliced(length);
    }
    if (!rest.isEmpty())
        directory.breaches.add(u"The directory holds more than its entries"_s);
    return {};
}

} // namespace

Result<ZipDirectory> ZipDirectory::read(QFile &file)
{
    ZipDirectory directory;
    const Result<Place> place = findDirectory(file, directory.breaches);
    if (!place)
        return place.error();
    const auto fileSize = static_cast<quint64>(file.size());
    if (place->offset > fileSize || place->size > fileSize
        || place->count > place->size / centralSize)
        return damaged(u"the directory lies outside the file"_s);
    if (place->size > largestDirectory)
        return Error{ErrorCode::Limit, u"The archive's directory is larger than 512 MiB"_s};
    directory.offset = static_cast<qint64>(place->offset);
    directory.end = directory.offset + static_cast<qint64>(place->size);
    if (directory.end != place->end)
        directory.breaches.add(u"The directory does not end where the end record begins"_s);
    if (place->count == 0)
        directory.breaches.add(u"The archive is empty"_s);
    Result<QByteArray> bytes = readAt(file, directory.offset, static_cast<qint64>(place->size));
    if (!bytes)
        return bytes.error();
    directory.bytes = *std::move(bytes);
    if (const Result<void> entries = readEntries(*place, directory); !entries)
        return entries.error();
    return directory;
}

void ZipDirectory::checkUnique()
{
    std::vector<QByteArrayView> names;
    names.reserve(entries.size());
    for (const ZipEntry &entry : entries)
        names.push_back(entry.name);
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    if (twice != names.end())
        breaches.add(u"%1: the name occurs twice"_s.arg(QString::fromUtf8(*twice)));
}

Result<qint64> localHeaderSize(QByteArrayView header, const ZipEntry &entry, BreachList &breaches)
{
    const QString label = entry.label();
    if (header.size() < localHeaderMinimum || !header.startsWith("PK\x03\x04"))
        return damaged(u"%1 has no local header"_s.arg(label));
    const qsizetype nameSize = u16(header, 26);
    const qsizetype extraSize = u16(header, 28);
    const qsizetype whole = localHeaderMinimum + nameSize + extraSize;
    if (header.size() < whole)
        return damaged(u"%1 has a local header that is cut off"_s.arg(label));
    if (u16(header, 6) != 0 || u16(header, 8) != 0)
        breaches.add(u"%1: local flags or method not 0"_s.arg(label));
    if (u32(header, 14) != entry.crc || u32(header, 18) != entry.size
        || u32(header, 22) != entry.size)
        breaches.add(u"%1: local CRC or sizes differ from the directory"_s.arg(label));
    if (header.sliced(localHeaderMinimum, nameSize) != entry.name)
        breaches.add(u"%1: the local name differs"_s.arg(label));
    if (parseExtras(header.sliced(localHeaderMinimum + nameSize, extraSize)).zip64)
        breaches.add(u"%1: a ZIP64 extra in the local header"_s.arg(label));
    return whole;
}

} // namespace createzoom
