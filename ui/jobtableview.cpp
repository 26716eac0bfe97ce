// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobtableview.h"

#include "ui/jobdelegate.h"
#include "ui/joblist.h"
#include "ui/jobpicturedelegate.h"
#include "ui/jobpictures.h"
#include "ui/jobtablemodel.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

using namespace std::chrono_literals;

namespace createzoom {

namespace {

constexpr std::chrono::seconds resortInterval = 2s;
constexpr std::chrono::milliseconds lookInterval = 50ms;

} // namespace

JobTableView::JobTableView(JobTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_layouts(*horizontalHeader())
{
    setModel(&model);
    setItemDelegate(new JobDelegate(this));
    setItemDelegateForColumn(static_cast<int>(JobColumn::Picture), new JobPictureDelegate(this));
    setAccessibleName(tr("Jobs"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDragDropOverwriteMode(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setUpHeader();
    m_looking.setSingleShot(true);
    m_looking.setInterval(lookInterval);
    connect(&m_looking, &QTimer::timeout, this, &JobTableView::wantPictures);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        Q_EMIT selectionChanged();
    });
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT activatedRow(m_model.row(index.row()));
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_model.isOrderStale() && canReorder() && !m_isDragOn)
            resort(); // a place changes only when somebody wants it
    });
    connect(&m_resorting, &QTimer::timeout, this, &JobTableView::resortWhenIdle);
    m_resorting.start(resortInterval);
}

const JobRow *JobTableView::currentRow() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? &m_model.row(current.row()) : nullptr;
}

// By ranges: of fifty thousand selected rows there is one.
QList<const JobRow *> JobTableView::selectedRows() const
{
    QList<int> places;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (!range.isValid() || range.left() > 0)
            continue;
        for (int row = range.top(); row <= range.bottom(); ++row)
            places << row;
    }
    std::sort(places.begin(), places.end());
    QList<const JobRow *> rows;
    rows.reserve(places.size());
    for (const int place : places)
        rows << &m_model.row(place);
    return rows;
}

void JobTableView::select(const QStringList &ids)
{
    QItemSelection selection;
    QModelIndex first;
    for (const QString &id : ids) {
        const int row = m_model.rowOf(id);
        if (row < 0)
            continue;
        const QModelIndex index = m_model.index(row, 0);
        first = first.isValid() ? first : index;
        selection.select(index, m_model.index(row, jobColumnCount - 1));
    }
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first.isValid())
        scrollTo(first);
}

bool JobTableView::canReorder() const
{
    return m_model.sortColumn() == static_cast<int>(JobColumn::Place)
        && m_model.sortOrder() == Qt::AscendingOrder;
}

bool JobTableView::isHeld() const
{
    return m_isDragOn || viewport()->underMouse() || QApplication::activePopupWidget()
        || QApplication::mouseButtons() != Qt::NoButton;
}

void JobTableView::resortWhenIdle()
{
    if (m_model.isOrderStale() && !isHeld())
        resort();
}

// The current row stays where it is on the screen.
void JobTableView::resort()
{
    const bool isSeen
        = currentIndex().isValid() && viewport()->rect().intersects(visualRect(currentIndex()));
    const int before = isSeen ? rowViewportPosition(currentIndex().row()) : 0;
    m_model.resort();
    if (isSeen && currentIndex().isValid()) {
        const int moved = rowViewportPosition(currentIndex().row()) - before;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    }
}

void JobTableView::setPictures(JobPictures &pictures)
{
    m_pictures = &pictures;
    m_model.setPictures(&pictures);
}

/// Whatever brings other rows to the screen paints.
void JobTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_isComfortable && !m_looking.isActive())
        m_looking.start();
}

void JobTableView::hideEvent(QHideEvent *event)
{
    QTableView::hideEvent(event);
    wantPictures();
}

void JobTableView::wantPictures()
{
    if (!m_pictures)
        return;
    QList<Job> seen;
    const int first = m_isComfortable && isVisible() ? rowAt(0) : -1;
    const int last = rowAt(viewport()->height() - 1);
    for (int row = first; row >= 0 && row < m_model.rowCount() && (last < 0 || row <= last); ++row)
        seen << m_model.row(row).job;
    m_pictures->want(seen, JobPictureDelegate::pictureSize * devicePixelRatioF());
}

} // namespace createzoom
