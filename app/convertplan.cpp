// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/convertplan.h"

#include "app/conversionflags.h"
#include "core/base/settingforms.h"
#include "core/base/settings.h"
#include "core/jobs/imagefiles.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <type_traits>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString bucketPrefix = u"bucket:"_s;

void addOptions(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addOption(
        {{u"o"_s, u"output"_s},
         u"a folder, one file ending in .dzip, or bucket:BUCKET/FOLDER; by default beside each image"_s,
         u"where"_s});
    addConversionFlags(parser);
    parser.addOption({u"layout"_s,
                      u"dzip, szi (one folder inside), or dzi (a plain folder of tiles) [dzip]"_s,
                      u"dzip|szi|dzi"_s});
    parser.addOption({u"hash"_s, u"keep the SHA-256 of the image in createzoom.json"_s});
    parser.addOption({u"max-pixels"_s, u"refuse images with more [100000000000]"_s, u"N"_s});
    parser.addOption({u"max-pages"_s, u"refuse documents with more [1000]"_s, u"N"_s});
    parser.addOption(
        {u"loaders"_s,
         u"loaders that libvips calls untrusted and that are open all the same; there "
         "are also magick, pdf, svg, fits, mat, analyze [openslide,jp2k,jxl,openexr,ppm]"_s,
         u"list"_s});
    parser.addOption(
        {u"threads"_s, u"threads of each conversion; 0 = all cores, shared [0]"_s, u"N"_s});
    parser.addOption({u"jobs"_s, u"conversions at a time [1]"_s, u"N"_s});
    parser.addOption({u"json"_s, u"progress and results as JSON lines on standard output"_s});
    parser.addOption({u"token-file"_s,
                      u"file with the bearer token for a bucket; read anew for each image"_s,
                      u"file"_s});
    parser.addOption({u"bucket-url"_s, u"data-proxy base, or file:///FOLDER"_s, u"url"_s});
    for (const auto &name : {u"inner-name"_s, u"temporary-name"_s, u"source-md5"_s}) {
        QCommandLineOption hidden(name, QString(), u"name"_s);
        hidden.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(hidden);
    }
}

Error usage(const QString &message)
{
    return {ErrorCode::Usage, message};
}

Result<void> readNumber(
    const QCommandLineParser &parser, const QString &name, auto &target, qint64 low, qint64 high)
{
    if (!parser.isSet(name))
        return {};
    bool ok = false;
    const qint64 value = parser.value(name).toLongLong(&ok);
    if (!ok || value < low || value > high)
        return usage(u"%1 must be a number from %2 to %3"_s.arg(name).arg(low).arg(high));
    target = static_cast<std::remove_reference_t<decltype(target)>>(value);
    return {};
}

Result<void> readNumbers(const QCommandLineParser &parser, ConvertPlan &plan)
{
    constexpr qint64 mostAtATime = 256;
    constexpr qint64 mostPixels = 1'000'000'000'000'000;
    constexpr qint64 mostPages = 10'000'000;
    for (const Result<void> &read :
         {readNumber(parser, u"threads"_s, plan.threads, 0, mostAtATime),
          readNumber(parser, u"jobs"_s, plan.jobs, 1, mostAtATime),
          readNumber(parser, u"max-pixels"_s, plan.limits.pixels, 1, mostPixels),
          readNumber(parser, u"max-pages"_s, plan.limits.pages, 1, mostPages)}) {
        if (!read)
            return read;
    }
    return {};
}

Result<void> readLayout(const QCommandLineParser &parser, ConvertPlan &plan)
{
    const QString name = parser.value(u"layout"_s);
    if (!name.isEmpty() && !layoutFromName(name, plan.layout))
        return usage(u"layout must be dzip, szi or dzi"_s);
    if (plan.layout != ArchiveLayout::Dzip && parser.value(u"output"_s).startsWith(bucketPrefix))
        return usage(u"A bucket takes --layout dzip only"_s);
    return {};
}

/// An input that is not there, and a folder without images, stand for themselves: each fails in its
/// turn, and harms no other.
QStringList sourcesOf(const QStringList &inputs)
{
    QStringList sources;
    for (const QString &input : inputs) {
        const QFileInfo file(input);
        const QStringList found
            = file.isDir() ? imagesBelow(file.absoluteFilePath()) : QStringList();
        sources << (found.isEmpty() ? QStringList{file.absoluteFilePath()} : found);
    }
    sources.removeDuplicates();
    return sources;
}

Result<void> addItems(ConvertPlan &plan, const QStringList &sources, const QString &output)
{
    QHash<QString, QString> takenBy;
    for (const QString &source : sources) {
        const Result<Location> target
            = conversionTarget(source, output, plan.layout, sources.size() == 1);
        if (!target)
            return target.error();
        const QString earlier = takenBy.value(target->text());
        if (!earlier.isEmpty())
            return usage(u"%1 and %2 would both become %3"_s.arg(earlier, source, target->text()));
        takenBy.insert(target->text(), source);
        plan.items << ConvertPlan::Item{source, *target};
    }
    return {};
}

/// All but what is converted.
Result<ConvertPlan> readOptions(const QCommandLineParser &parser)
{
    ConvertPlan plan;
    const Result<ConversionOptions> options = conversionOptions(parser);
    if (!options)
        return usage(options.error().message);
    plan.options = *options;
    if (const Result<void> read = readNumbers(parser, plan); !read)
        return read.error();
    if (const Result<void> read = readLayout(parser, plan); !read)
        return read.error();
    if (parser.isSet(u"loaders"_s)) {
        if (!isLoaderList(parser.value(u"loaders"_s)))
            return usage(u"loaders must be a list of names, as --help has them"_s);
        plan.loaders = parser.value(u"loaders"_s).split(u',');
    }
    plan.isSourceHashed = parser.isSet(u"hash"_s);
    plan.json = parser.isSet(u"json"_s);
    plan.tokenFile = parser.value(u"token-file"_s);
    plan.bucketUrl = parser.value(u"bucket-url"_s);
    plan.output = parser.value(u"output"_s);
    return plan;
}

} // namespace

Result<Location>
conversionTarget(const QString &source, const QString &output, ArchiveLayout layout, bool isOnlyOne)
{
    const QFileInfo file(source);
    const QString suffix = layoutSuffix(layout);
    const QString name = file.fileName() + suffix;
    if (output.isEmpty())
        return Location{{}, file.absolutePath() + u'/' + name};
    if (output.startsWith(bucketPrefix)) {
        const Result<Location> folder
            = parseFolder(output.sliced(bucketPrefix.size()), u"the bucket folder"_s);
        if (!folder)
            return usage(folder.error().message);
        const JobRequest request{.source = {{}, source}, .targetFolder = *folder};
        return request.target();
    }
    const QString path = QDir::cleanPath(QDir::current().absoluteFilePath(output));
    if (!output.endsWith(suffix) || QFileInfo(path).isDir())
        return Location{{}, path + u'/' + name};
    if (!isOnlyOne)
        return usage(u"%1 is one file, and there are several images: give a folder"_s.arg(output));
    return Location{{}, path};
}

Result<ConvertPlan> planConversion(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Turns images into Deep Zoom archives (.dzip)."_s);
    parser.addPositionalArgument(
        u"in"_s, u"Images, or folders that are searched for images."_s, u"IN..."_s);
    addOptions(parser);
    if (!parser.parse(QStringList{u"createzoom convert"_s} + arguments))
        return usage(parser.errorText());
    if (parser.isSet(u"help"_s))
        return ConvertPlan{.help = parser.helpText()};
    if (parser.positionalArguments().isEmpty())
        return usage(u"No image is named: createzoom convert IN... [-o DIR]"_s);

    Result<ConvertPlan> plan = readOptions(parser);
    if (!plan)
        return plan;
    plan->sourceMd5 = parser.value(u"source-md5"_s);
    plan->innerName = parser.value(u"inner-name"_s);
    plan->temporaryName = parser.value(u"temporary-name"_s);
    const QStringList sources = sourcesOf(parser.positionalArguments());
    if (const Result<void> added = addItems(*plan, sources, plan->output); !added)
        return added.error();
    return plan;
}

Result<ConvertPlan> planWatch(const QStringList &arguments)
{
    constexpr qint64 longestStill = 86'400;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Converts images as they arrive in a folder, and below it, until it is stopped. A file is "
        "taken once, when it has not changed for a while; after a restart too."_s);
    parser.addPositionalArgument(u"dir"_s, u"The folder to watch."_s, u"DIR"_s);
    addOptions(parser);
    parser.addOption({u"still-for"_s,
                      u"take a file when it has not changed for so many seconds [10]"_s,
                      u"seconds"_s});
    if (!parser.parse(QStringList{u"createzoom watch"_s} + arguments))
        return usage(parser.errorText());
    if (parser.isSet(u"help"_s))
        return ConvertPlan{.help = parser.helpText()};
    const QStringList folders = parser.positionalArguments();
    if (folders.size() != 1 || !QFileInfo(folders.first()).isDir())
        return usage(u"One folder is watched: createzoom watch DIR [-o DIR]"_s);
    Result<ConvertPlan> plan = readOptions(parser);
    if (!plan)
        return plan;
    qint64 stillFor = plan->stillFor.count();
    if (const Result<void> read = readNumber(parser, u"still-for"_s, stillFor, 0, longestStill);
        !read)
        return read.error();
    plan->stillFor = std::chrono::seconds(stillFor);
    plan->watched = QFileInfo(folders.first()).absoluteFilePath();
    // What -o says is checked before the first image comes.
    const Result<Location> target
        = conversionTarget(plan->watched + u"/x.tif"_s, plan->output, plan->layout, false);
    if (!target)
        return target.error();
    return plan;
}

} // namespace createzoom
