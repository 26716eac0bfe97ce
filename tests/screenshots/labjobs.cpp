// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screenshots/labjobs.h"

#include "tests/ui/samplejobs.h"

#include <QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int jobCount = 200;
constexpr int doneCount = 121; ///< that ended, in the end
constexpr int runningCount = 3;
constexpr qint64 second = 1000;
constexpr qint64 each = 48 * second; ///< what an image takes

struct Exception
{
    int index;
    JobState state;
};

constexpr auto exceptions = std::to_array<Exception>({{17, JobState::Failed},
                                                      {44, JobState::Skipped},
                                                      {63, JobState::Cancelled},
                                                      {39, JobState::Interrupted},
                                                      {31, JobState::Failed},
                                                      {126, JobState::Paused},
                                                      {127, JobState::RetryWait},
                                                      {131, JobState::Blocked}});

JobState stateOf(int index)
{
    const auto *found = std::find_if(
        exceptions.begin(), exceptions.end(), [&](const Exception &e) { return e.index == index; });
    if (found != exceptions.end())
        return found->state;
    if (index < doneCount)
        return JobState::Done;
    return index < doneCount + runningCount ? JobState::Running : JobState::Waiting;
}

QString numbered(const QString &pattern, int number, int digits)
{
    return pattern.arg(number, digits, 10, QLatin1Char('0'));
}

void giveFacts(Job &job, int index)
{
    job.facts.width = 21'000 + index * 379 % 6'000;
    job.facts.height = 15'500 + index * 211 % 4'000;
    job.facts.sourceBytes = qint64(job.facts.width) * job.facts.height * 3;
    job.facts.micrometresPerPixel = 0.46;
    job.facts.levels = 16;
    job.facts.tiles = qint64(job.facts.width) * job.facts.height / (254 * 254) * 4 / 3;
}

void giveTimes(Job &job, int index, qint64 now)
{
    job.createdAt = now - doneCount * each / runningCount - 60 * second + index * 20;
    job.startedAt = job.endedAt = job.readyAt = 0;
    if (job.state == JobState::Waiting)
        return;
    job.startedAt = now - (doneCount - index) * each / runningCount - 30 * second;
    if (isTerminal(job.state))
        job.endedAt = job.startedAt + each + index * 577 % 9000;
    if (job.state == JobState::RetryWait)
        job.readyAt = now + 90 * second;
}

void giveWork(Job &job, int index)
{
    const qint64 pixels = qint64(job.facts.width) * job.facts.height;
    job.epoch = 1;
    if (job.state == JobState::Running) {
        job.step.phase = StepProgress::Phase::Pyramid;
        job.step.total = pixels;
        job.step.done = pixels * (60 - 17 * (index - doneCount)) / 100;
        job.progress = overallProgress(job.request, job.step);
    }
    if (job.state == JobState::Done) {
        job.facts.archiveBytes = job.facts.sourceBytes / 14;
        job.result = job.request.target().path;
        job.steps = {{Stage::Process, job.startedAt, job.endedAt, job.facts.archiveBytes}};
    }
    if (job.state == JobState::Failed)
        job.steps = {{Stage::Process, job.startedAt, job.endedAt, 0, job.error}};
}

Job waiting(Job job)
{
    job.state = JobState::Waiting;
    job.startedAt = job.endedAt = 0;
    job.progress = 0;
    job.result.clear();
    job.error.reset();
    job.steps.clear();
    return job;
}

Job labJob(int index, qint64 now)
{
    const QString name = index < jobCount / 2
        ? numbered(u"rat45_nissl_s%1.tif"_s, index + 1, 3)
        : numbered(u"rat46_parv_s%1.tif"_s, index + 1 - jobCount / 2, 3);
    Job job = localJob(
        numbered(u"5f0c9a12-7d3e-4b1a-9c55-0000000%1"_s, index, 5), name, stateOf(index));
    const QString animal = name.section(u'_', 0, 0);
    job.request.source.path = u"/data/scans/%1/%2"_s.arg(animal, name);
    job.request.targetFolder.path = u"/data/zoom/"_s + animal;
    job.place = index;
    giveFacts(job, index);
    giveTimes(job, index, now);
    giveWork(job, index);
    return job;
}

WorkerInfo labWorker(const QString &name, const QMap<Stage, int> &capacity, qint64 now)
{
    constexpr qint64 uptime = 26 * 3600 * 1000;
    return {.name = name,
            .host = u"zoom-"_s + name,
            .version = u"1.0.0"_s,
            .capacity = capacity,
            .startedAt = now - uptime,
            .seenAt = now};
}

} // namespace

void putLabJobs(FakeEngine &engine, int done)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (int i = 0; i < jobCount; ++i) {
        Job job = labJob(i, now);
        if (i >= done && isTerminal(job.state))
            job = waiting(job);
        engine.put(job);
        engine.setLog(
            job.id,
            {u"2026-11-25T09:14:02.114Z info conversion of %1 begins"_s.arg(
                 job.request.sourceName()),
             u"2026-11-25T09:14:03.902Z info image of %1 x %2 pixels"_s.arg(job.facts.width)
                 .arg(job.facts.height),
             u"2026-11-25T09:14:31.077Z error conversion of %1 failed: %1 is damaged or cut off "
             "(E_DAMAGED); the job has failed"_s.arg(job.request.sourceName())});
    }
}

void putServerJobs(FakeEngine &engine)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    constexpr int count = 40;
    constexpr std::array steps{Stage::Upload, Stage::Process, Stage::Download};
    for (int i = 0; i < count; ++i) {
        Job job = labJob(doneCount - count / 2 + i, now);
        job.request.source = {u"hbp-sections"_s, u"raw/"_s + job.request.sourceName()};
        job.request.targetFolder = {u"hbp-sections"_s, u"zoom"_s};
        job.request.origin = Origin::Rest;
        job.stage = job.state == JobState::Done ? Stage::Upload : Stage::Download;
        if (job.state == JobState::Running) {
            job.stage = steps.at(i % steps.size());
            job.worker = numbered(u"node%1"_s, i % 3 + 1, 1);
            job.step.phase = job.stage == Stage::Upload ? StepProgress::Phase::Uploading
                : job.stage == Stage::Download          ? StepProgress::Phase::Downloading
                                                        : StepProgress::Phase::Pyramid;
            job.progress = overallProgress(job.request, job.step);
        }
        engine.put(job);
    }
    engine.setWorkers({labWorker(u"node1"_s, {{Stage::Process, 2}, {Stage::Upload, 4}}, now),
                       labWorker(u"node2"_s, {{Stage::Process, 2}}, now),
                       labWorker(u"node3"_s, {{Stage::Download, 4}, {Stage::Upload, 4}}, now),
                       labWorker(u"node4"_s, {{Stage::Process, 4}}, now),
                       labWorker(u"web1"_s, {}, now)});
}

void advance(FakeEngine &engine, int milliseconds)
{
    constexpr qint64 pixelsInMillisecond = 9000;
    for (Job job : engine.all()) {
        if (job.state != JobState::Running)
            continue;
        job.step.done
            = std::min(job.step.done + pixelsInMillisecond * milliseconds, job.step.total);
        job.progress = overallProgress(job.request, job.step);
        engine.put(job);
    }
}

} // namespace createzoom
