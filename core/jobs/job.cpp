// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job.h"

#include "core/base/names.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using enum JobState;

constexpr std::array stateNames{
    std::pair{Waiting, "waiting"},
    std::pair{Running, "running"},
    std::pair{Paused, "paused"},
    std::pair{RetryWait, "retry_wait"},
    std::pair{Blocked, "blocked"},
    std::pair{NeedsToken, "needs_token"},
    std::pair{Stopping, "stopping"},
    std::pair{Done, "done"},
    std::pair{Failed, "failed"},
    std::pair{Cancelled, "cancelled"},
    std::pair{Skipped, "skipped"},
    std::pair{Interrupted, "interrupted"},
};

constexpr std::array stageNames{
    std::pair{Stage::Download, "download"},
    std::pair{Stage::Process, "process"},
    std::pair{Stage::Upload, "upload"},
};

using Phase = StepProgress::Phase;
constexpr std::array phaseNames{
    std::pair{Phase::Checking, "checking"},
    std::pair{Phase::Downloading, "downloading"},
    std::pair{Phase::Pyramid, "pyramid"},
    std::pair{Phase::Packing, "packing"},
    std::pair{Phase::Uploading, "uploading"},
};

/// All allowed moves; a job that ended moves only by a retry (mayRunAgain).
constexpr std::array moves{
    std::pair{Waiting, Running},     std::pair{Waiting, Paused},
    std::pair{Waiting, Cancelled},   std::pair{Waiting, NeedsToken},
    std::pair{Waiting, Failed},      std::pair{Paused, Waiting},
    std::pair{Paused, Cancelled},    std::pair{RetryWait, Running},
    std::pair{RetryWait, Waiting},   std::pair{RetryWait, Cancelled},
    std::pair{RetryWait, Failed},    std::pair{Blocked, Running},
    std::pair{Blocked, Waiting},     std::pair{Blocked, Cancelled},
    std::pair{NeedsToken, Waiting},  std::pair{NeedsToken, Cancelled},
    std::pair{Running, Waiting},     std::pair{Running, RetryWait},
    std::pair{Running, Blocked},     std::pair{Running, Stopping},
    std::pair{Running, Done},        std::pair{Running, Skipped},
    std::pair{Running, Failed},      std::pair{Running, Cancelled},
    std::pair{Running, Interrupted}, std::pair{Running, Running},
    std::pair{Running, Paused},      std::pair{RetryWait, Paused},
    std::pair{Blocked, Paused},      std::pair{Stopping, Cancelled},
    std::pair{Stopping, Done},       std::pair{Stopping, Skipped},
    std::pair{Interrupted, Waiting}, std::pair{Interrupted, Cancelled},
    std::pair{Failed, Waiting},      std::pair{Cancelled, Waiting},
    std::pair{Done, Waiting},        std::pair{Skipped, Waiting},
};

/// What each phase is worth of the whole, in percent: [begin, end]. The pyramid is most of the
/// work.
struct Share
{
    Phase phase;
    double begin;
    double end;
};
constexpr std::array bucketShares{
    Share{Phase::Checking, 0, 1},
    Share{Phase::Downloading, 1, 20},
    Share{Phase::Pyramid, 20, 80},
    Share{Phase::Packing, 80, 85},
    Share{Phase::Uploading, 85, 100},
};
constexpr std::array localShares{
    Share{Phase::Checking, 0, 1},
    Share{Phase::Pyramid, 1, 95},
    Share{Phase::Packing, 95, 100},
};

template<size_t N>
double shareOf(const std::array<Share, N> &shares, const StepProgress &step)
{
    for (const Share &share : shares) {
        if (share.phase != step.phase)
            continue;
        const double part = step.total > 0
            ? static_cast<double>(step.done) / static_cast<double>(step.total)
            : 0.0;
        return share.begin + std::clamp(part, 0.0, 1.0) * (share.end - share.begin);
    }
    return 0;
}

} // namespace

bool isTerminal(JobState state)
{
    return state == Done || state == Failed || state == Cancelled || state == Skipped;
}

bool isQueued(JobState state)
{
    return state == Waiting || state == Paused || state == RetryWait || state == Blocked
        || state == NeedsToken;
}

bool isHeld(JobState state)
{
    return state == Running || state == Stopping;
}

bool mayRunAgain(const Job &job)
{
    const bool isLocal = job.request.source.isLocal() && job.request.targetFolder.isLocal();
    switch (job.state) {
    case Failed:
    case Cancelled:
    case Interrupted:
        return true;
    case Done:
    case Skipped:
        return isLocal;
    default:
        return false;
    }
}

bool mayChangeOptions(const Job &job)
{
    const bool isUntouched = (job.state == Waiting || job.state == Paused) && job.startedAt == 0;
    return isUntouched || (mayRunAgain(job) && job.state != Done);
}

bool canMove(JobState from, JobState to)
{
    return std::find(moves.begin(), moves.end(), std::pair{from, to}) != moves.end();
}

QString stateName(JobState state)
{
    return nameOf(state, stateNames);
}

std::optional<JobState> stateFromName(QStringView name)
{
    return valueNamed(name, stateNames);
}

QString stageName(Stage stage)
{
    return nameOf(stage, stageNames);
}

std::optional<Stage> stageFromName(QStringView name)
{
    return valueNamed(name, stageNames);
}

QString phaseName(StepProgress::Phase phase)
{
    return nameOf(phase, phaseNames);
}

std::optional<StepProgress::Phase> phaseFromName(QStringView name)
{
    return valueNamed(name, phaseNames);
}

Stage firstStage(const JobRequest &request)
{
    return request.source.isLocal() ? Stage::Process : Stage::Download;
}

std::optional<Stage> nextStage(const JobRequest &request, Stage stage)
{
    if (stage == Stage::Download)
        return Stage::Process;
    if (stage == Stage::Process && !request.targetFolder.isLocal())
        return Stage::Upload;
    return std::nullopt;
}

double overallProgress(const JobRequest &request, const StepProgress &step)
{
    const bool isLocal = request.source.isLocal() && request.targetFolder.isLocal();
    return isLocal ? shareOf(localShares, step) : shareOf(bucketShares, step);
}

} // namespace createzoom
