// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzifolder.h"

#include "core/archive/tileshape.h"

#include <QFile>

#include <cerrno>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Also what a viewer would find: the whole file or an error.
Result<QByteArray> contentOf(const QDir &folder, const QByteArray &name)
{
    QFile file(folder.filePath(QString::fromUtf8(name)));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"%1 is missing"_s.arg(QString::fromUtf8(name))};
    return file.readAll();
}

/// A sentence when the tile is not right.
QString
faultOf(const QByteArray &name, const Result<QByteArray> &bytes, TileFormat format, QSize wanted)
{
    if (!bytes)
        return bytes.error().message;
    const Result<QSize> found = tileShape(*bytes, format);
    if (!found)
        return u"%1: %2"_s.arg(QString::fromUtf8(name), found.error().message);
    return *found == wanted ? QString() : u"%1 has another size"_s.arg(QString::fromUtf8(name));
}

} // namespace

DziFolderWriter::DziFolderWriter(const QString &folder,
                                 const QString &stem,
                                 const DziDescriptor &descriptor)
    : m_folder(folder)
    , m_stem(stem)
    , m_descriptor(descriptor)
    , m_names(stem, descriptor.format)
{}

Result<void> DziFolderWriter::addTile(const TileAddress &tile, QByteArrayView bytes)
{
    if (!m_levels.contains(tile.level)) {
        m_folder.mkpath(QString::fromUtf8(m_names.folder()) + QString::number(tile.level));
        m_levels.insert(tile.level);
    }
    return write(m_names.tile(tile), bytes);
}

Result<void> DziFolderWriter::finish(QByteArrayView metadata)
{
    if (Result<void> written = write(m_names.metadata(), metadata); !written)
        return written;
    return write(m_names.descriptor(), dziText(m_descriptor));
}

Result<void> DziFolderWriter::write(const QByteArray &name, QByteArrayView bytes)
{
    QFile file(m_folder.filePath(QString::fromUtf8(name)));
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        && file.write(bytes.data(), bytes.size()) == bytes.size();
    if (isWritten)
        return {};
    return Error{file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EDQUOT
                     ? ErrorCode::DiskFull
                     : ErrorCode::Io,
                 u"The tiles of %1 cannot be written: %2"_s.arg(m_stem, file.errorString())};
}

Result<VerifyReport>
verifyDziFolder(const QString &folder, const QString &stem, const StepControl &control)
{
    const QDir dir(folder);
    const Result<QByteArray> text = contentOf(dir, stem.toUtf8() + ".dzi");
    if (!text)
        return text.error();
    const Result<DziDescriptor> descriptor = parseDzi(*text);
    if (!descriptor)
        return descriptor.error();
    const PyramidLayout &layout = descriptor->layout;
    const DzipNames names(stem, descriptor->format);
    VerifyReport report{
        .innerName = stem, .size = layout.size(), .levels = layout.levelCount(), .entries = 1};
    constexpr qsizetype enough = 100;
    for (int level = 0; level < layout.levelCount(); ++level) {
        for (int row = 0; row < layout.rows(level); ++row) {
            for (int column = 0; column < layout.columns(level); ++column) {
                if (control.stopRequested())
                    return cancelledError();
                const TileAddress tile{level, column, row};
                const QByteArray name = names.tile(tile);
                const Result<QByteArray> bytes = contentOf(dir, name);
                const QString fault
                    = faultOf(name, bytes, descriptor->format, layout.tileRect(tile).size());
                report.bytes += bytes ? bytes->size() : 0;
                report.tiles += bytes ? 1 : 0;
                if (!fault.isEmpty() && report.breaches.size() < enough)
                    report.breaches << fault;
            }
        }
    }
    report.entries += report.tiles;
    return report;
}

} // namespace createzoom
