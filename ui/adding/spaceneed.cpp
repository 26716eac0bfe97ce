// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/spaceneed.h"

#include "core/base/freespace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QStorageInfo>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// The coarser levels add a third to the full one, whose JPEG tiles are rarely larger than a JPEG
/// source; of uncompressed sources the archive is a tenth.
constexpr double usual = 1.4;
/// JPEG 2000, JPEG XL, HEIC, AVIF and WebP hold the same picture in a half to a third of the bytes.
constexpr double packedTightly = 3;
/// PNG tiles of what JPEG had packed.
constexpr double losslessOfLossy = 10;
/// Above this quality JPEG tiles grow to twice the size and more.
constexpr int highQuality = 85;

const QStringList tightSuffixes{
    u"jp2"_s, u"j2k"_s, u"jpx"_s, u"jxl"_s, u"heic"_s, u"heif"_s, u"avif"_s, u"webp"_s};
const QStringList lossySuffixes{
    u"jpg"_s, u"jpeg"_s, u"jpe"_s, u"svs"_s, u"ndpi"_s, u"scn"_s, u"bif"_s, u"mrxs"_s, u"vms"_s};

/// Climbs to what is there: the folder for archives may be still to be made.
QString existingFolder(QString folder)
{
    while (!QFileInfo::exists(folder) && folder.size() > 1)
        folder = QFileInfo(folder).path();
    return folder;
}

QString folderOf(const FoundImage &image, const AddChoice &choice, const QString &workFolder)
{
    using enum Destination::Kind;
    switch (choice.destination.kind) {
    case Beside:
        break;
    case Folder:
    case Mirror:
        return choice.destination.folder;
    case Bucket:
        return workFolder;
    }
    return QFileInfo(image.path).path();
}

QString size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

qint64 archiveNeed(const FoundImage &image, const ConversionOptions &options)
{
    const QString suffix = image.path.section(u'.', -1).toLower();
    const bool isTight = tightSuffixes.contains(suffix);
    double factor = isTight ? packedTightly : usual;
    if (options.format == TileFormat::Png)
        factor = isTight || lossySuffixes.contains(suffix) ? losslessOfLossy : packedTightly;
    else if (options.quality > highQuality)
        factor *= 2;
    return static_cast<qint64>(static_cast<double>(image.bytes) * factor);
}

SpaceNeed measureSpace(const ImageScan &scan, const AddChoice &choice, const QString &workFolder)
{
    QHash<QString, QString> diskOf; ///< folder -> root of its disk: asked once for each folder
    QHash<QString, SpaceNeed> needs;
    for (const FoundImage &image : scan.images) {
        const QString folder = folderOf(image, choice, workFolder);
        if (!diskOf.contains(folder))
            diskOf.insert(folder, QStorageInfo(existingFolder(folder)).rootPath());
        SpaceNeed &need = needs[diskOf.value(folder)];
        need.bytes += archiveNeed(image, choice.options);
        need.folder = folder;
    }
    SpaceNeed tightest;
    bool isFirst = true;
    for (SpaceNeed need : needs) {
        need.freeBytes = freeBytesIn(existingFolder(need.folder)).value_or(-1);
        const bool isTighter = need.freeBytes >= 0
            && (tightest.freeBytes < 0
                || need.freeBytes - need.bytes < tightest.freeBytes - tightest.bytes);
        if (isFirst || isTighter)
            tightest = need;
        isFirst = false;
    }
    return tightest;
}

QString spaceText(const SpaceNeed &need)
{
    const auto words = [](const char *text) {
        return QCoreApplication::translate("SpaceNeed", text);
    };
    if (need.bytes == 0)
        return {};
    if (need.freeBytes < 0)
        return words(QT_TRANSLATE_NOOP("SpaceNeed", "Needs about %1")).arg(size(need.bytes));
    const char *text = need.isShort()
        ? QT_TRANSLATE_NOOP(
            "SpaceNeed",
            "Needs about %1, but only %2 are free on the disk of %3. Jobs will wait "
            "when the disk is full.")
        : QT_TRANSLATE_NOOP("SpaceNeed", "Needs about %1; %2 are free on the disk of %3");
    return words(text).arg(
        size(need.bytes), size(need.freeBytes), QDir::toNativeSeparators(need.folder));
}

} // namespace createzoom
