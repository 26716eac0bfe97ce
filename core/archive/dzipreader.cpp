// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzipreader.h"

#include "core/archive/crc32.h"
#include "core/archive/dzipnames.h"
#include "core/archive/zipdirectory.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Result<QByteArray> contentOf(QFile &file, const ZipEntry &entry)
{
    const Error damaged{ErrorCode::Damaged, u"The archive is damaged at %1"_s.arg(entry.label())};
    constexpr qint64 largestHeader = localHeaderMinimum + qint64{2} * 0xFFFF;
    if (entry.method != 0)
        return Error{ErrorCode::Unsupported,
                     u"%1 is compressed inside the archive"_s.arg(entry.label())};
    if (entry.size > largestContent)
        return Error{ErrorCode::Limit, u"%1 is larger than 256 MiB"_s.arg(entry.label())};
    if (entry.headerOffset < 0 || entry.headerOffset > file.size()
        || !file.seek(entry.headerOffset))
        return damaged;
    BreachList ignored;
    const Result<qint64> headerSize = localHeaderSize(file.peek(largestHeader), entry, ignored);
    if (!headerSize)
        return headerSize.error();
    if (entry.headerOffset + *headerSize + entry.size > file.size()
        || !file.seek(entry.headerOffset + *headerSize))
        return damaged;
    QByteArray bytes = file.read(entry.size);
    if (bytes.size() != entry.size || crc32Of(bytes) != entry.crc)
        return damaged;
    return bytes;
}

} // namespace

struct DzipReader::Parts
{
    std::unique_ptr<QFile> file;
    ZipDirectory directory;
    QHash<QByteArrayView, qsizetype> indexes{}; ///< of entries, by name
    DziDescriptor descriptor;
    QString innerName;
    DzipNames names;
};

DzipReader::DzipReader(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

DzipReader::~DzipReader() = default;

Result<std::unique_ptr<DzipReader>> DzipReader::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    const QString fileName = QFileInfo(path).fileName();
    if (!file->open(QIODevice::ReadOnly))
        return file->exists()
            ? Error{ErrorCode::Io, u"%1 cannot be read: %2"_s.arg(fileName, file->errorString())}
            : Error{ErrorCode::NotFound, u"There is no file %1"_s.arg(fileName)};
    Result<ZipDirectory> directory = ZipDirectory::read(*file);
    if (!directory)
        return directory.error().withContext(fileName);
    const auto &entries = directory->entries;
    const auto dzi = std::find_if(entries.begin(), entries.end(), [](const ZipEntry &entry) {
        return entry.name.endsWith(descriptorEnding) && entry.name.count('/') <= 1;
    });
    if (dzi == entries.end())
        return Error{ErrorCode::Unreadable, u"%1 is not a Deep Zoom archive"_s.arg(fileName)};
    const Result<QByteArray> text = contentOf(*file, *dzi);
    if (!text)
        return text.error().withContext(fileName);
    const Result<DziDescriptor> descriptor = parseDzi(*text);
    if (!descriptor)
        return descriptor.error().withContext(fileName);
    const QString innerName = QString::fromUtf8(dzi->name.chopped(descriptorEnding.size()));
    const DzipNames names(innerName, descriptor->format);
    auto parts = std::make_unique<Parts>(
        Parts{std::move(file), *std::move(directory), {}, *descriptor, innerName, names});
    parts->indexes.reserve(static_cast<qsizetype>(parts->directory.entries.size()));
    for (qsizetype i = 0; const ZipEntry &entry : parts->directory.entries)
        parts->indexes.insert(entry.name, i++);
    return std::unique_ptr<DzipReader>(new DzipReader(std::move(parts)));
}

const DziDescriptor &DzipReader::descriptor() const
{
    return m_parts->descriptor;
}

QString DzipReader::innerName() const
{
    return m_parts->innerName;
}

QStringList DzipReader::entryNames() const
{
    QStringList names;
    for (const ZipEntry &entry : m_parts->directory.entries)
        names << entry.label();
    return names;
}

qint64 DzipReader::entryCount() const
{
    return static_cast<qint64>(m_parts->directory.entries.size());
}

Result<QByteArray> DzipReader::tile(const TileAddress &tile)
{
    return content(m_parts->names.tile(tile));
}

Result<QByteArray> DzipReader::metadata()
{
    return content(m_parts->names.metadata());
}

Result<QByteArray> DzipReader::content(const QByteArray &name)
{
    const auto found = m_parts->indexes.constFind(QByteArrayView(name));
    if (found == m_parts->indexes.constEnd())
        return Error{ErrorCode::NotFound, u"The archive has no %1"_s.arg(QString::fromUtf8(name))};
    return contentOf(*m_parts->file, m_parts->directory.entries[static_cast<size_t>(*found)]);
}

} // namespace createzoom
