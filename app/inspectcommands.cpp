// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspectcommands.h"

#include "app/console.h"
#include "app/exitcode.h"
#include "core/archive/dzipreader.h"
#include "core/archive/dzipverifier.h"
#include "core/archive/filehash.h"
#include "core/imaging/sourceimage.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qsizetype shownBreaches = 20;

QString decimalSize(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

bool verifyOne(const QString &path)
{
    FileHash hash(path);
    hash.advanceTo(QFileInfo(path).size());
    const Result<VerifyReport> report = verifyDzip(path, {}, {});
    const Result<QString> md5 = report ? hash.finish(report->bytes) : report.error();
    if (!md5) {
        printError(u"%1: %2"_s.arg(path, md5.error().message));
        return false;
    }
    for (const QString &warning : report->warnings)
        printError(u"%1: warning: %2"_s.arg(path, warning));
    if (report->isValid()) {
        printOut(u"%1: ok, %2 x %3 px, %4 levels, %5 tiles, %6, md5 %7"_s.arg(path)
                     .arg(report->size.width())
                     .arg(report->size.height())
                     .arg(report->levels)
                     .arg(report->tiles)
                     .arg(decimalSize(report->bytes), *md5));
        return true;
    }
    for (const QString &breach :
         report->breaches.first(std::min(shownBreaches, report->breaches.size())))
        printError(u"%1: %2"_s.arg(path, breach));
    if (report->breaches.size() > shownBreaches)
        printError(u"%1: and %2 more"_s.arg(path).arg(report->breaches.size() - shownBreaches));
    return false;
}

Result<QString> archiveText(const QString &path)
{
    const Result<std::unique_ptr<DzipReader>> archive = DzipReader::open(path);
    if (!archive)
        return archive.error();
    const DziDescriptor &descriptor = (*archive)->descriptor();
    const PyramidLayout &layout = descriptor.layout;
    QString text = u"%1: Deep Zoom archive of %2\n"
                   u"  %3 x %4 px, %5 levels, %6 %7 tiles of %8 px, overlap %9"_s
                       .arg(path, (*archive)->innerName())
                       .arg(layout.size().width())
                       .arg(layout.size().height())
                       .arg(layout.levelCount())
                       .arg(layout.tileCount())
                       .arg(formatName(descriptor.format))
                       .arg(layout.tileSize())
                       .arg(layout.overlap());
    if (const Result<QByteArray> metadata = (*archive)->metadata(); metadata)
        text += u'\n' + QString::fromUtf8(*metadata).trimmed();
    return text;
}

Result<QString> imageText(const QString &path)
{
    const Result<std::unique_ptr<SourceImage>> image = SourceImage::open(path, {});
    if (!image)
        return image.error();
    const ImageInfo &info = (*image)->info();
    QString text
        = u"%1: image (%2)\n  %3 x %4 px, %5 bands of %6, page %7 of %8"_s.arg(path, info.loader)
              .arg(info.size.width())
              .arg(info.size.height())
              .arg(info.bands)
              .arg(info.sampleFormat)
              .arg(info.page + 1)
              .arg(info.pages);
    if (!info.pixelSizeSource.isEmpty())
        text += u"\n  %1 x %2 micrometres a pixel (%3)"_s.arg(info.pixelSize.width())
                    .arg(info.pixelSize.height())
                    .arg(info.pixelSizeSource);
    for (const QString &warning : info.warnings)
        text += u"\n  warning: "_s + warning;
    return text;
}

bool infoOne(const QString &path)
{
    const Result<QString> text
        = path.endsWith(u".dzip") || path.endsWith(u".szi") ? archiveText(path) : imageText(path);
    if (text)
        printOut(*text);
    else
        printError(u"%1: %2"_s.arg(path, text.error().message));
    return text.has_value();
}

struct Inspection
{
    QString verb{};
    QString description{};
    QString files{}; ///< what it takes
    bool (*inspect)(const QString &) = nullptr;
};

int forEach(const QStringList &arguments, const Inspection &inspection)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(inspection.description);
    parser.addHelpOption();
    parser.addPositionalArgument(u"file"_s, inspection.files, u"FILE..."_s);
    const bool isRight = parser.parse(QStringList{inspection.verb} + arguments);
    if (isRight && parser.isSet(u"help"_s)) {
        printOut(parser.helpText());
        return static_cast<int>(ExitCode::Ok);
    }
    const QStringList files = parser.positionalArguments();
    if (!isRight || files.isEmpty()) {
        printError(isRight ? u"Usage: createzoom %1 FILE..."_s.arg(inspection.verb)
                           : u"createzoom %1: %2"_s.arg(inspection.verb, parser.errorText()));
        return static_cast<int>(ExitCode::Usage);
    }
    bool allWell = true;
    for (const QString &file : files)
        allWell = inspection.inspect(file) && allWell;
    return static_cast<int>(allWell ? ExitCode::Ok : ExitCode::SomeFailed);
}

} // namespace

int runVerify(const QStringList &arguments)
{
    return forEach(arguments,
                   {u"verify"_s,
                    u"Checks archives against every rule of the format, every checksum and every "
                    u"tile."_s,
                    u"a .dzip archive"_s,
                    &verifyOne});
}

int runInfo(const QStringList &arguments)
{
    return forEach(arguments,
                   {u"info"_s,
                    u"Says what an archive or an image holds."_s,
                    u"a .dzip or .szi archive, or an image"_s,
                    &infoOne});
}

} // namespace createzoom
