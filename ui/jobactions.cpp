// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobactions.h"

#include "ui/jobcommands.h"
#include "ui/joblist.h"
#include "ui/jobreport.h"
#include "ui/jobtableview.h"
#include "ui/queuecommands.h"
#include "ui/windowactions.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr auto moves = std::to_array<std::pair<Deed, QueueMove>>({
    {Deed::MoveUp, QueueMove::Up},
    {Deed::MoveDown, QueueMove::Down},
    {Deed::MoveTop, QueueMove::Top},
    {Deed::MoveBottom, QueueMove::Bottom},
});

bool isFailed(const JobRow &row)
{
    return row.job.state == JobState::Failed;
}

/// A failed job is not finished with.
bool isFinished(const JobRow &row)
{
    return row.facets.isIn(StateGroup::Done) || row.facets.isIn(StateGroup::Dropped);
}

bool isRunning(const JobRow &row)
{
    return row.job.state == JobState::Running;
}

} // namespace

JobActions::JobActions(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_with(parts)
{
    connectQueue();
    connectJobs();
    connect(&m_with.table, &JobTableView::activatedRow, this, &JobActions::activate);
    connect(&m_with.table, &JobTableView::moveRequested, &m_with.queue, &QueueCommands::move);
    connect(&m_with.queue, &QueueCommands::queueKnown, this, &JobActions::showQueuePaused);
    connect(&m_with.queue, &QueueCommands::failed, this, &JobActions::failed);
}

void JobActions::connectQueue()
{
    const auto on = [this](Deed deed, auto slot) {
        connect(m_with.actions.action(deed), &QAction::triggered, this, slot);
    };
    on(Deed::ToggleQueue, &JobActions::toggleQueue);
    on(Deed::PauseNow, &JobActions::pauseNow);
    on(Deed::RetryAllFailed, [this] { m_with.commands.retry(idsOf(Deed::Retry, isFailed)); });
    on(Deed::ClearFinished, [this] { m_with.commands.remove(idsOf(Deed::Remove, isFinished)); });
}

void JobActions::connectJobs()
{
    const auto on = [this](Deed deed, auto slot) {
        connect(m_with.actions.action(deed), &QAction::triggered, this, slot);
    };
    on(Deed::Cancel, [this] { m_with.commands.cancel(selectedIds(Deed::Cancel)); });
    on(Deed::Retry, [this] { m_with.commands.retry(selectedIds(Deed::Retry)); });
    on(Deed::Remove, [this] { m_with.commands.remove(selectedIds(Deed::Remove)); });
    on(Deed::Pause, [this] { m_with.queue.pause(selectedIds(Deed::Pause)); });
    on(Deed::Resume, [this] { m_with.queue.resume(selectedIds(Deed::Resume)); });
    for (const auto &[deed, where] : moves)
        on(deed,
           [this, deed = deed, where = where] { m_with.queue.move(selectedIds(deed), where); });
    on(Deed::OpenOutput, [this] { openFolder(Deed::OpenOutput); });
    on(Deed::OpenSource, [this] { openFolder(Deed::OpenSource); });
    on(Deed::View, &JobActions::view);
    on(Deed::SelectAll, [this] { m_with.table.selectAll(); });
    on(Deed::CopyNames, [this] {
        QGuiApplication::clipboard()->setText(namesOf(m_with.table.selectedRows()));
        Q_EMIT noted(tr("Names and paths were copied"));
    });
    on(Deed::CopyReport, [this] {
        QGuiApplication::clipboard()->setText(reportOf(m_with.table.selectedRows()));
        Q_EMIT noted(tr("The report was copied"));
    });
    on(Deed::JobOptions, [this] {
        QList<Job> jobs;
        for (const JobRow *row : m_with.table.selectedRows())
            jobs << row->job;
        Q_EMIT optionsRequested(jobs);
    });
}

void JobActions::activate(const JobRow &row)
{
    if (row.job.state == JobState::Done)
        Q_EMIT viewRequested(row.job);
    else if (row.job.error)
        Q_EMIT logRequested();
    else
        Q_EMIT stepsRequested();
}

void JobActions::toggleQueue()
{
    m_with.queue.setQueuePaused(!m_isPaused);
    if (m_isPaused)
        m_with.queue.resume(std::exchange(m_pausedNow, {}));
}

void JobActions::pauseNow()
{
    m_pausedNow = idsOf(Deed::Pause, isRunning);
    m_with.queue.setQueuePaused(true);
    m_with.queue.pause(m_pausedNow);
}

void JobActions::showQueuePaused(bool isPaused)
{
    m_isPaused = isPaused;
    m_with.actions.showQueuePaused(isPaused);
}

void JobActions::openFolder(Deed deed)
{
    for (const JobRow *row : m_with.table.selectedRows()) {
        const JobRequest &request = row->job.request;
        if (!isAllowed(deed, row->job))
            continue;
        const QString folder = deed == Deed::OpenOutput ? request.targetFolder.path
                                                        : QFileInfo(request.source.path).path();
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            Q_EMIT failed({ErrorCode::Io, u"The folder %1 could not be opened"_s.arg(folder)});
        return;
    }
}

void JobActions::view()
{
    for (const JobRow *row : m_with.table.selectedRows()) {
        if (isAllowed(Deed::View, row->job)) {
            Q_EMIT viewRequested(row->job);
            return;
        }
    }
}

QStringList JobActions::selectedIds(Deed deed) const
{
    QStringList ids;
    for (const JobRow *row : m_with.table.selectedRows()) {
        if (isAllowed(deed, row->job))
            ids << row->job.id;
    }
    return ids;
}

QStringList JobActions::idsOf(Deed deed, bool (*isMeant)(const JobRow &row)) const
{
    QStringList ids;
    for (int i = 0; i < m_with.jobs.size(); ++i) {
        const JobRow &row = m_with.jobs.at(i);
        if (isMeant(row) && isAllowed(deed, row.job))
            ids << row.job.id;
    }
    return ids;
}

} // namespace createzoom
