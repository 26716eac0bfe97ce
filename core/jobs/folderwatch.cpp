// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/folderwatch.h"

#include "core/jobs/imagefiles.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QString hashOf(const QString &text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace

QString WatchedFile::key() const
{
    return hashOf(u"%1\n%2\n%3"_s.arg(path).arg(bytes).arg(modifiedAt));
}

FolderWatch::FolderWatch(FolderListing list,
                         Clock clock,
                         std::chrono::milliseconds stillFor,
                         QString memory)
    : m_list(std::move(list))
    , m_clock(std::move(clock))
    , m_stillFor(stillFor)
    , m_memory(std::move(memory))
{
    load();
}

QList<WatchedFile> FolderWatch::poll()
{
    const qint64 now = m_clock();
    QList<WatchedFile> ready;
    QHash<QString, Sighting> seen;
    for (const WatchedFile &file : m_list()) {
        const auto earlier = m_seen.constFind(file.path);
        const bool isStill = earlier != m_seen.constEnd() && earlier->file == file;
        const Sighting sighting{file, isStill ? earlier->since : now};
        seen.insert(file.path, sighting);
        const QString key = file.key();
        if (!isStill || now - sighting.since < m_stillFor.count() || file.bytes == 0
            || m_offered.contains(key) || m_taken.contains(key))
            continue;
        m_offered << key;
        ready << file;
    }
    m_seen = seen;
    return ready;
}

void FolderWatch::take(const WatchedFile &file)
{
    m_taken << file.key();
    m_offered.remove(file.key());
    save();
}

void FolderWatch::giveBack(const WatchedFile &file)
{
    m_offered.remove(file.key());
}

void FolderWatch::load()
{
    QFile file(m_memory);
    if (m_memory.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            m_taken << QString::fromLatin1(line);
    }
}

/// A memory that cannot be kept is no reason to stop: existing archives are skipped anyway.
void FolderWatch::save() const
{
    if (m_memory.isEmpty())
        return;
    QDir().mkpath(QFileInfo(m_memory).path());
    QSaveFile file(m_memory);
    if (!file.open(QIODevice::WriteOnly))
        return;
    QStringList keys(m_taken.begin(), m_taken.end());
    keys.sort();
    file.write(keys.join(u'\n').toLatin1() + '\n');
    file.commit();
}

QList<WatchedFile> watchedImages(const QString &folder)
{
    QList<WatchedFile> files;
    for (const QString &path : imagesBelow(folder)) {
        const QFileInfo info(path);
        files << WatchedFile{path, info.size(), info.lastModified().toMSecsSinceEpoch()};
    }
    return files;
}

QString watchMemoryFile(const QString &data, const QString &folder)
{
    return u"%1/watch/%2"_s.arg(data, hashOf(QDir::cleanPath(folder)).left(32));
}

} // namespace createzoom
