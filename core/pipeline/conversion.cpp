// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/conversion.h"

#include "core/archive/dzipverifier.h"
#include "core/archive/dzipwriter.h"
#include "core/archive/filehash.h"
#include "core/base/version.h"
#include "core/imaging/pyramidbuilder.h"
#include "core/imaging/sourceimage.h"
#include "core/imaging/tilesink.h"
#include "core/imaging/vipsruntime.h"
#include "core/pipeline/targetfile.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Tiles from the builder straight into the archive, whose hash follows.
class ArchiveSink final : public TileSink
{
public:
    ArchiveSink(DzipWriter &writer, FileHash *hash)
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
    DzipWriter &m_writer;
    FileHash *m_hash; ///< may be null
};

QString sourceName(const Conversion &conversion)
{
    return conversion.innerName.isEmpty() ? QFileInfo(conversion.source).fileName()
                                          : conversion.innerName;
}

QJsonObject sourceJson(const Conversion &conversion, const ImageInfo &info)
{
    return {{u"name"_s, sourceName(conversion)},
            {u"bytes"_s, QFileInfo(conversion.source).size()},
            {u"loader"_s, info.loader},
            {u"bands"_s, info.bands},
            {u"sample_format"_s, info.sampleFormat},
            {u"page"_s, info.page},
            {u"pages"_s, info.pages}};
}

/// What a scientist needs to know of the picture later, and nothing that says who made it, when or
/// where (contract "dzip", Pyramid and tiles 6).
QByteArray metadataText(const Conversion &conversion, const ImageInfo &info)
{
    QJsonObject options = optionsToJson(conversion.options);
    options.remove(u"exists"_s);
    QJsonObject json{{u"source"_s, sourceJson(conversion, info)},
                     {u"width"_s, info.size.width()},
                     {u"height"_s, info.size.height()},
                     {u"colour"_s, info.colour},
                     {u"range"_s, info.range},
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
    const auto writer
        = DzipWriter::create(target.temporaryPath(), target.innerName(), {layout, options.format});
    if (!writer)
        return writer.error();
    std::optional<FileHash> hash;
    if (conversion.isHashed)
        hash.emplace(target.temporaryPath());
    ArchiveSink sink(**writer, hash ? &*hash : nullptr);
    const PyramidPlan plan{layout, options, conversion.threads};
    if (const Result<void> built = buildPyramid(image, plan, sink, control); !built)
        return built.error();
    control.report({.phase = StepProgress::Phase::Packing});
    const Result<void> finished = (*writer)->finish(metadataText(conversion, image.info()));
    if (!finished)
        return finished.error();
    return hash ? hash->finish(QFileInfo(target.temporaryPath()).size()) : QString();
}

/// Reads the archive back from the disk: what is renamed into place has been seen to be right.
Result<VerifyReport> verified(const TargetFile &target, const StepControl &control)
{
    Result<VerifyReport> report = verifyDzip(target.temporaryPath(), target.innerName(), control);
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

Result<ConversionReport> convertImage(const Conversion &conversion, const StepControl &control)
{
    const Result<std::unique_ptr<SourceImage>> image
        = SourceImage::open(conversion.source,
                            {.page = conversion.options.page,
                             .background = conversion.options.background,
                             .range = conversion.options.range,
                             .damaged = conversion.options.damaged,
                             .name = sourceName(conversion)});
    if (!image)
        return image.error();
    const Result<std::unique_ptr<TargetFile>> target = TargetFile::prepare(conversion);
    if (!target)
        return target.error();
    if (!*target)
        return ConversionReport{.target = conversion.target, .skipped = true};

    const Result<QString> md5 = writeArchive(conversion, **image, **target, control);
    if (!md5)
        return md5.error();
    const Result<VerifyReport> report = verified(**target, control);
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
                            .warnings = (*image)->info().warnings + report->warnings};
}

} // namespace createzoom
