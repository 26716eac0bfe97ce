// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/jobengine.h"
#include "core/jobs/secretbox.h"
#include "core/jobs/tilesource.h"
#include "core/transfer/transferlimits.h"

#include <QHash>
#include <QString>

#include <memory>
#include <mutex>

namespace createzoom {

class RemoteCalls;

/// The work files of other processes that share the jobs and say where theirs can be fetched
/// (WorkerInfo::peerUrl). Both sides have the same token keys: each call carries a ticket signed
/// with them, and no secret ever travels. Owned by Services, any thread; the engine outlives it.
class Peers
{
public:
    Peers(JobEngine &engine,
          const SecretBox &keys,
          Clock clock,
          const TransferLimits &limits = {},
          RandomSource random = systemRandom(),
          Delay pause = systemDelay());

    /// Writes the file of `artifact` to `file`, which is new, and checks its size and MD5. Goes on
    /// where a connection was cut. NotFound: its node does not have it, or is not there.
    Result<void> fetch(const Artifact &artifact, const QString &file, const StepControl &control);
    /// Its node may remove the file. One that does not hear of it does so when the job has ended.
    void discard(const Artifact &artifact);
    /// What there is of the job's pyramid on `node`. Unavailable, to be asked again: it is not
    /// there now.
    Result<std::unique_ptr<TileSource>> preview(const QString &jobId, const QString &node);

private:
    Result<std::shared_ptr<RemoteCalls>> callsTo(const QString &node);
    void forgetOthers(const QList<WorkerInfo> &workers);
    std::shared_ptr<RemoteCalls> callsAt(const QString &url);

    JobEngine &m_engine;
    const SecretBox &m_keys;
    const Clock m_clock;
    const TransferLimits m_limits;
    const RandomSource m_random;
    const Delay m_pause;
    std::mutex m_mutex{}; ///< guards m_calls
    QHash<QString, std::shared_ptr<RemoteCalls>> m_calls{}; ///< by address
};

} // namespace createzoom
