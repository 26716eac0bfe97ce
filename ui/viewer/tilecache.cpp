// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/tilecache.h"

namespace createzoom {

TileCache::TileCache(const PyramidLayout &layout, qint64 byteLimit)
    : m_layout(layout)
    , m_byteLimit(byteLimit)
{}

const QImage *TileCache::find(const TileAddress &tile)
{
    const auto entry = m_entries.find(tile);
    if (entry == m_entries.end())
        return nullptr;
    if (entry->use != m_uses.end())
        m_uses.splice(m_uses.begin(), m_uses, entry->use);
    return &entry->image;
}

void TileCache::insert(const TileAddress &tile, const QImage &image)
{
    if (m_entries.contains(tile))
        return;
    if (isPinned(tile.level)) {
        m_entries.insert(tile, {image, m_uses.end()});
        return;
    }
    m_uses.push_front(tile);
    m_entries.insert(tile, {image, m_uses.begin()});
    m_bytes += image.sizeInBytes();
    while (m_bytes > m_byteLimit && m_uses.size() > 1) {
        m_bytes -= m_entries.take(m_uses.back()).image.sizeInBytes();
        m_uses.pop_back();
    }
}

bool TileCache::isPinned(int level) const
{
    const QSize size = m_layout.levelSize(level);
    return qint64{size.width()} * size.height() <= pinnedPixels;
}

} // namespace createzoom
