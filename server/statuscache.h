// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QtGlobal>

#include <mutex>
#include <optional>

namespace createzoom {

/// Answers about jobs, kept as bytes while no job has changed (JobEngine::changeCount): front ends
/// ask for each of hundreds of tasks every few seconds, ended ones too. Owned by LegacyApi; any
/// thread.
class StatusCache
{
public:
    /// What was kept at this very count.
    std::optional<QByteArray> find(const QByteArray &id, quint64 changeCount);
    void keep(const QByteArray &id, quint64 changeCount, const QByteArray &answer);

private:
    std::mutex m_mutex{}; ///< guards all below
    quint64 m_changeCount = 0; ///< at which all of them were made
    QHash<QByteArray, QByteArray> m_answers{};
};

} // namespace createzoom
