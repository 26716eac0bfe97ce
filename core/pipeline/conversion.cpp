// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/conversion.h"

#include "core/archive/dzifolder.h"
#include "core/archive/dzipverifier.h"
#include "core/archive/filehash.h"
#include "core/archive/pyramidwriter.h"
#include "core/base/version.h"
#include "core/imaging/jpegtiles.h"
#include "core/imaging/pyramidbuilder.h"
#include "core/imaging/sourceimage.h"
#include "core/imaging/tilesink.h"
#include "core/imaging/vipsruntime.h"
#include "core/pipeline/targetfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <future>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Tiles from the builder straight into the archive, whose hash follows.
class ArchiveSink final : public TileSink
{
public:
    ArchiveSink(PyramidWriter &writer, FileHash *hash)
        : m_writer(writer)
        , m_hash(hash)
    {}
    Result<void> append(const TileAddress &tile, QByteArrayView bytes) override
    {
        Result<void> added = m_writer.addTile(tile, bytes);
        if (m_hash)
            m_hash->advanceTo(m_writer.settledBytes());
        return added;
    }

private:
    PyramidWriter &m_writer;
    FileHash *m_hash; ///< may be null
};

QString sourceName(const Conversion &conversion)
{
    return conversion.innerName.isEmpty() ? QFileInfo(conversion.source).fileName()
                                          : conversion.innerName;
}

QJsonObject sourceJson(const Conversion &conversion, const ImageInfo &info, const QString &sha256)
{
    QJsonObject json{{u"name"_s, sourceName(conversion)},
                     {u"bytes"_s, QFileInfo(conversion.source).size()},
                     {u"loader"_s, info.loader},
                     {u"bands"_s, info.bands},
                     {u"sample_format"_s, info.sampleFormat},
                     {u"page"_s, info.page},
                     {u"pages"_s, info.pages}};
    if (!conversion.sourceMd5.isEmpty())
        json.insert(u"md5"_s, conversion.sourceMd5);
    if (!sha256.isEmpty())
        json.insert(u"sha256"_s, sha256);
    return json;
}

/// Of the source's bytes, while the pyramid is made; empty unless asked for.
std::future<Result<QString>> sourceHash(const Conversion &conversion, const StepControl &control)
{
    return std::async(std::launch::async, [&conversion, &control]() -> Result<QString> {
        if (!conversion.isSourceHashed)
            return QString();
        constexpr qint64 blockSize = qint64{1} << 20;
        QCryptographicHash hash(QCryptographicHash::Sha256);
        QFile file(conversion.source);
        bool isRead = file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        while (isRead && !file.atEnd() && !control.stopRequested()) {
            const QByteArray block = file.read(blockSize);
            isRead = !block.isEmpty();
            hash.addData(block);
        }
        if (!isRead)
            return Error{ErrorCode::Io,
                         u"%1 cannot be read"_s.arg(sourceName(conversion)),
                         file.errorString()};
        return QString::fromLatin1(hash.result().toHex());
    });
}

QJsonArray channelsJson(const QList<ChannelInfo> &channels)
{
    QJsonArray array;
    for (const ChannelInfo &channel : channels) {
        const auto &[red, green, blue] = channel.colour;
        const int rgb = red << 16 | green << 8 | blue;
        array << QJsonObject{{u"channel"_s, channel.number},
                             {u"name"_s, channel.name},
                             {u"colour"_s, u"#%1"_s.arg(rgb, 6, 16, QChar(u'0'))},
                             {u"range"_s, channel.range}};
    }
    return array;
}

/// What a scientist needs to know of the picture later, and nothing that says who made it, when or
/// where (contract "dzip", Pyramid and tiles 6).
QByteArray metadataText(const Conversion &conversion, const ImageInfo &info, const QString &sha256)
{
    QJsonObject options = optionsToJson(conversion.options);
    options.remove(u"exists"_s);
    QJsonObject json{{u"source"_s, sourceJson(conversion, info, sha256)},
                     {u"width"_s, info.size.width()},
                     {u"height"_s, info.size.height()},
                     {u"colour"_s, info.colour},
                     {u"range"_s, info.range},
                     {u"channels"_s, channelsJson(info.channels)},
                     {u"warnings"_s, QJsonArray::fromStringList(info.warnings)},
                     {u"options"_s, options},
                     {u"programs"_s,
                      QJsonArray{u"CreateZoom "_s + QLatin1String(programVersion),
                                 vipsVersion(),
                                 u"Qt "_s + QLatin1String(qVersion())}}};
    if (!info.pixelSizeSource.isEmpty()) {
        json.insert(u"pixel_size_um"_s,
                    QJsonObject{{u"x"_s, info.pixelSize.width()},
                                {u"y"_s, info.pixelSize.height()},
                                {u"source"_s, info.pixelSizeSource}});
    }
    return QJsonDocument(json).toJson();
}

/// Returns the MD5 of the archive's bytes as they lie on the disk, if it is wanted.
Result<QString> writeArchive(const Conversion &conversion,
                             SourceImage &image,
                             const TargetFile &target,
                             const StepControl &control)
{
    const ConversionOptions &options = conversion.options;
    const PyramidLayout layout(image.size(), options.tileSize, options.overlap);
    const auto writer = PyramidWriter::create(
        conversion.layout, target.temporaryPath(), target.innerName(), {layout, options.format});
    if (!writer)
        return writer.error();
    std::optional<FileHash> hash;
    if (conversion.isHashed)
        hash.emplace(target.temporaryPath());
    ArchiveSink sink(**writer, hash ? &*hash : nullptr);
    std::future<Result<QString>> sha256 = sourceHash(conversion, control);
    const PyramidPlan plan{layout, options, conversion.threads, image.jpegTiles()};
    if (const Result<void> built = buildPyramid(image, plan, sink, control); !built)
        return built.error();
    control.report({.phase = StepProgress::Phase::Packing});
    const Result<QString> hashOfSource = sha256.get();
    if (!hashOfSource)
        return hashOfSource.error();
    const Result<void> finished
        = (*writer)->finish(metadataText(conversion, image.info(), *hashOfSource));
    if (!finished)
        return finished.error();
    return hash ? hash->finish(QFileInfo(target.temporaryPath()).size()) : QString();
}

/// What is known before the first pixel.
ImageFacts factsBefore(const Conversion &conversion, const SourceImage &image)
{
    const ConversionOptions &options = conversion.options;
    const PyramidLayout layout(image.size(), options.tileSize, options.overlap);
    return {.sourceBytes = QFileInfo(conversion.source).size(),
            .width = image.size().width(),
            .height = image.size().height(),
            .levels = layout.levelCount(),
            .tiles = layout.tileCount(),
            .micrometresPerPixel = image.info().pixelSize.width(),
            .memoryBytes = image.memoryEstimate()};
}

/// Reads the archive back from the disk: what is renamed into place has been seen to be right.
Result<VerifyReport>
verified(const TargetFile &target, ArchiveLayout layout, const StepControl &control)
{
    const QString stem = innerStem(layout, target.innerName());
    Result<VerifyReport> report = layout == ArchiveLayout::Dzi
        ? verifyDziFolder(target.temporaryPath(), stem, control)
        : verifyDzip(target.temporaryPath(), stem, control);
    if (!report)
        return report.error();
    if (!report->isValid())
        return Error{ErrorCode::Internal,
                     u"The archive of %1 is not right: %2"_s.arg(target.innerName(),
                                                                 report->breaches.first()),
                     report->breaches.join(u"; "_s)};
    return report;
}

} // namespace

ImageFacts factsOf(const ConversionReport &report)
{
    return {.sourceBytes = report.sourceBytes,
            .archiveBytes = report.bytes,
            .width = report.size.width(),
            .height = report.size.height(),
            .levels = report.levels,
            .tiles = report.tiles,
            .micrometresPerPixel = report.micrometresPerPixel};
}

Result<ConversionReport> convertImage(const Conversion &wanted, const StepControl &control)
{
    Conversion conversion = wanted;
    if (const Result<void> opened = openLoaders(conversion.loaders); !opened)
        return opened.error();
    const Result<std::unique_ptr<SourceImage>> image
        = SourceImage::open(conversion.source,
                            {.page = conversion.options.page,
                             .background = conversion.options.background,
                             .range = conversion.options.range,
                             .damaged = conversion.options.damaged,
                             .maxPixels = conversion.limits.pixels,
                             .maxPages = conversion.limits.pages,
                             .channels = conversion.options.channels,
                             .tiles = conversion.options.tiles,
                             .name = sourceName(conversion)});
    if (!image)
        return image.error();
    if (const JpegTiles *tiles = (*image)->jpegTiles()) {
        conversion.options.tileSize = tiles->tileSize();
        conversion.options.overlap = 0;
        conversion.options.format = TileFormat::Jpeg;
    }
    const Result<std::unique_ptr<TargetFile>> target = TargetFile::prepare(conversion);
    if (!target)
        return target.error();
    if (!*target)
        return ConversionReport{.target = conversion.target, .skipped = true};

    const ImageFacts facts = factsBefore(conversion, **image);
    control.learnt(facts);
    const Result<QString> md5 = writeArchive(conversion, **image, **target, control);
    if (!md5)
        return md5.error();
    const Result<VerifyReport> report = verified(**target, conversion.layout, control);
    if (!report)
        return report.error();
    if (control.stopRequested())
        return cancelledError();
    if (const Result<void> placed = (*target)->place(); !placed)
        return placed.error();
    return ConversionReport{.target = (*target)->path(),
                            .bytes = report->bytes,
                            .md5 = *md5,
                            .size = report->size,
                            .levels = report->levels,
                            .tiles = report->tiles,
                            .sourceBytes = facts.sourceBytes,
                            .micrometresPerPixel = facts.micrometresPerPixel,
                            .warnings = (*image)->info().warnings + report->warnings};
}

} // namespace createzoom
