// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/pyramidtiles.h"

#include "core/archive/dzipnames.h"
#include "core/archive/dzipreader.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <mutex>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// No tile, descriptor or metadata is as large as this.
constexpr qint64 largestFile = qint64{64} << 20;

/// From createzoom.json; what somebody else made has none.
QSizeF pixelSizeIn(const Result<QByteArray> &metadata)
{
    if (!metadata)
        return {0, 0};
    const QJsonObject json
        = QJsonDocument::fromJson(*metadata).object().value(u"pixel_size_um").toObject();
    const QSizeF size(json.value(u"x").toDouble(), json.value(u"y").toDouble());
    // Anybody may have written the file: no atom is smaller, no section larger.
    const bool isLength = std::min(size.width(), size.height()) >= 1e-6
        && std::max(size.width(), size.height()) <= 1e6;
    return isLength ? size : QSizeF(0, 0);
}

class ArchiveTiles final : public TileSource
{
public:
    explicit ArchiveTiles(std::unique_ptr<DzipReader> reader)
        : TileSource(reader->descriptor(), pixelSizeIn(reader->metadata()))
        , m_reader(std::move(reader))
    {}

    Result<QByteArray> tile(const TileAddress &tile) override
    {
        const std::lock_guard lock(m_mutex);
        return m_reader->tile(tile);
    }

private:
    std::mutex m_mutex; ///< guards m_reader, which one thread uses at a time
    std::unique_ptr<DzipReader> m_reader;
};

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return file.exists()
            ? Error{ErrorCode::Io, u"%1 cannot be read: %2"_s.arg(name, file.errorString())}
            : Error{ErrorCode::NotFound, u"There is no file %1"_s.arg(name)};
    if (file.size() > largestFile)
        return Error{ErrorCode::Limit, u"%1 is larger than 64 MiB"_s.arg(name)};
    return file.readAll();
}

class FolderTiles final : public TileSource
{
public:
    FolderTiles(const QString &folder, const DzipNames &names, const DziDescriptor &descriptor)
        : TileSource(descriptor,
                     pixelSizeIn(contentOf(folder + QString::fromUtf8(names.metadata()))))
        , m_folder(folder)
        , m_names(names)
    {}

    Result<QByteArray> tile(const TileAddress &tile) override
    {
        return contentOf(m_folder + QString::fromUtf8(m_names.tile(tile)));
    }

private:
    const QString m_folder; ///< ends in a slash
    const DzipNames m_names;
};

} // namespace

Result<std::unique_ptr<TileSource>> openPyramid(const QString &path)
{
    const QFileInfo info(path);
    if (info.suffix() != u"dzi") {
        Result<std::unique_ptr<DzipReader>> reader = DzipReader::open(path);
        if (!reader)
            return reader.error();
        return std::unique_ptr<TileSource>(std::make_unique<ArchiveTiles>(std::move(*reader)));
    }
    const Result<QByteArray> text = contentOf(path);
    if (!text)
        return text.error();
    const Result<DziDescriptor> descriptor = parseDzi(*text);
    if (!descriptor)
        return descriptor.error().withContext(info.fileName());
    return std::unique_ptr<TileSource>(
        std::make_unique<FolderTiles>(info.absolutePath() + u'/',
                                      DzipNames(info.completeBaseName(), descriptor->format),
                                      *descriptor));
}

} // namespace createzoom
