// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/tilecache.h"

namespace createzoom {

TileCache::TileCache(const PyramidLayout &layout, qint64 byteLimit)
    : m_layout(layout)
    , m_byteLimit(byteLimit)
{}

const TileCache::Tile *TileCache::find(const TileAddress &tile)
{
    const auto entry = m_entries.find(tile);
    if (entry == m_entries.end())
        return nullptr;
    entry->frame = m_frame;
    if (entry->use != m_uses.end())
        m_uses.splice(m_uses.begin(), m_uses, entry->use);
    return &entry->content;
}

bool TileCache::hasWhole(const TileAddress &tile) const
{
    const auto entry = m_entries.constFind(tile);
    return entry != m_entries.constEnd() && entry->content.isWhole;
}

void TileCache::insert(const TileAddress &tile, const Tile &content)
{
    if (const auto entry = m_entries.find(tile); entry != m_entries.end()) {
        m_bytes += content.image.sizeInBytes() - entry->content.image.sizeInBytes();
        entry->content = content;
        return;
    }
    auto use = m_uses.end();
    if (!isPinned(tile.level)) {
        m_uses.push_front(tile);
        use = m_uses.begin();
    }
    m_entries.insert(tile, {content, m_frame, use});
    m_bytes += content.image.sizeInBytes();
    while (m_bytes > m_byteLimit && !m_uses.empty()
           && m_entries.value(m_uses.back()).frame < m_frame)
        dropOldest();
}

void TileCache::dropOldest()
{
    m_bytes -= m_entries.take(m_uses.back()).content.image.sizeInBytes();
    m_uses.pop_back();
}

bool TileCache::isPinned(int level) const
{
    const QSize size = m_layout.levelSize(level);
    return qint64{size.width()} * size.height() <= pinnedPixels;
}

} // namespace createzoom
