// SPDX-License-Identifier: GPL-3.0-or-later
// Dragging rows of the table: within the queue, and out of the window.
#include "ui/joblist.h"
#include "ui/jobtablemodel.h"
#include "ui/jobtableview.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString queueType = u"application/x-createzoom-jobs"_s;

bool isQueuedRow(const JobRow &row)
{
    return isQueued(row.job.state);
}

} // namespace

void JobTableView::startDrag(Qt::DropActions /*actions*/)
{
    QStringList ids;
    QList<QUrl> archives;
    for (const JobRow *row : selectedRows()) {
        if (isQueuedRow(*row) && canReorder())
            ids << row->job.id;
        else if (row->job.state == JobState::Done && row->job.request.targetFolder.isLocal())
            archives << QUrl::fromLocalFile(row->job.request.target().path);
    }
    if (ids.isEmpty() && archives.isEmpty())
        return;
    auto carried = std::make_unique<QMimeData>();
    if (!ids.isEmpty())
        carried->setData(queueType, ids.join(u'\n').toUtf8());
    else
        carried->setUrls(archives);
    auto *drag = new QDrag(this); // deletes itself
    drag->setMimeData(carried.release());
    m_isDragOn = true;
    drag->exec(ids.isEmpty() ? Qt::CopyAction : Qt::MoveAction);
    m_isDragOn = false;
}

// Files are for the window: what is not accepted here goes on to it.
void JobTableView::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->source() == this && event->mimeData()->hasFormat(queueType))
        event->acceptProposedAction();
    else
        event->ignore();
}

void JobTableView::dragMoveEvent(QDragMoveEvent *event)
{
    if (event->source() == this && event->mimeData()->hasFormat(queueType))
        event->acceptProposedAction();
    else
        event->ignore();
}

void JobTableView::dropEvent(QDropEvent *event)
{
    if (event->source() != this || !event->mimeData()->hasFormat(queueType)) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    const QStringList ids
        = QString::fromUtf8(event->mimeData()->data(queueType)).split(u'\n', Qt::SkipEmptyParts);
    const QModelIndex under = indexAt(event->position().toPoint());
    const int from = m_model.rowOf(ids.value(0));
    if (ids.isEmpty() || from < 0)
        return;
    if (!under.isValid()) {
        Q_EMIT moveRequested(ids, QueueMove::Bottom, 1);
        return;
    }
    int steps = 0; // rows that wait between the two
    const int to = under.row();
    for (int row = std::min(from, to); row < std::max(from, to); ++row)
        steps += isQueuedRow(m_model.row(row)) ? 1 : 0;
    if (steps > 0)
        Q_EMIT moveRequested(ids, to < from ? QueueMove::Up : QueueMove::Down, steps);
}

} // namespace createzoom
