// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/imagescan.h"

#include "core/jobs/imagefiles.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QMimeData>
#include <QSet>
#include <QUrl>

#include <numeric>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Of an image below the folder `root`: "brain/deep" for /data/brain/deep/s1.tif below /data/brain.
QString treeOf(const QString &image, const QString &root)
{
    const QDir above(QFileInfo(root).absolutePath());
    return above.relativeFilePath(QFileInfo(image).absolutePath());
}

class Scan
{
public:
    Scan(NamedFiles named, const ScanWatch &keepGoing)
        : m_named(named)
        , m_keepGoing(keepGoing)
    {}

    void add(const QString &path)
    {
        const QFileInfo info(QDir::cleanPath(path));
        if (!info.exists())
            m_result.missing << path;
        else if (info.isDir())
            addFolder(info.absoluteFilePath());
        else if (m_named == NamedFiles::All || looksLikeImage(info.fileName()))
            addImage(info.absoluteFilePath(), QString());
        else
            m_result.notImages << path;
    }

    bool mayGoOn() { return mayGoOn(m_result.images.size()); }

    ImageScan result() const { return m_result; }

private:
    void addFolder(const QString &folder)
    {
        const qsizetype before = m_result.images.size();
        const QStringList images
            = imagesBelow(folder, [&](qsizetype found) { return mayGoOn(before + found); });
        for (const QString &image : images) {
            if (!mayGoOn(before + images.size()))
                return;
            addImage(image, treeOf(image, folder));
        }
    }

    bool mayGoOn(qsizetype images)
    {
        if (m_keepGoing && !m_keepGoing({images, m_bytes}))
            m_result.isCancelled = true;
        return !m_result.isCancelled;
    }

    void addImage(const QString &path, const QString &tree)
    {
        if (m_seen.contains(path))
            return;
        m_seen << path;
        m_result.images << FoundImage{path, tree, QFileInfo(path).size()};
        m_bytes += m_result.images.last().bytes;
    }

    NamedFiles m_named;
    const ScanWatch &m_keepGoing;
    QSet<QString> m_seen{};
    ImageScan m_result{};
    qint64 m_bytes = 0; ///< of the images so far
};

QString localPath(const QString &line)
{
    const QString text = line.trimmed();
    if (text.startsWith(u'/'))
        return text;
    const QUrl url(text);
    return url.isLocalFile() ? url.toLocalFile() : QString();
}

} // namespace

qint64 ImageScan::bytes() const
{
    return std::accumulate(images.begin(),
                           images.end(),
                           0LL,
                           [](qint64 sum, const FoundImage &image) { return sum + image.bytes; });
}

ScanWatch tellingWatch(std::function<void(const ScanProgress &)> tell, ScanWatch goesOn)
{
    constexpr qint64 interval = 100; // milliseconds
    QElapsedTimer sinceTold;
    sinceTold.start();
    return [tell = std::move(tell), goesOn = std::move(goesOn), sinceTold](
               const ScanProgress &found) mutable {
        if (sinceTold.hasExpired(interval)) {
            sinceTold.restart();
            tell(found);
        }
        return goesOn(found);
    };
}

ImageScan scanForImages(const QStringList &paths, NamedFiles named, const ScanWatch &keepGoing)
{
    Scan scan(named, keepGoing);
    for (const QString &path : paths) {
        if (!scan.mayGoOn())
            break;
        scan.add(path);
    }
    return scan.result();
}

QStringList pathsIn(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty() || !data.hasText())
        return paths;
    for (const QString &line : data.text().split(u'\n', Qt::SkipEmptyParts)) {
        const QString path = localPath(line);
        if (!path.isEmpty())
            paths << path;
    }
    return paths;
}

} // namespace createzoom
