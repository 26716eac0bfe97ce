// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/imagefiles.h"

#include "core/base/naturalorder.h"

#include <QDirIterator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QStringList suffixes{
    u"tif"_s, u"tiff"_s, u"svs"_s,  u"ndpi"_s, u"scn"_s, u"bif"_s, u"mrxs"_s, u"vms"_s, u"vmu"_s,
    u"jpg"_s, u"jpeg"_s, u"jpe"_s,  u"png"_s,  u"jp2"_s, u"j2k"_s, u"jpx"_s,  u"jxl"_s, u"webp"_s,
    u"gif"_s, u"heic"_s, u"heif"_s, u"avif"_s, u"exr"_s, u"ppm"_s, u"pgm"_s,  u"pnm"_s, u"bmp"_s};

} // namespace

bool looksLikeImage(const QString &fileName)
{
    return suffixes.contains(fileName.section(u'.', -1).toLower()) && fileName.contains(u'.');
}

QStringList imagesBelow(const QString &folder, const std::function<bool()> &keepGoing)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext() && (!keepGoing || keepGoing())) {
        const QString path = files.next();
        if (looksLikeImage(files.fileName()))
            found << path;
    }
    const QCollator natural = naturalOrder();
    std::sort(found.begin(), found.end(), [&natural](const QString &a, const QString &b) {
        return natural.compare(a, b) < 0;
    });
    return found;
}

} // namespace createzoom
