// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplejobs.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 noon = 1'790'000'000'000;

void giveState(Job &job, JobState state)
{
    job.state = state;
    switch (state) {
    case JobState::Running:
    case JobState::Stopping:
        job.startedAt = noon;
        break;
    case JobState::RetryWait:
        job.readyAt = noon + 90'000;
        job.attempts = 2;
        job.error = Error{ErrorCode::Network, u"The connection to the bucket was cut"_s};
        break;
    case JobState::Blocked:
        job.error = Error{ErrorCode::DiskFull, u"The disk of the work folder is full"_s};
        break;
    case JobState::Failed:
        job.attempts = 1;
        job.error = Error{ErrorCode::Damaged,
                          u"%1 is damaged or cut off"_s.arg(job.request.sourceName()),
                          u"tiff2vips: Read error at scanline 1804"_s};
        break;
    case JobState::Done:
        job.progress = 100;
        break;
    default:
        break;
    }
    if (isTerminal(state))
        job.endedAt = noon + 60'000;
}

} // namespace

Job localJob(const QString &id, const QString &name, JobState state)
{
    Job job;
    job.id = id;
    job.request.source.path = u"/images/"_s + name;
    job.request.targetFolder.path = u"/archives"_s;
    job.stage = Stage::Process;
    job.step.phase = StepProgress::Phase::Pyramid;
    job.createdAt = noon;
    giveState(job, state);
    return job;
}

Job bucketJob(const QString &id, const QString &name, JobState state)
{
    Job job = localJob(id, name);
    job.request.source = {u"bucket"_s, u"images/"_s + name};
    job.request.targetFolder = {u"bucket"_s, u"archives"_s};
    job.request.origin = Origin::Rest;
    job.stage = Stage::Download;
    giveState(job, state);
    return job;
}

QList<Job> manyJobs()
{
    QList<Job> jobs;
    for (int i = 0; i < 30; ++i) {
        const JobState state = allStates[i % allStates.size()];
        const QString id
            = u"00000000-0000-4000-8000-0000000000%1"_s.arg(i, 2, 10, QLatin1Char('0'));
        const QString name = u"brain section s%1.tif"_s.arg(i + 1);
        Job job = i % 3 ? localJob(id, name, state) : bucketJob(id, name, state);
        if (i % 3 == 0)
            job.stage = Stage(i / 3 % 3);
        if (i % 4 == 1)
            job.step.phase = StepProgress::Phase::Packing;
        if (state != JobState::Done && state != JobState::Waiting)
            job.progress = (i * 37) % 100;
        if (i == 19)
            job.warnings = {u"The image has 15 planes; plane 1 was converted"_s};
        job.createdAt += i * 61'000;
        jobs << job;
    }
    return jobs;
}

} // namespace createzoom
