// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the table, what each filter remembers of them, and how tall the rows are.
#include "ui/jobcolumns.h"
#include "ui/jobpicturedelegate.h"
#include "ui/jobtablemodel.h"
#include "ui/jobtableview.h"
#include "ui/jobtext.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>

#include <algorithm>
#include <array>
#include <bit>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int pictureSection = static_cast<int>(JobColumn::Picture);

/// What the picture takes of a column, so that those which fitted beside each other still do.
struct Room
{
    JobColumn column;
    int width;
};
constexpr auto roomForPicture = std::to_array<Room>(
    {{JobColumn::Steps, 34}, {JobColumn::Progress, 26}, {JobColumn::Name, 24}});
static_assert(roomForPicture.at(0).width + roomForPicture.at(1).width + roomForPicture.at(2).width
              >= JobPictureDelegate::cellSize().width());

/// Of several together: all.
StateGroup filterOf(const JobQuery &query)
{
    return std::has_single_bit(query.groups) ? StateGroup(std::countr_zero(query.groups))
                                             : StateGroup::All;
}

} // namespace

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
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this, header](int section) {
        if (!isSortable(section)) // the model did not sort
            header->setSortIndicator(m_model.sortColumn(), m_model.sortOrder());
    });
    resetColumns();
    setComfortable(false);
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
    showPictureColumn();
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
        if (section != pictureSection && !horizontalHeader()->isSectionHidden(section))
            resizeColumnToContents(section);
    }
}

void JobTableView::showColumnMenu(const QPoint &position)
{
    QMenu menu(this);
    QHeaderView *header = horizontalHeader();
    for (int section = 0; section < jobColumnCount; ++section) {
        if (section == pictureSection)
            continue; // comes with comfortable rows
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

// The order that comes with the columns is told to the model together with the query: sorting first
// and filtering then takes twice as long.
void JobTableView::show(const JobQuery &query)
{
    if (filterOf(query) == filterOf(m_model.query())) {
        m_model.setQuery(query);
        return;
    }
    QHeaderView *header = horizontalHeader();
    setSortingEnabled(false);
    m_layouts.show(filterOf(query));
    m_layouts.changeForAll([this] { showPictureColumn(); });
    m_model.setQuery(query, header->sortIndicatorSection(), header->sortIndicatorOrder());
    setSortingEnabled(true);
    if (selectionModel()->hasSelection())
        scrollTo(currentIndex());
    else
        scrollToTop();
}

void JobTableView::setComfortable(bool isOn)
{
    constexpr int smallestTarget = 24;
    const QModelIndex top = indexAt({0, 0});
    m_isComfortable = isOn;
    const int compact = std::max(smallestTarget, fontMetrics().height() + 10);
    verticalHeader()->setDefaultSectionSize(
        isOn ? std::max(compact, JobPictureDelegate::cellSize().height()) : compact);
    m_layouts.changeForAll([this] { showPictureColumn(); });
    if (top.isValid())
        scrollTo(top, PositionAtTop);
    wantPictures();
}

void JobTableView::showPictureColumn()
{
    QHeaderView *header = horizontalHeader();
    const bool wasShown = !header->isSectionHidden(pictureSection);
    if (m_isComfortable != wasShown) {
        for (const Room &room : roomForPicture) {
            const int section = static_cast<int>(room.column);
            if (!header->isSectionHidden(section))
                header->resizeSection(
                    section, header->sectionSize(section) + (wasShown ? room.width : -room.width));
        }
    }
    header->setSectionHidden(pictureSection, !m_isComfortable);
    header->setSectionResizeMode(pictureSection, QHeaderView::Fixed);
    header->resizeSection(pictureSection, JobPictureDelegate::cellSize().width());
}

void JobTableView::restore(const QSettings &settings)
{
    m_layouts.restore(settings);
    m_layouts.changeForAll([this] { showPictureColumn(); });
}

void JobTableView::save(QSettings &settings)
{
    m_layouts.save(settings);
}

} // namespace createzoom
