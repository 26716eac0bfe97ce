// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <chrono>
#include <functional>

namespace createzoom {

/// A file as a listing saw it.
struct WatchedFile
{
    QString path{};
    qint64 bytes = 0;
    qint64 modifiedAt = 0; ///< UTC milliseconds

    /// Of this content at this place: changes when the file does.
    QString key() const;
    friend bool operator==(const WatchedFile &, const WatchedFile &) = default;
};

using FolderListing = std::function<QList<WatchedFile>()>;

/// Finds files that have arrived whole: those whose size and time of change have not moved for a
/// while, as scanners and copies write for minutes. By polling, since systems forget to tell of
/// changes on network disks. Remembers in a file which it has taken, so each is taken once, also
/// after a restart; one that changes counts as new. Blocks; one thread at a time.
class FolderWatch
{
public:
    /// `memory`: the file of what was taken, made when missing; empty: nothing outlasts it.
    FolderWatch(FolderListing list,
                Clock clock,
                std::chrono::milliseconds stillFor,
                QString memory = {});

    /// Files to be taken, each offered once; one that is given back is offered again.
    QList<WatchedFile> poll();
    /// It was dealt with, whatever the outcome: never again, not even after a restart.
    void take(const WatchedFile &file);
    void giveBack(const WatchedFile &file);

private:
    struct Sighting
    {
        WatchedFile file{};
        qint64 since = 0;
    };

    void load();
    void save() const;

    FolderListing m_list;
    Clock m_clock;
    std::chrono::milliseconds m_stillFor;
    QString m_memory;
    QHash<QString, Sighting> m_seen{}; ///< by path
    QSet<QString> m_offered{}; ///< keys
    QSet<QString> m_taken{};
};

/// The images below `folder`, as FolderWatch wants them.
QList<WatchedFile> watchedImages(const QString &folder);

/// "<data>/watch/<hash of the folder>": where what was taken of it is remembered.
QString watchMemoryFile(const QString &data, const QString &folder);

} // namespace createzoom
