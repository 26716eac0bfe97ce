// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobtableview.h"

#include "ui/jobdelegate.h"
#include "ui/joblist.h"
#include "ui/jobtablemodel.h"
#include "ui/jobtext.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace createzoom {

namespace {

// The number is the version of the columns: another one's state would mix them up.
const QString headerKey = u"window/2/header"_s;
constexpr std::chrono::seconds resortInterval = 2s;

} // namespace

JobTableView::JobTableView(JobTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new JobDelegate(this));
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
    verticalHeader()->setDefaultSectionSize(std::max(24, fontMetrics().height() + 10));
    setUpHeader();
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

void JobTableView::setUpHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setMinimumSectionSize(32);
    header->setResizeContentsPrecision(0); // what can be seen
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setAccessibleName(tr("Columns"));
    connect(header, &QWidget::customContextMenuRequested, this, &JobTableView::showColumnMenu);
    setSortingEnabled(true);
    resetColumns();
}

void JobTableView::resetColumns()
{
    QHeaderView *header = horizontalHeader();
    for (const JobColumnInfo &column : jobColumns()) {
        const int section = static_cast<int>(column.column);
        header->moveSection(header->visualIndex(section), section);
        header->setSectionHidden(section, !column.isShown);
        header->resizeSection(section, column.width);
        if (column.column == JobColumn::State)
            header->resizeSection(section, std::max(column.width, stateWidth()));
    }
    sortByColumn(static_cast<int>(JobColumn::Place), Qt::AscendingOrder);
}

/// No word of a state is cut: they are what people look for.
int JobTableView::stateWidth() const
{
    const int margin = style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1;
    const int icon = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    int widest = 0;
    for (const QString &words : allStateWords())
        widest = std::max(widest, fontMetrics().horizontalAdvance(words));
    return widest + icon + 4 * margin + 1;
}

void JobTableView::fitWidths()
{
    for (int section = 0; section < jobColumnCount; ++section) {
        if (!horizontalHeader()->isSectionHidden(section))
            resizeColumnToContents(section);
    }
}

void JobTableView::showColumnMenu(const QPoint &position)
{
    QMenu menu(this);
    QHeaderView *header = horizontalHeader();
    for (int section = 0; section < jobColumnCount; ++section) {
        QAction *action = menu.addAction(jobColumnTitle(section));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(section));
        action->setEnabled(section != static_cast<int>(JobColumn::Name)); // one must stay
        connect(action, &QAction::toggled, this, [header, section](bool isOn) {
            header->setSectionHidden(section, !isOn);
        });
    }
    menu.addSeparator();
    menu.addAction(tr("&Fit widths"), this, &JobTableView::fitWidths);
    menu.addAction(tr("&Reset columns"), this, &JobTableView::resetColumns);
    menu.exec(header->mapToGlobal(position));
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

void JobTableView::restore(const QSettings &settings)
{
    if (horizontalHeader()->restoreState(settings.value(headerKey).toByteArray()))
        sortByColumn(horizontalHeader()->sortIndicatorSection(),
                     horizontalHeader()->sortIndicatorOrder());
}

void JobTableView::save(QSettings &settings) const
{
    settings.setValue(headerKey, horizontalHeader()->saveState());
}

} // namespace createzoom
