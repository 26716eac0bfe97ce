// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/tilesource.h"

#include <QHash>
#include <QImage>

#include <array>
#include <memory>
#include <mutex>

namespace createzoom {

/// Puts together what can be shown for tiles that are not made yet, from the finer ones below them:
/// a pyramid is built from the finest level up. Remembers what it has, so that each finer tile is
/// decoded once. Any thread.
class TileAssembler
{
public:
    explicit TileAssembler(std::shared_ptr<TileSource> source);

    /// With holes where nothing is; null when nothing is at all. Blocks.
    QImage assemble(const TileAddress &tile);
    /// The tile itself is there now.
    void forget(const TileAddress &tile);

private:
    struct Mosaic
    {
        QImage image{};
        std::array<bool, 4> isDone{}; ///< the finer tiles that are there for good
    };

    QImage assembled(const TileAddress &tile, int levels);
    QImage part(const TileAddress &finer, int levels, bool &isDone);
    void
    place(QImage &whole, const TileAddress &tile, const QImage &part, const TileAddress &finer);

    const std::shared_ptr<TileSource> m_source;
    std::mutex m_mutex; ///< guards m_mosaics
    QHash<TileAddress, Mosaic> m_mosaics;
};

} // namespace createzoom
