// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/workerstab.h"

#include "ui/joblist.h"
#include "ui/jobtext.h"
#include "ui/roomyrows.h"
#include "ui/symbolicicon.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

enum WorkerColumn { WorkerName, WorkerState, AtWorkOn, AtATime, Host, Version, Since };

struct Width
{
    WorkerColumn column;
    int pixels;
};
constexpr auto widths = std::to_array<Width>(
    {{WorkerName, 150}, {AtATime, 180}, {Host, 110}, {Version, 70}, {Since, 150}});

struct Look
{
    const char *icon;
    Tone tone;
    const char *words;
};
constexpr Look lost{
    "state-failed", Tone::Error, QT_TRANSLATE_NOOP("createzoom::WorkersTab", "No sign of life")};
constexpr Look busy{
    "state-running", Tone::Accent, QT_TRANSLATE_NOOP("createzoom::WorkersTab", "At work")};
constexpr Look idle{
    "state-waiting", Tone::Neutral, QT_TRANSLATE_NOOP("createzoom::WorkersTab", "Idle")};
constexpr Look front{
    "active", Tone::Neutral, QT_TRANSLATE_NOOP("createzoom::WorkersTab", "Takes requests")};

const Look &lookOf(const WorkerInfo &worker, bool hasJobs)
{
    if (worker.seenAt == 0)
        return lost;
    if (hasJobs)
        return busy;
    return isWorking(worker) ? idle : front;
}

/// "Get 4, Pyramid 2, Send 4"
QString capacityText(const WorkerInfo &worker)
{
    QStringList parts;
    for (auto row = worker.capacity.begin(); row != worker.capacity.end(); ++row) {
        if (row.value() > 0)
            parts << u"%1 %2"_s.arg(stageWord(row.key()), QLocale().toString(row.value()));
    }
    return parts.join(u", "_s);
}

} // namespace

bool isWorking(const WorkerInfo &worker)
{
    return std::any_of(
        worker.capacity.begin(), worker.capacity.end(), [](int jobs) { return jobs > 0; });
}

WorkersTab::WorkersTab(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("Workers of the server"));
    setHeaderLabels({tr("Worker"),
                     tr("State"),
                     tr("At work on"),
                     tr("Jobs at a time"),
                     tr("Machine"),
                     tr("Version"),
                     tr("Since")});
    setFrameShape(NoFrame);
    makeRowsRoomy(*this);
    setRootIsDecorated(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(WorkerState, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(AtWorkOn, QHeaderView::Stretch);
    for (const Width &width : widths)
        header()->resizeSection(width.column, width.pixels);
}

void WorkersTab::showWorkers(const QList<WorkerInfo> &workers, const JobsAtWork &jobs)
{
    QList<Line> lines;
    for (const WorkerInfo &worker : workers)
        lines << lineOf(worker, jobs.value(worker.name));
    if (hasRowsOf(lines)) { // the list stays where it was scrolled to, and what is selected too
        for (int i = 0; i < lines.size(); ++i)
            fill(*topLevelItem(i), lines.at(i));
        return;
    }
    const QString selected = currentItem() ? currentItem()->text(WorkerName) : QString();
    clear();
    for (const Line &line : lines)
        fill(*new QTreeWidgetItem(this), line); // owned by the list
    if (const auto found = findItems(selected, Qt::MatchExactly, WorkerName); !found.isEmpty())
        setCurrentItem(found.first());
    if (!lines.isEmpty())
        return;
    auto *nobody = new QTreeWidgetItem(
        this, {tr("Nobody works here. On a machine of this server: createzoomd --worker")});
    nobody->setFirstColumnSpanned(true);
}

bool WorkersTab::hasRowsOf(const QList<Line> &lines) const
{
    if (lines.isEmpty() || topLevelItemCount() != lines.size())
        return false;
    int row = 0;
    return std::all_of(lines.begin(), lines.end(), [&](const Line &line) {
        return topLevelItem(row++)->text(WorkerName) == line.texts.at(WorkerName);
    });
}

WorkersTab::Line WorkersTab::lineOf(const WorkerInfo &worker, const QList<const JobRow *> &jobs)
{
    QStringList names;
    for (const JobRow *row : jobs)
        names << tr("%1 (%2, %3)", "image, step, percent")
                     .arg(row->job.request.sourceName(),
                          currentStepName(row->job),
                          percentText(row->job));
    const Look &look = lookOf(worker, !jobs.isEmpty());
    const QString since = worker.startedAt == 0
        ? QString()
        : QLocale().toString(QDateTime::fromMSecsSinceEpoch(worker.startedAt),
                             QLocale::ShortFormat);
    return {.texts = {worker.name,
                      tr(look.words),
                      names.join(u", "_s),
                      capacityText(worker),
                      worker.host,
                      worker.version,
                      since},
            .icon = QLatin1String(look.icon),
            .tone = int(look.tone),
            .jobs = names.join(u'\n')};
}

void WorkersTab::fill(QTreeWidgetItem &item, const Line &line) const
{
    for (int column = 0; column < columnCount(); ++column) {
        item.setText(column, line.texts.at(column));
        item.setToolTip(column, line.texts.at(column));
    }
    item.setIcon(WorkerState, symbolicIcon(line.icon, Tone(line.tone)));
    item.setToolTip(AtWorkOn, line.jobs);
}

} // namespace createzoom
