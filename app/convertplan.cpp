// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/convertplan.h"

#include "core/base/settings.h"
#include "core/jobs/imagefiles.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString bucketPrefix = u"bucket:"_s;
const QString archiveSuffix = u".dzip"_s;

struct ConversionFlag
{
    const char *name;
    const char *value;
    const char *help;
};

/// Flags that are conversion options of the same name (core/jobs/conversionoptions has their
/// ranges).
constexpr std::array optionFlags{
    ConversionFlag{"quality", "1-100", "JPEG quality [75]"},
    ConversionFlag{"tile-size", "N", "tile size without overlap [254]"},
    ConversionFlag{"overlap", "N", "pixels that neighbouring tiles share [1]"},
    ConversionFlag{"format", "jpeg|png", "format of the tiles [jpeg]"},
    ConversionFlag{"page", "N", "page or level, from 0; -1 = the full-resolution one [-1]"},
    ConversionFlag{"background", "#rrggbb", "colour under transparent pixels [#ffffff]"},
    ConversionFlag{"exists", "skip|rename|replace|fail", "when the archive exists already [skip]"},
    ConversionFlag{
        "shrink", "mean|nearest|mode", "how pixels are combined; mean makes new colours [mean]"},
    ConversionFlag{
        "range", "auto|full|LOW,HIGH", "samples that become black and white, beyond 8 bits [auto]"},
    ConversionFlag{"damaged", "refuse|allow", "what to do with an image that is cut off [refuse]"},
};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Turns images into Deep Zoom archives (.dzip)."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(
        u"in"_s, u"Images, or folders that are searched for images."_s, u"IN..."_s);
    parser.addOption(
        {{u"o"_s, u"output"_s},
         u"a folder, one file ending in .dzip, or bucket:BUCKET/FOLDER; by default beside each image"_s,
         u"where"_s});
    for (const ConversionFlag &flag : optionFlags)
        parser.addOption(
            {QLatin1String(flag.name), QLatin1String(flag.help), QLatin1String(flag.value)});
    parser.addOption({u"allow-damaged"_s, u"the same as --damaged allow"_s});
    parser.addOption(
        {u"preset"_s, u"options by name: "_s + presetNames().join(u", "_s), u"name"_s});
    parser.addOption(
        {u"threads"_s, u"threads of each conversion; 0 = all cores, shared [0]"_s, u"N"_s});
    parser.addOption({u"jobs"_s, u"conversions at a time [1]"_s, u"N"_s});
    parser.addOption({u"json"_s, u"progress and results as JSON lines on standard output"_s});
    parser.addOption({u"token-file"_s, u"file with the bearer token for a bucket"_s, u"file"_s});
    parser.addOption({u"bucket-url"_s, u"data-proxy base, or file:///FOLDER"_s, u"url"_s});
    for (const auto &name : {u"inner-name"_s, u"temporary-name"_s}) {
        QCommandLineOption hidden(name, QString(), u"name"_s);
        hidden.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(hidden);
    }
}

Error usage(const QString &message)
{
    return {ErrorCode::Usage, message};
}

Result<ConversionOptions> optionsOf(const QCommandLineParser &parser)
{
    ConversionOptions options;
    if (parser.isSet(u"preset"_s)) {
        if (const Result<void> applied = applyPreset(options, parser.value(u"preset"_s)); !applied)
            return applied.error();
    }
    for (const ConversionFlag &flag : optionFlags) {
        const QString name = QLatin1String(flag.name);
        if (!parser.isSet(name))
            continue;
        if (const Result<void> set = setOption(options, name, parser.value(name)); !set)
            return set.error();
    }
    if (parser.isSet(u"allow-damaged"_s))
        options.damaged = DamagePolicy::Allow;
    return options;
}

Result<int> numberOf(const QCommandLineParser &parser, const QString &name, int fallback, int low)
{
    if (!parser.isSet(name))
        return fallback;
    bool ok = false;
    const int value = parser.value(name).toInt(&ok);
    constexpr int highest = 256;
    if (!ok || value < low || value > highest)
        return usage(u"%1 must be a number from %2 to %3"_s.arg(name).arg(low).arg(highest));
    return value;
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

Result<Location> targetOf(const QString &source, const QString &output, bool isOnlyOne)
{
    const QFileInfo file(source);
    const QString name = file.fileName() + archiveSuffix;
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
    if (!output.endsWith(archiveSuffix) || QFileInfo(path).isDir())
        return Location{{}, path + u'/' + name};
    if (!isOnlyOne)
        return usage(u"%1 is one file, and there are several images: give a folder"_s.arg(output));
    return Location{{}, path};
}

Result<void> addItems(ConvertPlan &plan, const QStringList &sources, const QString &output)
{
    QHash<QString, QString> takenBy;
    for (const QString &source : sources) {
        const Result<Location> target = targetOf(source, output, sources.size() == 1);
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

} // namespace

Result<ConvertPlan> planConversion(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList{u"createzoom convert"_s} + arguments))
        return usage(parser.errorText());
    ConvertPlan plan;
    if (parser.isSet(u"help"_s)) {
        plan.help = parser.helpText();
        return plan;
    }
    if (parser.positionalArguments().isEmpty())
        return usage(u"No image is named: createzoom convert IN... [-o DIR]"_s);

    const Result<ConversionOptions> options = optionsOf(parser);
    if (!options)
        return usage(options.error().message);
    const Result<int> threads = numberOf(parser, u"threads"_s, 0, 0);
    const Result<int> jobs = numberOf(parser, u"jobs"_s, 1, 1);
    if (!threads || !jobs)
        return !threads ? threads.error() : jobs.error();
    plan.options = *options;
    plan.threads = *threads;
    plan.jobs = *jobs;
    plan.json = parser.isSet(u"json"_s);
    plan.innerName = parser.value(u"inner-name"_s);
    plan.temporaryName = parser.value(u"temporary-name"_s);
    plan.tokenFile = parser.value(u"token-file"_s);
    plan.bucketUrl = parser.value(u"bucket-url"_s);
    const QStringList sources = sourcesOf(parser.positionalArguments());
    if (const Result<void> added = addItems(plan, sources, parser.value(u"output"_s)); !added)
        return added.error();
    return plan;
}

} // namespace createzoom
