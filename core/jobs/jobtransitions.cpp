// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobtransitions.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Of the latest steps of a job, so many are kept.
constexpr qsizetype stepsKept = 20;

/// How far a job is when a stage of it has ended.
double progressAfter(const JobRequest &request, Stage stage)
{
    using enum StepProgress::Phase;
    const StepProgress::Phase last = stage == Stage::Download ? Downloading
        : stage == Stage::Process                             ? Packing
                                                              : Uploading;
    return overallProgress(request, {.phase = last, .done = 1, .total = 1});
}

bool isStopping(const JobRecord &record)
{
    return record.job.state == JobState::Stopping;
}

void endStep(Job &job, const Error &error)
{
    if (StepRecord *const step = openStep(job))
        step->error = Error{error.code, error.message};
}

void endStep(Job &job, qint64 bytes)
{
    if (StepRecord *const step = openStep(job))
        step->bytes = bytes;
}

/// Its worker lets go of it: what people asked for meanwhile comes before `next`.
bool letGo(JobRecord &record, JobState next)
{
    if (isStopping(record))
        return moveToCancelled(record);
    Job &job = record.job;
    if (!moveTo(record, job.pauseWanted ? JobState::Paused : next))
        return false;
    job.pauseWanted = false;
    return true;
}

} // namespace

bool isHeldBy(const JobRecord &record, const Claim &claim)
{
    const Job &job = record.job;
    return job.epoch == claim.epoch && job.worker == claim.worker && isHeld(job.state);
}

Claim claimOf(const Job &job, const QByteArray &sealedToken)
{
    return {.jobId = job.id,
            .worker = job.worker,
            .epoch = job.epoch,
            .stage = job.stage,
            .attempts = job.attempts,
            .crashes = job.crashes,
            .request = job.request,
            .artifact = job.artifact,
            .sealedToken = sealedToken};
}

bool moveTo(JobRecord &record, JobState state)
{
    if (!canMove(record.job.state, state))
        return false;
    record.job.state = state;
    return true;
}

bool moveToCancelled(JobRecord &record)
{
    if (!moveTo(record, JobState::Cancelled))
        return false;
    record.job.error = cancelledError();
    record.job.pauseWanted = false;
    endStep(record.job, cancelledError());
    return true;
}

bool cancelOrStop(JobRecord &record)
{
    record.job.pauseWanted = false; // what is asked last counts
    return record.job.state == JobState::Running ? moveTo(record, JobState::Stopping)
                                                 : moveToCancelled(record);
}

bool pauseOrAsk(JobRecord &record)
{
    Job &job = record.job;
    if (job.state == JobState::Running) {
        job.pauseWanted = true;
        return true;
    }
    if (job.state != JobState::Paused && !moveTo(record, JobState::Paused))
        return false;
    job.readyAt = 0;
    return true;
}

bool takePauseBack(JobRecord &record)
{
    Job &job = record.job;
    if (isTerminal(job.state) || job.state == JobState::Stopping)
        return false;
    job.pauseWanted = false;
    return job.state != JobState::Paused || moveTo(record, JobState::Waiting);
}

void beginStep(Job &job, qint64 now)
{
    job.steps << StepRecord{.stage = job.stage, .startedAt = now};
    if (job.steps.size() > stepsKept)
        job.steps.removeFirst();
}

StepRecord *openStep(Job &job)
{
    const bool isOpen = !job.steps.isEmpty() && job.steps.last().endedAt == 0;
    return isOpen ? &job.steps.last() : nullptr;
}

bool claimFor(JobRecord &record, const QString &worker, qint64 leaseUntil, qint64 now)
{
    if (!moveTo(record, JobState::Running))
        return false;
    Job &job = record.job;
    ++job.epoch;
    job.worker = worker;
    job.startedAt = job.startedAt == 0 ? now : job.startedAt;
    job.error.reset();
    job.step = {};
    beginStep(job, now);
    record.leaseUntil = leaseUntil;
    return true;
}

bool advanceTo(JobRecord &record, Stage next, const Artifact &artifact)
{
    if (!letGo(record, JobState::Waiting))
        return false;
    Job &job = record.job;
    if (job.state == JobState::Cancelled)
        return true;
    endStep(job, artifact.bytes);
    job.progress = std::max(job.progress, progressAfter(job.request, job.stage));
    job.crashes = job.stage == Stage::Process ? 0 : job.crashes;
    job.stage = next;
    job.step = {};
    job.artifact = artifact;
    job.attempts = 0;
    return true;
}

bool completeAs(JobRecord &record, JobState end)
{
    const bool isEnd = end == JobState::Done || end == JobState::Skipped;
    if (!isEnd || !moveTo(record, end))
        return false;
    Job &job = record.job;
    job.progress = 100;
    job.pauseWanted = false;
    if (end == JobState::Done)
        endStep(job, job.stage == Stage::Upload ? job.artifact.bytes : job.facts.archiveBytes);
    return true;
}

bool failWith(JobRecord &record, const Error &error, qint64 readyAt)
{
    if (error.code == ErrorCode::Cancelled || isStopping(record))
        return moveToCancelled(record);
    const bool isMoved
        = readyAt > 0 ? letGo(record, JobState::RetryWait) : moveTo(record, JobState::Failed);
    if (!isMoved)
        return false;
    Job &job = record.job;
    endStep(job, error);
    job.pauseWanted = false;
    ++(error.code == ErrorCode::Crash ? job.crashes : job.attempts);
    job.error = error;
    job.readyAt = job.state == JobState::RetryWait ? readyAt : 0;
    return true;
}

bool blockUntil(JobRecord &record, const Error &reason, qint64 readyAt)
{
    if (!letGo(record, JobState::Blocked))
        return false;
    Job &job = record.job;
    if (job.state == JobState::Cancelled)
        return true;
    endStep(job, reason);
    job.error = reason;
    job.readyAt = job.state == JobState::Blocked ? readyAt : 0;
    return true;
}

bool putBack(JobRecord &record)
{
    if (!letGo(record, JobState::Waiting))
        return false;
    if (record.job.state != JobState::Cancelled)
        endStep(record.job,
                {ErrorCode::Cancelled,
                 record.job.state == JobState::Paused ? u"Paused"_s : u"Interrupted"_s});
    return true;
}

bool loseWorker(JobRecord &record, int maxDeaths)
{
    Job &job = record.job;
    const bool isCounted = job.stage == Stage::Process && job.state == JobState::Running;
    if (isCounted && job.crashes + 1 >= maxDeaths)
        return failWith(record,
                        {ErrorCode::Crash,
                         u"%1 workers died while they processed this image"_s.arg(job.crashes + 1)},
                        0);
    if (!putBack(record))
        return false;
    job.crashes += isCounted ? 1 : 0;
    return true;
}

bool sendBackTo(JobRecord &record, Stage stage)
{
    if (!letGo(record, JobState::Waiting))
        return false;
    Job &job = record.job;
    if (job.state == JobState::Cancelled)
        return true;
    endStep(job, {ErrorCode::NotFound, u"The file of the stage before is gone"_s});
    job.stage = stage;
    job.step = {};
    job.artifact = {};
    return true;
}

void finishStep(JobRecord &record, qint64 now)
{
    Job &job = record.job;
    job.updatedAt = now;
    if (job.state != JobState::Running && job.state != JobState::Stopping) {
        job.worker.clear();
        record.leaseUntil = 0;
        if (StepRecord *const step = openStep(job))
            step->endedAt = now;
    }
    if (isTerminal(job.state) && job.endedAt == 0) // its options may change after that
        job.endedAt = now;
}

bool forgetArtifact(JobRecord &record)
{
    Job &job = record.job;
    if (job.state != JobState::Waiting || job.artifact.isEmpty())
        return false;
    job.stage = firstStage(job.request);
    job.step = {};
    job.artifact = {};
    return true;
}

bool startOver(JobRecord &record)
{
    if (!moveTo(record, JobState::Waiting))
        return false;
    Job &job = record.job;
    job.stage = firstStage(job.request);
    job.step = {};
    job.progress = 0;
    job.result.clear();
    job.error.reset();
    job.warnings.clear();
    job.artifact = {};
    job.facts = {};
    job.attempts = 0;
    job.crashes = 0;
    job.startedAt = 0;
    job.endedAt = 0;
    job.readyAt = 0;
    return true;
}

} // namespace createzoom
