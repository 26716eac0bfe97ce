// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/archivescan.h"

#include "core/archive/crc32.h"
#include "core/archive/tileshape.h"
#include "core/base/progressgate.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 largestEntry = qint64{256} << 20;
constexpr qint64 largestDescriptor = qint64{1} << 20;

} // namespace

ArchiveScan::ArchiveScan(QFile &file, ZipDirectory &directory, QString innerName)
    : m_file(file)
    , m_directory(directory)
    , m_innerName(std::move(innerName))
    , m_breaches(directory.breaches)
{}

Result<void> ArchiveScan::run(const StepControl &control)
{
    std::vector<const ZipEntry *> order;
    for (const ZipEntry &entry : m_directory.entries)
        order.push_back(&entry);
    std::sort(order.begin(), order.end(), [](const ZipEntry *a, const ZipEntry *b) {
        return a->headerOffset < b->headerOffset;
    });
    if (Result<void> found = findDescriptor(); !found)
        return found;
    if (!m_file.seek(0))
        return Error{ErrorCode::Io, u"The archive cannot be read"_s, m_file.errorString()};
    ProgressGate gate(control, StepProgress::Phase::Packing, m_file.size());
    for (const ZipEntry *entry : order) {
        if (control.stopRequested())
            return cancelledError();
        if (Result<void> read = readEntry(*entry); !read)
            return read;
        gate.report(m_at);
    }
    checkGrid();
    gate.report(m_file.size());
    return {};
}

/// The descriptor is read ahead of the pass: every other entry is judged by it.
Result<void> ArchiveScan::findDescriptor()
{
    if (m_directory.entries.empty())
        return {};
    const ZipEntry &first = m_directory.entries.front();
    const QByteArray wanted = m_innerName.toUtf8() + ".dzi";
    if (first.name != wanted)
        m_breaches.add(
            u"The first entry is %1, must be %2"_s.arg(first.label(), QString::fromUtf8(wanted)));
    BreachList ignored; // the pass reports them
    constexpr qint64 largestHeader = localHeaderMinimum + qint64{2} * 0xFFFF;
    if (first.headerOffset < 0 || !m_file.seek(std::min(first.headerOffset, m_file.size())))
        return {};
    const Result<qint64> headerSize = localHeaderSize(m_file.peek(largestHeader), first, ignored);
    const bool isReadable = headerSize && first.size <= largestDescriptor;
    if (!isReadable || !m_file.seek(first.headerOffset + *headerSize))
        return {};
    const Result<DziDescriptor> descriptor = parseDzi(m_file.read(first.size));
    if (!descriptor) {
        m_breaches.add(descriptor.error().message);
        return {};
    }
    m_layout = descriptor->layout;
    m_format = descriptor->format;
    m_names.emplace(m_innerName, m_format);
    if (m_layout->tileCount() > static_cast<qint64>(m_directory.entries.size())) {
        m_breaches.add(u"%1 tiles are missing"_s.arg(
            m_layout->tileCount() - static_cast<qint64>(m_directory.entries.size()) + 1));
        return {};
    }
    qint64 start = 0;
    for (int level = 0; level < m_layout->levelCount(); ++level) {
        m_levelStarts.push_back(start);
        start += qint64{m_layout->columns(level)} * m_layout->rows(level);
    }
    m_seen.resize(static_cast<size_t>(start));
    return {};
}

Result<void> ArchiveScan::readEntry(const ZipEntry &entry)
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

Result<QByteArray> ArchiveScan::take(qint64 size)
{
    QByteArray bytes = m_file.read(size);
    if (bytes.size() != size)
        return Error{ErrorCode::Io, u"The archive cannot be read"_s, m_file.errorString()};
    m_at += size;
    return bytes;
}

Result<void> ArchiveScan::skipTo(qint64 offset)
{
    if (m_at != offset && !m_file.seek(offset))
        return Error{ErrorCode::Io, u"The archive cannot be read"_s, m_file.errorString()};
    m_at = offset;
    return {};
}

void ArchiveScan::check(const ZipEntry &entry, QByteArrayView content)
{
    static const QRegularExpression tileLike(uR"(\.(png|jpe?g|dzi)$)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    const QString label = entry.label();
    if (crc32Of(content) != entry.crc)
        m_breaches.add(u"%1: the CRC does not match the data"_s.arg(label));
    const bool isDescriptor = &entry == &m_directory.entries.front();
    if (isDescriptor || !m_names)
        return;
    if (!entry.name.startsWith(m_names->folder()))
        m_breaches.add(u"%1 lies outside %2"_s.arg(label, QString::fromUtf8(m_names->folder())));
    else if (const std::optional<TileAddress> tile = m_names->tileOf(entry.name))
        checkTile(*tile, entry, content);
    else if (label.contains(tileLike))
        m_breaches.add(u"%1 looks like a tile"_s.arg(label));
    else if (label.endsWith(u"vips-properties.xml"))
        m_breaches.add(u"%1 publishes the source's metadata"_s.arg(label));
}

void ArchiveScan::checkTile(const TileAddress &tile, const ZipEntry &entry, QByteArrayView content)
{
    const QString label = entry.label();
    if (!m_layout->contains(tile)) {
        m_breaches.add(u"%1 is outside the grid"_s.arg(label));
        return;
    }
    ++m_tiles;
    if (!m_seen.empty())
        m_seen[static_cast<size_t>(indexOf(tile))] = true;
    const QSize wanted = m_layout->tileRect(tile).size();
    const Result<QSize> found = tileShape(content, m_format);
    if (!found)
        m_breaches.add(u"%1: %2"_s.arg(label, found.error().message));
    else if (*found != wanted)
        m_breaches.add(u"%1 has %2 x %3 pixels, must have %4 x %5"_s.arg(label)
                           .arg(found->width())
                           .arg(found->height())
                           .arg(wanted.width())
                           .arg(wanted.height()));
}

void ArchiveScan::checkGrid()
{
    const auto missing = std::count(m_seen.begin(), m_seen.end(), false);
    if (missing > 0)
        m_breaches.add(u"%1 tiles are missing"_s.arg(missing));
}

qint64 ArchiveScan::indexOf(const TileAddress &tile) const
{
    return m_levelStarts[static_cast<size_t>(tile.level)]
        + qint64{tile.row} * m_layout->columns(tile.level) + tile.column;
}

} // namespace createzoom
