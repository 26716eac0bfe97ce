// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/imagefacts.h"
#include "core/base/stepcontrol.h"
#include "core/jobs/jobrequest.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace createzoom {

/// What a worker does for a job, in this order. A local job has no Download; one with a local
/// target no Upload.
enum class Stage { Download, Process, Upload };

/// The states of a job (words of v1; the legacy surface has its own). The allowed moves are in
/// job.cpp.
enum class JobState {
    Waiting,
    Running,
    Paused,
    RetryWait, ///< waits for `readyAt` after a failure that may pass
    Blocked, ///< waits for something that is no fault of the job (disk full)
    NeedsToken,
    Stopping, ///< cancel was asked for while a worker held it
    Done,
    Failed,
    Cancelled,
    Skipped, ///< the output existed already
    Interrupted,
};

/// What a finished stage hands to the next: a file below the workspace, or nothing (an empty path).
struct Artifact
{
    QString path{}; ///< relative to the workspace's root
    qint64 bytes = 0;
    QString md5{}; ///< hex; empty = not computed
    QStringList warnings{}; ///< what people should know of the result
    QString
        node{}; ///< the work folder that has it, where several share jobs; empty: this machine's

    bool isEmpty() const { return path.isEmpty(); }
    friend bool operator==(const Artifact &, const Artifact &) = default;
};

using JobFacts = ImageFacts;

/// One run of one stage, the latest of which may still be going on. Times as in Job.
struct StepRecord
{
    Stage stage = Stage::Download;
    qint64 startedAt = 0;
    qint64 endedAt = 0; ///< 0 = still running
    qint64 bytes = 0; ///< that it handed on
    std::optional<Error> error{}; ///< why it ended without success

    friend bool operator==(const StepRecord &, const StepRecord &) = default;
};

/// One job as anybody may see it: no token, no presigned URL. A value; times are UTC milliseconds
/// since 1970, 0 = not yet.
struct Job
{
    QString id{}; ///< UUID version 4, lower case, without braces
    JobRequest request{};
    JobState state = JobState::Waiting;
    QString
        foreignState{}; ///< a newer server's, not known here: `state` is Stopping, nothing is done
    Stage stage = Stage::Download;
    StepProgress step{}; ///< within the running stage
    double progress = 0; ///< 0-100 of the whole job; never falls
    QString result{}; ///< "Uploaded to b/o.dzip", or the local archive's path
    std::optional<Error> error{};
    QStringList warnings{};
    Artifact artifact{};
    int attempts = 0; ///< failures counted against the current stage
    int crashes = 0; ///< decoder deaths, counted apart
    qint64 epoch = 0; ///< claims so far; fences stale workers
    QString worker{}; ///< who holds it, while running
    QString node{}; ///< the work folder of its latest worker; empty: this machine's
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    qint64 startedAt = 0;
    qint64 endedAt = 0;
    qint64 readyAt = 0; ///< not claimed before
    double place = 0; ///< in the queue: waiting jobs are begun by it, the smallest first
    bool pauseWanted = false; ///< runs still, and pauses as soon as it can
    JobFacts facts{};
    QList<StepRecord> steps{}; ///< oldest first, the latest few
    qint64 revision = 0; ///< grows with every change of any job: a cursor for watchers
};

bool isTerminal(JobState state);
/// Has a place among the jobs that wait for a worker (or for something else first).
bool isQueued(JobState state);
/// A worker has it.
bool isHeld(JobState state);
/// By a retry. What came to its end runs again only where nobody else could have fetched the result
/// meanwhile: a bucket job has told its client that it is done.
bool mayRunAgain(const Job &job);
/// No worker has begun it, or it ended without an archive of its own and may run again.
bool mayChangeOptions(const Job &job);

/// The one transition table: may a job move from `from` to `to`?
bool canMove(JobState from, JobState to);

QString stateName(JobState state); ///< "retry_wait"
std::optional<JobState> stateFromName(QStringView name);
QString stageName(Stage stage); ///< "download"
std::optional<Stage> stageFromName(QStringView name);
QString phaseName(StepProgress::Phase phase);
std::optional<StepProgress::Phase> phaseFromName(QStringView name);

/// The stages a request goes through, and what follows `stage` (nullopt: the job is complete).
Stage firstStage(const JobRequest &request);
std::optional<Stage> nextStage(const JobRequest &request, Stage stage);

/// Overall percent of a job whose running stage has come as far as `step`. Monotone over a job's
/// life.
double overallProgress(const JobRequest &request, const StepProgress &step);

} // namespace createzoom
