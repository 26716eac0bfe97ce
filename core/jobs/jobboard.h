// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/jobs/jobengine.h"
#include "core/jobs/tilesource.h"
#include "core/jobs/workerinfo.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace createzoom {

/// What happened after a revision.
struct JobChanges
{
    QList<Job> jobs{}; ///< new or changed, the oldest change first
    QStringList removed{}; ///< ids; some may never have been seen
    qint64 revision = 0; ///< ask on after this one
    bool hasMore = false; ///< a page was full: ask at once
};

/// What somebody may ask who watches and steers jobs: the window, the REST interface. The jobs of
/// this machine (JobService) and those of a server (RemoteJobs, core/transfer) answer alike, so a
/// window needs not know which it shows. All methods block and may be called from any thread.
/// Errors: NotFound (no such job), Conflict (its state does not allow it), Unavailable, Network,
/// and of a server AuthRequired and Forbidden.
class JobBoard
{
public:
    JobBoard() = default;
    virtual ~JobBoard() = default;
    JobBoard(const JobBoard &) = delete;
    JobBoard &operator=(const JobBoard &) = delete;

    /// Accepts a job (its id), or says why not: AuthExpired, QueueFull, Conflict (key reused).
    virtual Result<Submitted>
    submit(JobRequest request, const Secret &token, const std::optional<IdempotencyKey> &key = {})
        = 0;
    /// What changed after revision `since`: at most `limit` jobs, and removals, of which are known
    /// those of a day (EngineLimits::removals).
    virtual Result<JobChanges> changes(qint64 since, int limit) = 0;

    virtual Result<CancelOutcome> cancel(const QString &id) = 0;
    /// Runs an ended job again (mayRunAgain). One that had a token needs a fresh one (AuthExpired):
    /// its own was erased.
    virtual Result<void> retry(const QString &id, const Secret &token) = 0;
    virtual Result<void> remove(const QString &id) = 0; ///< an ended one
    /// At once, or (Job::pauseWanted) when its transfer has stopped or its pyramid is made.
    virtual Result<void> pause(const QString &id) = 0;
    virtual Result<void> resume(const QString &id) = 0;
    virtual Result<void> move(const QString &id, QueueMove where) = 0;
    /// Of a job that no worker has begun, or that has ended without success (mayChangeOptions).
    virtual Result<void> setOptions(const QString &id, const ConversionOptions &options) = 0;

    virtual Result<QueueState> queue() = 0;
    virtual Result<void> setQueuePaused(bool paused) = 0;

    /// Who takes part in the work now, idle ones too. One that died is told of while it has jobs:
    /// WorkerInfo::seenAt is 0 then.
    virtual Result<QList<WorkerInfo>> workers() = 0;

    /// The latest lines, oldest first.
    virtual Result<QStringList> log(const QString &id) = 0;
    /// The job's pyramid as far as it is there: while it is being made, and when it is done.
    virtual Result<std::unique_ptr<TileSource>> preview(const QString &id) = 0;
};

} // namespace createzoom
