// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobspage.h"

#include "ui/detailspane.h"
#include "ui/dropzone.h"
#include "ui/jobdelegate.h"
#include "ui/jobfilterproxy.h"
#include "ui/jobtablemodel.h"

#include <QHeaderView>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr auto columnWidths = std::to_array<std::pair<JobTableModel::Column, int>>({
    {JobTableModel::Name, 220},
    {JobTableModel::State, 175},
    {JobTableModel::Steps, 150},
    {JobTableModel::Progress, 140},
    {JobTableModel::Source, 60},
    {JobTableModel::Added, 140},
});

const QString headerKey = u"window/header"_s;
const QString splitterKey = u"window/splitter"_s;

} // namespace

JobsPage::JobsPage(JobTableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_proxy(new JobFilterProxy(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new DropZone(DropZone::Use::EmptyPage, this))
    , m_overlay(new DropZone(DropZone::Use::Overlay, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_table(new QTableView(this))
    , m_details(new DetailsPane(this))
{
    m_proxy->setSourceModel(&m_model);
    setUpTable();
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_splitter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_overlay->hide();
    connectModel();
    showPage();
}

void JobsPage::setUpTable()
{
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new JobDelegate(m_table));
    m_table->setAccessibleName(tr("Jobs"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);

    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    for (const auto &[section, width] : columnWidths)
        header->resizeSection(section, width);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(JobTableModel::Added, Qt::DescendingOrder);
}

void JobsPage::connectModel()
{
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &JobsPage::showPage);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &JobsPage::showPage);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showDetails();
        Q_EMIT selectionChanged();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        showDetails();
        Q_EMIT selectionChanged(); // what is possible changed with the state
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT activated(m_model.job(m_proxy->mapToSource(index).row()));
    });
    auto *nextPane = new QShortcut(QKeySequence(Qt::Key_F6), this);
    connect(nextPane, &QShortcut::activated, this, &JobsPage::focusOtherPane);
}

QList<Job> JobsPage::selectedJobs() const
{
    QList<Job> jobs;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        jobs << m_model.job(m_proxy->mapToSource(index).row());
    return jobs;
}

void JobsPage::setContextActions(const QList<QAction *> &actions)
{
    m_table->addActions(actions);
}

void JobsPage::setInviting(bool inviting)
{
    m_empty->setInviting(inviting);
    m_overlay->setInviting(inviting);
    m_overlay->setVisible(inviting && !isEmpty());
    m_overlay->raise();
}

void JobsPage::setDetailsVisible(bool visible)
{
    m_details->setVisible(visible);
}

bool JobsPage::isEmpty() const
{
    return m_model.rowCount() == 0;
}

void JobsPage::restore(const QSettings &settings)
{
    m_table->horizontalHeader()->restoreState(settings.value(headerKey).toByteArray());
    m_splitter->restoreState(settings.value(splitterKey).toByteArray());
}

void JobsPage::save(QSettings &settings) const
{
    settings.setValue(headerKey, m_table->horizontalHeader()->saveState());
    settings.setValue(splitterKey, m_splitter->saveState());
}

void JobsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_overlay->setGeometry(rect());
}

void JobsPage::showPage()
{
    m_pages->setCurrentWidget(isEmpty() ? static_cast<QWidget *>(m_empty) : m_splitter);
}

void JobsPage::showDetails()
{
    const QList<Job> jobs = selectedJobs();
    if (jobs.size() == 1)
        m_details->showJob(jobs.first());
    else
        m_details->showSelectionCount(static_cast<int>(jobs.size()));
}

void JobsPage::focusOtherPane()
{
    QWidget *other = m_table->hasFocus() && m_details->isVisible()
        ? static_cast<QWidget *>(m_details)
        : m_table;
    other->setFocus(Qt::TabFocusReason);
}

} // namespace createzoom
