// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/legacytask.h"

#include "core/base/logging.h"
#include "core/jobs/jobjson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using Phase = StepProgress::Phase;

enum class Group { Queued, Processing, Completed, Failed };

struct StateRow
{
    JobState state;
    Group group;
    const char *message; ///< of a queued or ended job; what a running one says is in stepTable
};
constexpr std::array stateTable{
    StateRow{JobState::Waiting, Group::Queued, "Waiting in the queue"},
    StateRow{JobState::Paused, Group::Queued, "Paused"},
    StateRow{JobState::RetryWait, Group::Queued, "Waiting to try again"},
    StateRow{JobState::Blocked, Group::Queued, "Waiting"},
    StateRow{JobState::NeedsToken, Group::Queued, "Waiting for a new token"},
    StateRow{JobState::Interrupted, Group::Queued, "Interrupted, waiting to go on"},
    StateRow{JobState::Running, Group::Processing, ""},
    StateRow{JobState::Stopping, Group::Processing, "Stopping"},
    StateRow{JobState::Done, Group::Completed, "Task completed successfully"},
    StateRow{JobState::Skipped, Group::Completed, "Skipped: the archive exists already"},
    StateRow{JobState::Failed, Group::Failed, ""},
    StateRow{JobState::Cancelled, Group::Failed, ""},
};

/// current_step by group, stage and phase; the first row that fits. A phase left over from the
/// stage before (until a worker's first beat) falls to its stage's row without phase.
struct StepRow
{
    Group group = Group::Queued;
    std::optional<Stage> stage{};
    std::optional<Phase> phase{};
    const char *step = "";
    const char *message = "";
};
constexpr std::array stepTable{
    StepRow{Group::Queued, Stage::Download, {}, "queued_for_download", ""},
    StepRow{Group::Queued, Stage::Process, {}, "downloaded", ""},
    StepRow{Group::Queued, Stage::Upload, {}, "processed", ""},
    StepRow{Group::Processing, Stage::Download, {}, "downloading", "Downloading..."},
    StepRow{Group::Processing, Stage::Process, Phase::Packing, "compressing", "Compressing..."},
    StepRow{Group::Processing,
            Stage::Process,
            {},
            "creating_deepzoom",
            "Creating the Deep Zoom pyramid..."},
    StepRow{Group::Processing, Stage::Upload, {}, "uploading", "Uploading..."},
    StepRow{Group::Completed, {}, {}, "completed", ""},
    StepRow{Group::Failed, Stage::Download, {}, "download_failed", "Download failed: "},
    StepRow{Group::Failed, Stage::Process, {}, "processing_failed", "Processing failed: "},
    StepRow{Group::Failed, Stage::Upload, {}, "upload_failed", "Upload failed: "},
};

const StateRow &stateRow(const Job &job)
{
    const auto *const row
        = std::find_if(stateTable.begin(), stateTable.end(), [&job](const StateRow &r) {
              return r.state == job.state;
          });
    return row == stateTable.end() ? stateTable.front() : *row;
}

const StepRow &stepRow(const Job &job)
{
    const Group group = stateRow(job).group;
    const auto *const row
        = std::find_if(stepTable.begin(), stepTable.end(), [&job, group](const StepRow &r) {
              return r.group == group && r.stage.value_or(job.stage) == job.stage
                  && r.phase.value_or(job.step.phase) == job.step.phase;
          });
    return row == stepTable.end() ? stepTable.front() : *row;
}

QString statusWord(Group group, const QString &failureWord)
{
    switch (group) {
    case Group::Queued:
        return u"queued"_s;
    case Group::Processing:
        return u"processing"_s;
    case Group::Completed:
        return u"completed"_s;
    case Group::Failed:
        break;
    }
    return failureWord;
}

/// Always filled on a failure; no token or presigned URL in it, whatever a vendor wrote.
QString errorText(const Job &job)
{
    if (job.error && !job.error->message.isEmpty())
        return masked(job.error->message);
    return job.state == JobState::Cancelled ? u"Cancelled"_s : u"The job failed"_s;
}

QString runningMessage(const Job &job)
{
    if (!job.step.message.isEmpty())
        return masked(job.step.message);
    QString message = QLatin1String(stepRow(job).message);
    if (job.step.total <= 0)
        return message;
    const qint64 percent = std::clamp<qint64>(job.step.done * 100 / job.step.total, 0, 100);
    return u"%1 %2%"_s.arg(message).arg(percent);
}

QString messageOf(const Job &job)
{
    const StateRow &row = stateRow(job);
    if (row.group == Group::Failed)
        return QLatin1String(stepRow(job).message) + errorText(job);
    if (job.state == JobState::Running)
        return runningMessage(job);
    QString message = QLatin1String(row.message);
    const bool hasReason
        = row.group == Group::Queued && job.error && job.state != JobState::Waiting;
    return hasReason ? message + u": "_s + errorText(job) : message;
}

QJsonObject stepDetails(const Job &job)
{
    QJsonObject details{{u"message"_s, messageOf(job)}};
    if (job.state == JobState::Running && job.stage == Stage::Download
        && job.step.phase == Phase::Downloading) {
        details.insert(u"file"_s, job.request.sourceName());
        details.insert(u"downloaded"_s, job.step.done);
        details.insert(u"total"_s, job.step.total);
    }
    return details;
}

QString folderText(const Location &folder)
{
    return folder.path.isEmpty() ? folder.bucket : folder.text();
}

/// One digit behind the point is as fine as anybody shows it; rounding keeps the order.
double progressOf(const Job &job)
{
    if (stateRow(job).group == Group::Completed)
        return 100;
    return std::clamp(std::round(job.progress * 10) / 10, 0.0, 100.0);
}

} // namespace

LegacyWords legacyWords(const Job &job, const QString &failureWord)
{
    return {statusWord(stateRow(job).group, failureWord), QLatin1String(stepRow(job).step)};
}

QByteArray legacyTask(const Job &job, const QString &failureWord)
{
    const LegacyWords words = legacyWords(job, failureWord);
    const Group group = stateRow(job).group;
    QJsonObject task{
        {u"path"_s, job.request.source.text()},
        {u"target_path"_s, folderText(job.request.targetFolder)},
        {u"status"_s, words.status},
        {u"current_step"_s, words.currentStep},
        {u"step_details"_s, stepDetails(job)},
        {u"progress"_s, progressOf(job)},
        {u"result"_s, group == Group::Completed ? QJsonValue(job.result) : QJsonValue()},
        {u"error"_s, group == Group::Failed ? QJsonValue(errorText(job)) : QJsonValue()},
        {u"created_at"_s, isoTime(job.createdAt)},
        {u"updated_at"_s, isoTime(job.updatedAt)},
    };
    if (!job.warnings.isEmpty())
        task.insert(u"warnings"_s, QJsonArray::fromStringList(job.warnings));
    return jsonBytes(task);
}

} // namespace createzoom
