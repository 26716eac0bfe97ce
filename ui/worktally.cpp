// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worktally.h"

#include <algorithm>

namespace createzoom {

namespace {

double pixelsOf(const Job &job)
{
    return static_cast<double>(job.facts.width) * job.facts.height;
}

/// Where in a job's progress a stage begins and ends; empty when the job does not go through it.
struct Span
{
    double begin = 0;
    double end = 0;

    /// Of the stage, when the job as a whole has come so far.
    double partDone(double progress) const
    {
        return end > begin ? std::clamp((progress - begin) / (end - begin), 0.0, 1.0) : 0;
    }
};

Span spanOf(const JobRequest &request, Stage stage)
{
    using Phase = StepProgress::Phase;
    const auto endOf = [&](Phase phase) {
        return overallProgress(request, {phase, 1, 1, {}});
    };
    const bool isDownloaded = !request.source.isLocal();
    const bool isUploaded = !request.targetFolder.isLocal();
    switch (stage) {
    case Stage::Download:
        return isDownloaded ? Span{0, endOf(Phase::Downloading)} : Span{};
    case Stage::Process:
        return {isDownloaded || isUploaded ? endOf(Phase::Downloading) : 0,
                isUploaded ? endOf(Phase::Packing) : 100};
    case Stage::Upload:
        break;
    }
    return isUploaded ? Span{endOf(Phase::Packing), 100} : Span{};
}

double reached(const Job &job)
{
    return job.state == JobState::Done ? 100 : std::clamp(job.progress, 0.0, 100.0);
}

} // namespace

bool willRun(JobState state)
{
    using enum JobState;
    return state == Waiting || state == Running || state == RetryWait || state == Blocked;
}

double WorkTally::sizeOf(const Job &job) const
{
    const double pixels = pixelsOf(job);
    return pixels > 0 ? pixels : mean();
}

double WorkTally::reachedBy(const Job &job) const
{
    return reached(job) / 100 * sizeOf(job);
}

Work WorkTally::workOf(const Sum &sum) const
{
    return {sum.done, sum.knownRemaining + sum.unknownRemaining * mean(), sum.running};
}

void WorkTally::count(const Job &job, int by)
{
    const double pixels = pixelsOf(job);
    if (pixels > 0) {
        m_knownPixels += by * pixels;
        m_known += by;
    }
    if (!willRun(job.state))
        return;
    const auto leave = [&](Sum &sum, double part) {
        if (pixels > 0)
            sum.knownRemaining += by * part * pixels;
        else
            sum.unknownRemaining += by * part;
    };
    leave(m_all, 1 - reached(job) / 100);
    for (const Stage stage : stages) {
        const Span span = spanOf(job.request, stage);
        if (span.end > span.begin)
            leave(m_stages.at(static_cast<size_t>(stage)), 1 - span.partDone(reached(job)));
    }
    if (job.state != JobState::Running)
        return;
    m_all.running += by;
    m_stages.at(static_cast<size_t>(job.stage)).running += by;
}

void WorkTally::add(const Job &job)
{
    count(job, 1);
}

void WorkTally::subtract(const Job &job)
{
    count(job, -1);
}

void WorkTally::advance(const Job &before, const Job &after)
{
    subtract(before);
    add(after);
    if (!willRun(before.state) || (isTerminal(after.state) && after.state != JobState::Done))
        return;
    const double pixels = sizeOf(after);
    const double last = std::clamp(before.progress, 0.0, 100.0);
    m_all.done += std::max(0.0, reached(after) - last) / 100 * pixels;
    for (const Stage stage : stages) {
        const Span span = spanOf(after.request, stage);
        m_stages.at(static_cast<size_t>(stage)).done
            += std::max(0.0, span.partDone(reached(after)) - span.partDone(last)) * pixels;
    }
}

} // namespace createzoom
