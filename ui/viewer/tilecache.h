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

    TileCache(const PyramidLayout &layout, qint64 byteLimit);

    /// Null when it is not there; counts as a use.
    const QImage *find(const TileAddress &tile);
    bool contains(const TileAddress &tile) const { return m_entries.contains(tile); }
    void insert(const TileAddress &tile, const QImage &image);
    qint64 bytes() const { return m_bytes; } ///< without the pinned ones

private:
    struct Entry
    {
        QImage image{};
        std::list<TileAddress>::iterator use{}; ///< end() of a pinned one
    };

    bool isPinned(int level) const;

    const PyramidLayout m_layout;
    const qint64 m_byteLimit;
    QHash<TileAddress, Entry> m_entries;
    std::list<TileAddress> m_uses; ///< the latest first
    qint64 m_bytes = 0;
};

} // namespace createzoom
