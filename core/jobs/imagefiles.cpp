// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/imagefiles.h"

#include "core/base/naturalorder.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QStringList suffixes{
    u"tif"_s, u"tiff"_s, u"svs"_s,  u"ndpi"_s, u"scn"_s, u"bif"_s, u"mrxs"_s, u"vms"_s, u"vmu"_s,
    u"jpg"_s, u"jpeg"_s, u"jpe"_s,  u"png"_s,  u"jp2"_s, u"j2k"_s, u"jpx"_s,  u"jxl"_s, u"webp"_s,
    u"gif"_s, u"heic"_s, u"heif"_s, u"avif"_s, u"exr"_s, u"ppm"_s, u"pgm"_s,  u"pnm"_s, u"bmp"_s};

/// Of slides whose pixels lie in other files: small texts with lines such as "ImageFile=s1.jpg".
const QStringList indexSuffixes{u"vms"_s, u"vmu"_s};
constexpr qint64 largestIndex = 1 << 20;

QSet<QString> namesInIndex(const QString &path)
{
    QSet<QString> names;
    QFile file(path);
    if (file.size() > largestIndex || !file.open(QIODevice::ReadOnly))
        return names;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0)
            names << QString::fromUtf8(line.sliced(equals + 1).trimmed());
    }
    return names;
}

/// One folder with all below it. Recursive by hand, as what is beside a file or folder decides
/// whether it is taken.
class Search
{
public:
    explicit Search(const SearchProgress &keepGoing)
        : m_keepGoing(keepGoing)
    {}

    void look(const QString &folder)
    {
        QStringList images;
        QStringList folders;
        QSet<QString> pyramids;
        QDirIterator entries(folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
        while (entries.hasNext() && mayGoOn()) {
            entries.next();
            const QFileInfo entry = entries.fileInfo();
            const QString name = entry.fileName();
            if (entry.isDir()) {
                if (!entry.isSymLink())
                    folders << name;
            } else if (looksLikeImage(name)) {
                images << name;
            } else if (name.endsWith(u".dzi"_s)) {
                pyramids << name.chopped(4) + u"_files"_s;
            }
        }
        take(folder, images);
        for (const QString &name : folders) {
            if (!pyramids.contains(name) && mayGoOn())
                look(folder + u'/' + name);
        }
    }

    QStringList found{};

private:
    bool mayGoOn()
    {
        m_isEnded = m_isEnded || (m_keepGoing && !m_keepGoing(found.size()));
        return !m_isEnded;
    }

    void take(const QString &folder, const QStringList &images)
    {
        QSet<QString> parts;
        for (const QString &name : images) {
            if (indexSuffixes.contains(name.section(u'.', -1).toLower()))
                parts.unite(namesInIndex(folder + u'/' + name));
        }
        for (const QString &name : images) {
            if (!parts.contains(name))
                found << folder + u'/' + name;
        }
    }

    const SearchProgress &m_keepGoing;
    bool m_isEnded = false;
};

} // namespace

bool looksLikeImage(const QString &fileName)
{
    return suffixes.contains(fileName.section(u'.', -1).toLower()) && fileName.contains(u'.');
}

QStringList imagesBelow(const QString &folder, const SearchProgress &keepGoing)
{
    Search search(keepGoing);
    search.look(folder.size() > 1 && folder.endsWith(u'/') ? folder.chopped(1) : folder);
    QStringList found = search.found;
    const QCollator natural = naturalOrder();
    std::sort(found.begin(), found.end(), [&natural](const QString &a, const QString &b) {
        return natural.compare(a, b) < 0;
    });
    return found;
}

} // namespace createzoom
