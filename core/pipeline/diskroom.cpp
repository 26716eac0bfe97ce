// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/diskroom.h"

#include "core/base/freespace.h"

#include <optional>
#include <utility>

namespace createzoom {

DiskRoom::DiskRoom(const QString &folder, qint64 floor)
    : m_folder(folder)
    , m_floor(floor)
{}

std::unique_ptr<DiskRoom::Promise> DiskRoom::promise(qint64 bytes)
{
    const std::scoped_lock lock(m_mutex);
    const std::optional<qint64> free = freeBytesIn(m_folder);
    if (free && *free - m_promised - bytes < m_floor)
        return nullptr;
    m_promised += bytes;
    return std::make_unique<Promise>(*this, bytes);
}

bool DiskRoom::isBelowFloor() const
{
    const std::optional<qint64> free = freeBytesIn(m_folder);
    return free && *free < m_floor;
}

DiskRoom::Promise::Promise(DiskRoom &room, qint64 bytes)
    : m_room(room)
    , m_left(bytes)
{}

DiskRoom::Promise::~Promise()
{
    setLeft(0);
}

void DiskRoom::Promise::setLeft(qint64 bytes)
{
    const std::scoped_lock lock(m_room.m_mutex);
    m_room.m_promised += bytes - std::exchange(m_left, bytes);
}

} // namespace createzoom
