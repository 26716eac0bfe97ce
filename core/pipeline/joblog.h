// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"
#include "core/pipeline/stage.h"

#include <QString>

#include <chrono>
#include <optional>

namespace createzoom {

/// What a worker tells people of a job, in the job's log, one English line each: "TIME LEVEL text"
/// with the levels info, warning and error. Secrets are masked, and there is no path but those of
/// the request. A log that cannot be written is no reason to stop. Owned by WorkerPool; any thread.
class JobLog
{
public:
    using Duration = std::chrono::milliseconds;

    explicit JobLog(JobEngine &engine);

    void begins(const Claim &claim);
    void knowsImage(const Claim &claim, const JobFacts &facts);
    void ends(const Claim &claim, const StageOutput &output, const JobFacts &facts, Duration took);
    void fails(const Claim &claim, const Error &error, std::optional<Duration> retryIn);
    void waits(const Claim &claim, const Error &reason, Duration blockedFor);
    void pauses(const Claim &claim);
    void isGivenBack(const Claim &claim);
    void isFenced(const Claim &claim);
    void startsOver(const Claim &claim);
    /// Whoever is at `origin` was told of the end, or not.
    void tells(const QString &jobId,
               const QString &origin,
               const Result<void> &told,
               std::optional<Duration> again);

private:
    enum class Level { Info, Warning, Error };
    void note(const QString &jobId, const QString &text, Level level = Level::Info);

    JobEngine &m_engine;
};

/// "35 ms", "4.2 s", "2 min 3 s", "1 h 4 min"
QString durationText(std::chrono::milliseconds duration);
/// "812.4 MB"
QString sizeText(qint64 bytes);

} // namespace createzoom
