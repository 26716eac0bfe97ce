// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/stepstab.h"

#include "core/base/logging.h"
#include "ui/errortext.h"
#include "ui/jobcolumns.h"
#include "ui/joblist.h"
#include "ui/jobtext.h"
#include "ui/roomyrows.h"
#include "ui/symbolicicon.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

enum StepColumn { StepName, StepState, StartedAt, Took, HandedOn, Speed };

QString stageWords(Stage stage)
{
    switch (stage) {
    case Stage::Download:
        return StepsTab::tr("Get the image");
    case Stage::Process:
        return StepsTab::tr("Build and pack the pyramid");
    case Stage::Upload:
        break;
    }
    return StepsTab::tr("Send the archive");
}

QString clockText(qint64 at)
{
    return at > 0 ? QLocale()
                        .toString(QDateTime::fromMSecsSinceEpoch(at).time(), QLocale::LongFormat)
                        .section(u' ', 0, 0)
                  : QString();
}

QTreeWidgetItem *
addLine(QTreeWidget *tree, const QStringList &texts, const QString &icon, Tone tone)
{
    auto *item = new QTreeWidgetItem(tree, texts);
    item->setIcon(StepState, symbolicIcon(icon, tone));
    for (const int column : {int(StartedAt), int(Took), int(HandedOn), int(Speed)})
        item->setTextAlignment(column, Qt::AlignTrailing | Qt::AlignVCenter);
    return item;
}

} // namespace

StepsTab::StepsTab(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("Steps of the job"));
    setHeaderLabels(
        {tr("Step"), tr("State"), tr("Started"), tr("Duration"), tr("Handed on"), tr("Speed")});
    for (const int column : {int(StartedAt), int(Took), int(HandedOn), int(Speed)})
        headerItem()->setTextAlignment(column, Qt::AlignTrailing | Qt::AlignVCenter);
    setFrameShape(NoFrame);
    makeRowsRoomy(*this);
    setUniformRowHeights(false);
    setItemsExpandable(false);
    setRootIsDecorated(false);
    setIndentation(24);
    setWordWrap(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents); // whatever the language
    header()->setSectionResizeMode(StepState, QHeaderView::Stretch);
}

void StepsTab::showRow(const JobRow &row)
{
    clear();
    addRecords(row);
    addLive(row);
    expandAll();
}

void StepsTab::addRecords(const JobRow &row)
{
    const Job &job = row.job;
    for (const StepRecord &step : job.steps) {
        const bool isOver = step.endedAt > 0;
        if (!isOver && job.state != JobState::Running)
            continue;
        const qint64 took = (isOver ? step.endedAt : job.updatedAt) - step.startedAt;
        const double speed = isOver && took > 0 && !step.error
            ? static_cast<double>(step.bytes) * 1000 / static_cast<double>(took)
            : 0;
        const QString words = !isOver ? stateSentence(job)
            : step.error.has_value()  ? tr("Failed: %1").arg(shortReason(step.error->code))
                                      : tr("Done");
        QTreeWidgetItem *item
            = addLine(this,
                      {stageWords(step.stage),
                       words,
                       clockText(step.startedAt),
                       durationText(took),
                       bytesText(step.bytes),
                       isOver ? speedText(speed, false)
                              : speedText(row.rate.perSecond(), row.rate.isOfPixels())},
                      !isOver          ? u"state-running"_s
                          : step.error ? u"state-failed"_s
                                       : u"state-done"_s,
                      !isOver          ? Tone::Accent
                          : step.error ? Tone::Error
                                       : Tone::Success);
        if (step.error) {
            auto *error = new QTreeWidgetItem(item, {masked(errorLine(*step.error))});
            error->setFirstColumnSpanned(true);
            error->setToolTip(0, masked(errorLine(*step.error)));
        }
    }
}

/// The step at hand when no record tells of it, and those to come.
void StepsTab::addLive(const JobRow &row)
{
    const Job &job = row.job;
    const bool isTold = std::any_of(job.steps.begin(), job.steps.end(), [](const StepRecord &step) {
        return step.endedAt == 0;
    });
    for (const StepLook &step : stepsOf(job)) {
        switch (step.state) {
        case StepLook::State::Active:
            if (!isTold)
                addLine(this,
                        {step.name,
                         stateSentence(job),
                         clockText(job.startedAt),
                         {},
                         {},
                         speedText(row.rate.perSecond(), row.rate.isOfPixels())},
                        u"state-running"_s,
                        Tone::Accent);
            break;
        case StepLook::State::Pending:
            if (!isTerminal(job.state))
                addLine(this, {step.name, tr("To come")}, u"state-waiting"_s, Tone::Neutral);
            break;
        case StepLook::State::Finished:
            if (job.steps.isEmpty())
                addLine(this, {step.name, tr("Done")}, u"state-done"_s, Tone::Success);
            break;
        case StepLook::State::Failed:
            if (job.steps.isEmpty())
                addLine(this, {step.name, stateLook(job).words}, u"state-failed"_s, Tone::Error);
            break;
        }
    }
}

} // namespace createzoom
