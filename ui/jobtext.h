// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "ui/tone.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace createzoom {

/// How a job's state is shown: always a shape and words.
struct StateLook
{
    QString icon{}; ///< name of a drawing
    Tone tone = Tone::Neutral;
    QString words{};
};
StateLook stateLook(const Job &job);
/// All that stateLook() may say, whatever happens to a job.
QStringList allStateWords();

/// One of the steps that a person sees of a job; a local one has no Get and no Send.
struct StepLook
{
    enum class State { Pending, Active, Finished, Failed };
    QString name{};
    State state = State::Pending;
};
QList<StepLook> stepsOf(const Job &job);

/// The step that runs, waits or failed, counted from 0 in the order of the work; -1 when none does.
int currentStep(const Job &job);
/// Its name, or nothing.
QString currentStepName(const Job &job);

/// Of the steps of a stage the first one's name: "Get", "Pyramid", "Send".
QString stageWord(Stage stage);

/// "63 %" in the user's locale.
QString percentText(const Job &job);

/// The whole row in a sentence, for screen readers.
QString spokenText(const Job &job);

/// What became of the image beside what was wished, in the window's language.
QStringList warningLines(const Job &job);

/// "Running: Pyramid, 63 %", or the state alone; behind it what the step says of itself.
QString stateSentence(const Job &job);

/// Who asked for it: "Window", "REST", "Watch folder".
QString sourceKind(const Job &job);

} // namespace createzoom
