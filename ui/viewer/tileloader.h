// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/tilesource.h"

#include <QImage>
#include <QList>
#include <QObject>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace createzoom {

/// Reads and decodes tiles on threads of its own. What is wanted now replaces what was wanted
/// before: nobody waits for tiles that have left the screen. Lives on the GUI thread; its signals
/// come there.
class TileLoader : public QObject
{
    Q_OBJECT

public:
    TileLoader(std::shared_ptr<TileSource> source, int threads, QObject *parent = nullptr);
    ~TileLoader() override;

    /// The most urgent first. Tiles that are being decoded are not begun again.
    void want(const QList<TileAddress> &tiles);

Q_SIGNALS:
    void loaded(const createzoom::TileAddress &tile, const QImage &image);
    void failed(const createzoom::TileAddress &tile, const QString &reason);

private:
    void run(const std::stop_token &stop);
    void load(const TileAddress &tile);

    const std::shared_ptr<TileSource> m_source;
    std::mutex m_mutex; ///< guards the two lists
    std::condition_variable_any m_changed;
    QList<TileAddress> m_wanted;
    QList<TileAddress> m_begun;
    std::vector<std::jthread> m_threads; ///< last: they use all of the above
};

} // namespace createzoom
