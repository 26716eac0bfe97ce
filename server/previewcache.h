// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/jobs/tilesource.h"

#include <QList>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace createzoom {

/// The pyramids that viewers ask for now, kept open: a viewer asks for dozens of tiles a second and
/// each opening reads an archive's directory. Forgets the one that was not asked for the longest,
/// and on a thread of its own those that nobody asks for any more: the disk gets back the room of a
/// removed file only when nobody has it open. Any thread.
class PreviewCache
{
public:
    using Open = std::function<Result<std::unique_ptr<TileSource>>(const QString &jobId)>;

    explicit PreviewCache(Open open,
                          qsizetype capacity = 8,
                          std::chrono::milliseconds idleTime = std::chrono::seconds(20));

    /// The pyramid of `job` as it is now: another run, stage or end of the job opens it anew. May
    /// wait for the disk.
    Result<std::shared_ptr<TileSource>> sourceOf(const Job &job);
    void forget(const QString &jobId);

private:
    struct Entry
    {
        QString jobId{};
        QString run{}; ///< what of the job must be the same
        std::shared_ptr<TileSource> source{};
        std::chrono::steady_clock::time_point asked{}; ///< for the last time
    };
    std::shared_ptr<TileSource> known(const QString &jobId, const QString &run);
    void forgetIdle(const std::stop_token &stop);

    const Open m_open;
    const qsizetype m_capacity;
    const std::chrono::milliseconds m_idleTime;
    std::mutex m_mutex{}; ///< guards m_entries
    std::condition_variable_any m_added{};
    QList<Entry> m_entries{}; ///< the latest asked for first
    std::jthread m_thread{}; ///< last: it uses all of the above
};

} // namespace createzoom
