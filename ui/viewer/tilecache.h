// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"

#include <QHash>
#include <QImage>

#include <list>

namespace createzoom {

/// Decoded tiles, as many as there is room for; those used longest ago go first. Coarse levels
/// stay: they are what is shown where finer tiles are not there yet. GUI thread.
class TileCache
{
public:
    /// Levels of at most this many pixels are never dropped.
    static constexpr qint64 pinnedPixels = qint64{1} << 20;

    struct Tile
    {
        QImage image{};
        bool isWhole = true; ///< otherwise put together from those finer ones that are there yet
    };

    TileCache(const PyramidLayout &layout, qint64 byteLimit);

    /// What is used from now on stays until the next frame, even beyond the limit: what is on the
    /// screen is never dropped and asked for again in a circle.
    void beginFrame() { ++m_frame; }
    /// Null when it is not there; counts as a use.
    const Tile *find(const TileAddress &tile);
    bool hasWhole(const TileAddress &tile) const;
    void insert(const TileAddress &tile, const Tile &content);
    qint64 bytes() const { return m_bytes; } ///< all of them
    qsizetype count() const { return m_entries.size(); }

private:
    struct Entry
    {
        Tile content{};
        qint64 frame = 0; ///< of the last use
        std::list<TileAddress>::iterator use{}; ///< end() of a pinned one
    };

    bool isPinned(int level) const;
    void dropOldest();

    const PyramidLayout m_layout;
    const qint64 m_byteLimit;
    QHash<TileAddress, Entry> m_entries;
    std::list<TileAddress> m_uses; ///< the latest first
    qint64 m_bytes = 0;
    qint64 m_frame = 0;
};

} // namespace createzoom
