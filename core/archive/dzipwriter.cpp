// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzipwriter.h"

#include "core/archive/archivefile.h"
#include "core/archive/dzipnames.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

#include <QFileInfo>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// With exactly this many entries QuaZip writes no ZIP64 end record, and readers would look for
/// one.
constexpr qint64 entryCountToAvoid = 65'535;

} // namespace

struct DzipWriter::Parts
{
    Parts(const QString &path, const QString &stem, QString nameForPeople, TileFormat format)
        : fileName(std::move(nameForPeople))
        , names(stem, format)
        , file(path)
        , zip(&file)
    {}

    QString fileName;
    DzipNames names;
    ArchiveFile file;
    QuaZip zip; ///< after the file it writes to
    qint64 entries = 0;
};

DzipWriter::DzipWriter(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

DzipWriter::~DzipWriter() = default;

Result<std::unique_ptr<DzipWriter>> DzipWriter::create(const QString &path,
                                                       const QString &stem,
                                                       const QString &fileName,
                                                       const DziDescriptor &descriptor)
{
    auto parts = std::make_unique<Parts>(path, stem, fileName, descriptor.format);
    QuaZip &zip = parts->zip;
    zip.setDataDescriptorWritingEnabled(false);
    zip.setZip64Enabled(
        false); // concerns the entries' sizes; large offsets and counts are ZIP64 all the same
    zip.setUtf8Enabled(false); // the flag 0x800; the names are UTF-8
    zip.setFileNameCodec("UTF-8");
    zip.setAutoClose(false); // the file is synced after QuaZip is done with it
    if (!parts->file.open(QIODevice::WriteOnly) || !zip.open(QuaZip::mdCreate))
        return parts->file.failure(parts->fileName);
    std::unique_ptr<DzipWriter> writer(new DzipWriter(std::move(parts)));
    const Result<void> added
        = writer->addEntry(writer->m_parts->names.descriptor(), dziText(descriptor));
    if (!added)
        return added.error();
    return writer;
}

Result<void> DzipWriter::addTile(const TileAddress &tile, QByteArrayView bytes)
{
    return addEntry(m_parts->names.tile(tile), bytes);
}

qint64 DzipWriter::settledBytes() const
{
    // Between two entries: QuaZip goes back no further than to the header of the one it writes.
    return m_parts->file.written();
}

Result<void> DzipWriter::finish(QByteArrayView metadata)
{
    if (m_parts->entries + 1 == entryCountToAvoid) {
        if (Result<void> added
            = addEntry(m_parts->names.folder() + "createzoom.txt", "CreateZoom\n");
            !added)
            return added;
    }
    if (Result<void> added = addEntry(m_parts->names.metadata(), metadata); !added)
        return added;
    m_parts->zip.close();
    if (m_parts->zip.getZipError() != ZIP_OK)
        return writeError();
    const Result<void> synced = m_parts->file.sync();
    m_parts->file.close();
    return synced ? synced : Result<void>(writeError());
}

Result<void> DzipWriter::addEntry(const QByteArray &name, QByteArrayView bytes)
{
    constexpr int stored = 0;
    QuaZipFile entry(&m_parts->zip);
    const QuaZipNewInfo info(QString::fromUtf8(name));
    if (!entry.open(QIODevice::WriteOnly, info, nullptr, 0, stored, stored))
        return writeError();
    const bool isWritten = entry.write(bytes.data(), bytes.size()) == bytes.size();
    entry.close();
    if (!isWritten || entry.getZipError() != ZIP_OK)
        return writeError();
    ++m_parts->entries;
    return {};
}

Error DzipWriter::writeError() const
{
    return m_parts->file.failure(m_parts->fileName);
}

} // namespace createzoom
