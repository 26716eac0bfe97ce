// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/tilesource.h"
#include "ui/viewer/tilecache.h"

#include <QList>
#include <QObject>

#include <memory>
#include <thread>
#include <vector>

namespace createzoom {

/// Reads and decodes tiles on threads of its own. What is wanted now replaces what was wanted
/// before: nobody waits for tiles that have left the screen. Lives on the GUI thread; its signals
/// come there. Its end does not wait for a slow disk: the threads finish the tile at hand and go.
class TileLoader : public QObject
{
    Q_OBJECT

public:
    TileLoader(std::shared_ptr<TileSource> source, int threads, QObject *parent = nullptr);
    ~TileLoader() override;

    /// The most urgent first. Tiles that are being decoded are not begun again.
    void want(const QList<TileAddress> &tiles);
    qsizetype waiting() const; ///< tiles nobody has begun

Q_SIGNALS:
    void loaded(const createzoom::TileAddress &tile, const createzoom::TileCache::Tile &content);
    void failed(const createzoom::TileAddress &tile, const QString &reason);

private:
    struct Shared;

    const std::shared_ptr<Shared> m_shared;
    std::vector<std::jthread> m_threads;
};

} // namespace createzoom
