// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/tilesource.h"

#include <QBuffer>
#include <QColor>
#include <QCoreApplication>
#include <QImage>
#include <QList>
#include <QThread>

#include <atomic>
#include <mutex>

namespace createzoom {

inline constexpr QSize imageSize(2000, 1500);
inline constexpr int tileSize = 100;

/// Every level has a colour of its own, so that a look at the screen tells what is shown.
inline QColor colourOf(int level)
{
    return QColor::fromHsv(level * 30 % 360, 200, 200);
}

inline QByteArray tileBytes(QSize size, int level)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colourOf(level));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

inline DziDescriptor descriptorOfAll()
{
    return {PyramidLayout(imageSize, tileSize, 1), TileFormat::Png};
}

/// Tiles made when they are asked for; remembers who asked for what, and can hold levels back.
class PaintedTiles final : public TileSource
{
public:
    explicit PaintedTiles(int finest = 99)
        : TileSource(descriptorOfAll(), {0.5, 0.5})
        , m_finest(finest)
    {}

    Result<QByteArray> tile(const TileAddress &tile) override
    {
        const std::lock_guard lock(m_mutex);
        m_asked << tile;
        m_isOnGuiThread |= QThread::currentThread() == m_guiThread;
        if (tile.level > m_finest)
            return Error{ErrorCode::NotFound, QStringLiteral("not yet")};
        return tileBytes(descriptor().layout.tileRect(tile).size(), tile.level);
    }
    QList<TileAddress> asked()
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    bool isOnGuiThread()
    {
        const std::lock_guard lock(m_mutex);
        return m_isOnGuiThread;
    }

private:
    const int m_finest;
    /// Tiles may still be asked for while the application ends.
    const QThread *const m_guiThread = QThread::currentThread();
    std::mutex m_mutex;
    QList<TileAddress> m_asked;
    bool m_isOnGuiThread = false;
};

/// Nothing at first; grows when it is told.
class GrowingTiles final : public TileSource
{
public:
    GrowingTiles()
        : TileSource(descriptorOfAll())
    {}

    Result<QByteArray> tile(const TileAddress &tile) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_isGrowing && !m_tiles.contains(tile))
            return Error{ErrorCode::NotFound, QStringLiteral("not yet")};
        return tileBytes(descriptor().layout.tileRect(tile).size(), tile.level);
    }
    bool isGrowing() const override { return m_isGrowing; }
    void allow(const TileAddress &tile)
    {
        const std::lock_guard lock(m_mutex);
        m_tiles << tile;
    }
    void allowAll() { m_isGrowing = false; }

private:
    std::mutex m_mutex; ///< guards m_tiles
    QList<TileAddress> m_tiles;
    std::atomic_bool m_isGrowing = true;
};

} // namespace createzoom
