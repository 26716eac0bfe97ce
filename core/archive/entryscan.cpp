// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/entryscan.h"

#include "core/archive/crc32.h"
#include "core/archive/tileshape.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 largestEntry = qint64{256} << 20;

} // namespace

ExpectedTiles::ExpectedTiles(const QString &innerName, const DziDescriptor &descriptor)
    : names(innerName, descriptor.format)
    , layout(descriptor.layout)
    , format(descriptor.format)
{
    qint64 start = 0;
    for (int level = 0; level < layout.levelCount(); ++level) {
        levelStarts.push_back(start);
        start += qint64{layout.columns(level)} * layout.rows(level);
    }
}

qint64 ExpectedTiles::indexOf(const TileAddress &tile) const
{
    return levelStarts[static_cast<size_t>(tile.level)]
        + qint64{tile.row} * layout.columns(tile.level) + tile.column;
}

EntryScan::EntryScan(const QString &path,
                     const ZipDirectory &directory,
                     const ExpectedTiles *expected)
    : m_file(path)
    , m_directory(directory)
    , m_expected(expected)
{}

Result<void> EntryScan::run(std::span<const ZipEntry *const> entries,
                            SharedProgress &progress,
                            const StepControl &control)
{
    if (!m_file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, u"The archive cannot be read"_s, m_file.errorString()};
    for (const ZipEntry *entry : entries) {
        if (control.stopRequested())
            return cancelledError();
        if (Result<void> read = readEntry(*entry); !read)
            return read;
        progress.add(entry->size);
    }
    return {};
}

Result<void> EntryScan::readEntry(const ZipEntry &entry)
{
    const QString label = entry.label();
    if (entry.headerOffset < m_at) {
        m_breaches.add(u"%1 overlaps another entry"_s.arg(label));
        return {};
    }
    if (entry.headerOffset + localHeaderMinimum > m_directory.offset) {
        m_breaches.add(u"%1 lies outside the entries' part of the file"_s.arg(label));
        return {};
    }
    if (Result<void> skipped = skipTo(entry.headerOffset); !skipped)
        return skipped;
    constexpr qint64 largestHeader = localHeaderMinimum + qint64{2} * 0xFFFF;
    const Result<qint64> headerSize
        = localHeaderSize(m_file.peek(largestHeader), entry, m_breaches);
    if (!headerSize) {
        m_breaches.add(headerSize.error().message);
        return {};
    }
    if (entry.headerOffset + *headerSize + entry.size > m_directory.offset
        || entry.size > largestEntry) {
        m_breaches.add(u"%1 is too long or reaches into the directory"_s.arg(label));
        return {};
    }
    if (Result<void> skipped = skipTo(entry.headerOffset + *headerSize); !skipped)
        return skipped;
    const Result<QByteArray> content = take(entry.size);
    if (!content)
        return content.error();
    check(entry, *content);
    return {};
}

Result<QByteArray> EntryScan::take(qint64 size)
{
    QByteArray bytes = m_file.read(size);
    if (bytes.size() != size)
        return Error{ErrorCode::Io, u"The archive cannot be read"_s, m_file.errorString()};
    m_at += size;
    return bytes;
}

Result<void> EntryScan::skipTo(qint64 offset)
{
    if (m_at != offset && !m_file.seek(offset))
        return Error{ErrorCode::Io, u"The archive cannot be read"_s, m_file.errorString()};
    m_at = offset;
    return {};
}

void EntryScan::check(const ZipEntry &entry, QByteArrayView content)
{
    static const QRegularExpression tileLike(uR"(\.(png|jpe?g|dzi)$)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    const QString label = entry.label();
    if (crc32Of(content) != entry.crc)
        m_breaches.add(u"%1: the CRC does not match the data"_s.arg(label));
    const bool isDescriptor = &entry == &m_directory.entries.front();
    if (isDescriptor || !m_expected)
        return;
    const DzipNames &names = m_expected->names;
    if (!entry.name.startsWith(names.folder()))
        m_breaches.add(u"%1 lies outside %2"_s.arg(label, QString::fromUtf8(names.folder())));
    else if (const std::optional<TileAddress> tile = names.tileOf(entry.name))
        checkTile(*tile, entry, content);
    else if (label.contains(tileLike))
        m_breaches.add(u"%1 looks like a tile"_s.arg(label));
    else if (label.endsWith(u"vips-properties.xml"))
        m_breaches.add(u"%1 publishes the source's metadata"_s.arg(label));
}

void EntryScan::checkTile(const TileAddress &tile, const ZipEntry &entry, QByteArrayView content)
{
    const QString label = entry.label();
    if (!m_expected->layout.contains(tile)) {
        m_breaches.add(u"%1 is outside the grid"_s.arg(label));
        return;
    }
    m_tiles.push_back(m_expected->indexOf(tile));
    const QSize wanted = m_expected->layout.tileRect(tile).size();
    const Result<QSize> found = tileShape(content, m_expected->format);
    if (!found)
        m_breaches.add(u"%1: %2"_s.arg(label, found.error().message));
    else if (*found != wanted)
        m_breaches.add(u"%1 has %2 x %3 pixels, must have %4 x %5"_s.arg(label)
                           .arg(found->width())
                           .arg(found->height())
                           .arg(wanted.width())
                           .arg(wanted.height()));
}

} // namespace createzoom
