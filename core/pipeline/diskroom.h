// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <mutex>

namespace createzoom {

/// The room above the floor of a folder's disk, as promised to those who fill it: free bytes that
/// one was promised are not there for the next. Owned by the stage that fills the disk; any thread.
/// Numbers are bytes.
class DiskRoom
{
public:
    /// A promise; ends with the object, which the DiskRoom outlives.
    class Promise
    {
    public:
        Promise(DiskRoom &room, qint64 bytes);
        ~Promise();
        Promise(const Promise &) = delete;
        Promise &operator=(const Promise &) = delete;

        /// What is still to come: the rest has been written, and the disk itself counts it.
        void setLeft(qint64 bytes);

    private:
        DiskRoom &m_room;
        qint64 m_left;
    };

    DiskRoom(const QString &folder, qint64 floor);

    /// Null: there is no room for that many.
    std::unique_ptr<Promise> promise(qint64 bytes);
    /// Somebody wrote more than was promised, or somebody else is on the disk.
    bool isBelowFloor() const;

private:
    const QString m_folder;
    const qint64 m_floor;
    std::mutex m_mutex; ///< guards what follows, and each promise's number
    qint64 m_promised = 0;
};

} // namespace createzoom
