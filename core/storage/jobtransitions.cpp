// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/jobtransitions.h"

#include <algorithm>

namespace createzoom {

namespace {

/// How far a job is when a stage of it has ended.
double progressAfter(const JobRequest &request, Stage stage)
{
    using Phase = StepProgress::Phase;
    const Phase last = stage == Stage::Download ? Phase::Downloading
        : stage == Stage::Process               ? Phase::Packing
                                                : Phase::Uploading;
    return overallProgress(request, {.phase = last, .done = 1, .total = 1});
}

bool isStopping(const JobRecord &record)
{
    return record.job.state == JobState::Stopping;
}

} // namespace

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
    return true;
}

bool cancelOrStop(JobRecord &record)
{
    return record.job.state == JobState::Running ? moveTo(record, JobState::Stopping)
                                                 : moveToCancelled(record);
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
    record.leaseUntil = leaseUntil;
    return true;
}

bool advanceTo(JobRecord &record, Stage next, const Artifact &artifact)
{
    if (isStopping(record))
        return moveToCancelled(record);
    if (!moveTo(record, JobState::Waiting))
        return false;
    Job &job = record.job;
    job.progress = std::max(job.progress, progressAfter(job.request, job.stage));
    job.stage = next;
    job.step = {};
    job.artifact = artifact;
    job.attempts = 0;
    job.crashes = 0;
    return true;
}

bool completeAs(JobRecord &record, JobState end)
{
    const bool isEnd = end == JobState::Done || end == JobState::Skipped;
    if (!isEnd || !moveTo(record, end))
        return false;
    record.job.progress = 100;
    return true;
}

bool failWith(JobRecord &record, const Error &error, qint64 readyAt)
{
    if (error.code == ErrorCode::Cancelled || isStopping(record))
        return moveToCancelled(record);
    if (!moveTo(record, readyAt > 0 ? JobState::RetryWait : JobState::Failed))
        return false;
    Job &job = record.job;
    ++(error.code == ErrorCode::Crash ? job.crashes : job.attempts);
    job.error = error;
    job.readyAt = readyAt;
    return true;
}

bool blockUntil(JobRecord &record, const Error &reason, qint64 readyAt)
{
    if (isStopping(record))
        return moveToCancelled(record);
    if (!moveTo(record, JobState::Blocked))
        return false;
    record.job.error = reason;
    record.job.readyAt = readyAt;
    return true;
}

bool putBack(JobRecord &record)
{
    return isStopping(record) ? moveToCancelled(record) : moveTo(record, JobState::Waiting);
}

bool sendBackTo(JobRecord &record, Stage stage)
{
    if (isStopping(record))
        return moveToCancelled(record);
    if (!moveTo(record, JobState::Waiting))
        return false;
    record.job.stage = stage;
    record.job.step = {};
    record.job.artifact = {};
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
    job.attempts = 0;
    job.crashes = 0;
    job.startedAt = 0;
    job.endedAt = 0;
    job.readyAt = 0;
    return true;
}

} // namespace createzoom
