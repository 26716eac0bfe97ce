// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/jobs/tilesource.h"

#include <QList>
#include <QMutex>

#include <functional>
#include <memory>

namespace createzoom {

/// The pyramids that viewers ask for now, kept open: a viewer asks for dozens of tiles a second and
/// each opening reads an archive's directory. Forgets the one that was not asked for the longest.
/// Any thread.
class PreviewCache
{
public:
    using Open = std::function<Result<std::unique_ptr<TileSource>>(const QString &jobId)>;

    explicit PreviewCache(Open open, qsizetype capacity = 8);

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
    };
    std::shared_ptr<TileSource> known(const QString &jobId, const QString &run);

    const Open m_open;
    const qsizetype m_capacity;
    QMutex m_mutex{}; ///< guards m_entries
    QList<Entry> m_entries{}; ///< the latest asked for first
};

} // namespace createzoom
