// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/workerinfo.h"

#include <QList>
#include <QMap>
#include <QString>

#include <mutex>

namespace createzoom {

/// Who takes part in the work on a store that no other process may open: kept in memory. Any
/// thread.
class LocalWorkers
{
public:
    void announce(const WorkerInfo &worker, qint64 now)
    {
        const std::scoped_lock lock(m_mutex);
        m_workers.insert(worker.name, worker);
        m_workers[worker.name].seenAt = now;
    }
    void leave(const QString &name)
    {
        const std::scoped_lock lock(m_mutex);
        m_workers.remove(name);
    }
    /// By name; those that were silent since are forgotten.
    QList<WorkerInfo> seenSince(qint64 since)
    {
        const std::scoped_lock lock(m_mutex);
        m_workers.removeIf([since](const auto &row) { return row->seenAt <= since; });
        return m_workers.values();
    }

private:
    std::mutex m_mutex{}; ///< guards m_workers
    QMap<QString, WorkerInfo> m_workers{};
};

} // namespace createzoom
