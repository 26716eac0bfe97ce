// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobtext.h"

#include "ui/errortext.h"
#include "ui/sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using enum JobState;

/// The translator's context of this file.
struct JobText
{
    Q_DECLARE_TR_FUNCTIONS(JobText)
};

struct StateRow
{
    JobState state;
    Tone tone;
    const char *icon;
    const char *words;
};

constexpr auto stateRows = std::to_array<StateRow>({
    {Waiting, Tone::Neutral, "state-waiting", QT_TRANSLATE_NOOP("JobText", "Waiting")},
    {Running, Tone::Accent, "state-running", QT_TRANSLATE_NOOP("JobText", "Running")},
    {Paused, Tone::Neutral, "state-paused", QT_TRANSLATE_NOOP("JobText", "Paused")},
    {RetryWait, Tone::Warning, "state-retry-wait", QT_TRANSLATE_NOOP("JobText", "Retrying")},
    {Blocked, Tone::Warning, "state-blocked", QT_TRANSLATE_NOOP("JobText", "Blocked")},
    {NeedsToken, Tone::Warning, "state-needs-token", QT_TRANSLATE_NOOP("JobText", "Needs sign-in")},
    {Stopping, Tone::Neutral, "state-stopping", QT_TRANSLATE_NOOP("JobText", "Stopping…")},
    {Done, Tone::Success, "state-done", QT_TRANSLATE_NOOP("JobText", "Done")},
    {Failed, Tone::Error, "state-failed", QT_TRANSLATE_NOOP("JobText", "Failed")},
    {Cancelled, Tone::Neutral, "state-cancelled", QT_TRANSLATE_NOOP("JobText", "Cancelled")},
    {Skipped, Tone::Neutral, "state-skipped", QT_TRANSLATE_NOOP("JobText", "Skipped (exists)")},
    {Interrupted, Tone::Warning, "state-interrupted", QT_TRANSLATE_NOOP("JobText", "Interrupted")},
});

const StateRow &rowOf(JobState state)
{
    const auto *found = std::find_if(stateRows.begin(), stateRows.end(), [&](const StateRow &row) {
        return row.state == state;
    });
    return found == stateRows.end() ? stateRows[0] : *found;
}

/// The steps that a job goes through, each with where the job stands when it does.
struct Step
{
    Stage stage;
    bool isPacking;
    const char *name;
};

constexpr auto allSteps = std::to_array<Step>({
    {Stage::Download, false, QT_TRANSLATE_NOOP("JobText", "Get")},
    {Stage::Process, false, QT_TRANSLATE_NOOP("JobText", "Pyramid")},
    {Stage::Process, true, QT_TRANSLATE_NOOP("JobText", "Pack")},
    {Stage::Upload, false, QT_TRANSLATE_NOOP("JobText", "Send")},
});

bool hasStep(const JobRequest &request, const Step &step)
{
    if (step.stage == Stage::Download)
        return !request.source.isLocal();
    return step.stage != Stage::Upload || !request.targetFolder.isLocal();
}

bool isCurrent(const Job &job, const Step &step)
{
    const bool isPacking
        = job.stage == Stage::Process && job.step.phase == StepProgress::Phase::Packing;
    return step.stage == job.stage && step.isPacking == isPacking;
}

StepLook::State currentState(JobState state)
{
    if (state == Failed)
        return StepLook::State::Failed;
    return state == Running || state == Stopping ? StepLook::State::Active
                                                 : StepLook::State::Pending;
}

} // namespace

StateLook stateLook(const Job &job)
{
    if (!job.foreignState.isEmpty())
        return {u"information"_s, Tone::Neutral, job.foreignState};
    const StateRow &row = rowOf(job.state);
    StateLook look{QLatin1String(row.icon), row.tone, JobText::tr(row.words)};
    if (job.state == Done && !job.warnings.isEmpty())
        return {u"state-done-warnings"_s, Tone::Warning, JobText::tr("Done with warnings")};
    if (job.state == RetryWait && job.readyAt > 0) {
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(job.readyAt);
        look.words = JobText::tr("Retrying at %1")
                         .arg(QLocale().toString(when.time(), QLocale::ShortFormat));
    } else if ((job.state == Failed || job.state == Blocked) && job.error) {
        look.words = JobText::tr("%1: %2").arg(look.words, shortReason(job.error->code));
    }
    return look;
}

QStringList allStateWords()
{
    QStringList words;
    Job job;
    for (const StateRow &row : stateRows) {
        job.state = row.state;
        job.readyAt = QDateTime::currentMSecsSinceEpoch(); // any time of day
        words << stateLook(job).words;
    }
    job.state = Failed;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        job.error = Error{ErrorCode(code), {}};
        words << stateLook(job).words;
    }
    job.state = Blocked; // by nothing else
    job.error = Error{ErrorCode::DiskFull, {}};
    words << stateLook(job).words;
    job.state = Done;
    job.warnings = {QString()};
    return words << stateLook(job).words;
}

QList<StepLook> stepsOf(const Job &job)
{
    QList<StepLook> looks;
    bool isBefore = true; // of a job that is done all steps are behind it
    for (const Step &step : allSteps) {
        if (!hasStep(job.request, step))
            continue;
        const bool isHere = job.state != Done && isCurrent(job, step);
        isBefore = isBefore && !isHere;
        StepLook look{JobText::tr(step.name),
                      isBefore ? StepLook::State::Finished : StepLook::State::Pending};
        if (isHere)
            look.state = currentState(job.state);
        looks << look;
    }
    return looks;
}

int currentStep(const Job &job)
{
    if (isTerminal(job.state) && job.state != Failed)
        return -1;
    const auto *found = std::find_if(
        allSteps.begin(), allSteps.end(), [&](const Step &step) { return isCurrent(job, step); });
    return found == allSteps.end() ? -1 : static_cast<int>(found - allSteps.begin());
}

QString currentStepName(const Job &job)
{
    const int step = currentStep(job);
    return step < 0 ? QString() : JobText::tr(allSteps.at(static_cast<size_t>(step)).name);
}

QString stageWord(Stage stage)
{
    const auto *found = std::find_if(
        allSteps.begin(), allSteps.end(), [&](const Step &step) { return step.stage == stage; });
    return found == allSteps.end() ? QString() : JobText::tr(found->name);
}

QString percentText(const Job &job)
{
    return JobText::tr("%1 %").arg(
        QLocale().toString(static_cast<int>(std::clamp(std::floor(job.progress), 0.0, 100.0))));
}

QString spokenText(const Job &job)
{
    const QString step = currentStepName(job);
    const QString words = stateLook(job).words;
    if (step.isEmpty())
        return JobText::tr("%1, %2, %3").arg(job.request.sourceName(), words, percentText(job));
    return JobText::tr("%1, %2, step %3, %4")
        .arg(job.request.sourceName(), words, step, percentText(job));
}

QString sourceKind(const Job &job)
{
    switch (job.request.origin) {
    case Origin::Rest:
        return JobText::tr("REST");
    case Origin::WatchFolder:
        return JobText::tr("Watch folder");
    case Origin::Window:
        break;
    }
    return JobText::tr("Window");
}

QStringList warningLines(const Job &job)
{
    QStringList lines;
    for (const QString &warning : job.warnings)
        lines << sentenceOrEnglish(warning);
    return lines;
}

QString stateSentence(const Job &job)
{
    const QString words = stateLook(job).words;
    const QString step = currentStepName(job);
    if (job.state == Running && job.pauseWanted)
        return JobText::tr("%1: %2, %3, pauses after this step").arg(words, step, percentText(job));
    if (job.state != Running || step.isEmpty())
        return words;
    const QString sentence = JobText::tr("%1: %2, %3").arg(words, step, percentText(job));
    if (job.step.message.isEmpty())
        return sentence;
    return JobText::tr("%1. %2", "state, note").arg(sentence, sentenceOrEnglish(job.step.message));
}

} // namespace createzoom
