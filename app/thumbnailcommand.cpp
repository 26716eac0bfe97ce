// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/thumbnailcommand.h"

#include "app/console.h"
#include "app/exitcode.h"
#include "core/pipeline/thumbnail.h"

#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int smallest = 16;
constexpr int largest = 1024;

int wrongUsage(const QString &sentence)
{
    printError(u"createzoom thumbnail: "_s + sentence);
    return static_cast<int>(ExitCode::Usage);
}

} // namespace

int runThumbnail(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Writes a small picture of a pyramid as PNG."_s);
    const QCommandLineOption size(
        {u"s"_s, u"size"_s}, u"Longest side in pixels."_s, u"N"_s, u"256"_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Says this."_s);
    parser.addOptions({size, help});
    parser.addPositionalArgument(u"ARCHIVE"_s, u"a .dzip, .szi or .dzi file"_s);
    parser.addPositionalArgument(u"PNG"_s, u"what to write"_s);
    if (!parser.parse(QStringList{u"createzoom thumbnail"_s} + arguments))
        return wrongUsage(parser.errorText());
    if (parser.isSet(help)) {
        printOut(parser.helpText().trimmed());
        return static_cast<int>(ExitCode::Ok);
    }
    const QStringList files = parser.positionalArguments();
    if (files.size() != 2)
        return wrongUsage(u"it takes an archive and the name of a picture"_s);
    bool isNumber = false;
    const int side = parser.value(size).toInt(&isNumber);
    if (!isNumber || side < smallest || side > largest)
        return wrongUsage(u"--size must be a number from %1 to %2"_s.arg(smallest).arg(largest));
    const Result<void> written = writeThumbnail(files.at(0), files.at(1), side);
    if (written)
        return static_cast<int>(ExitCode::Ok);
    printError(u"%1: %2"_s.arg(files.at(0), written.error().message));
    return static_cast<int>(ExitCode::SomeFailed);
}

} // namespace createzoom
