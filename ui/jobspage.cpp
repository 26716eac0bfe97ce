// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobspage.h"

#include "ui/details/detailspane.h"
#include "ui/dropzone.h"
#include "ui/filterpane.h"
#include "ui/joblist.h"
#include "ui/jobtablemodel.h"
#include "ui/jobtableview.h"
#include "ui/windowactions.h"
#include "ui/windowmenus.h"

#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace createzoom {

namespace {

const QString acrossKey = u"window/2/across"_s;
const QString downKey = u"window/2/down"_s;

/// From here on the details follow the changes of a selection only once a second.
constexpr qsizetype manySelected = 500;

} // namespace

JobsPage::JobsPage(JobList &jobs, const WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_model(new JobTableModel(jobs, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new DropZone(DropZone::Use::EmptyPage, this))
    , m_overlay(new DropZone(DropZone::Use::Overlay, this))
    , m_across(new QSplitter(Qt::Horizontal, this))
    , m_down(new QSplitter(Qt::Vertical, this))
    , m_filters(new FilterPane(this))
    , m_tablePages(new QStackedWidget(this))
    , m_table(new JobTableView(*m_model, this))
    , m_details(new DetailsPane(this))
{
    m_empty->setActions(actions.actions({Deed::AddFiles, Deed::AddFolder, Deed::AddRemote}));
    m_table->addActions(contextActions(m_table, actions));
    m_table->addAction(actions.action(Deed::ShowPreview));
    m_table->addAction(actions.action(Deed::SelectAll));
    m_noMatch = makeNoMatch();
    m_tablePages->addWidget(m_table);
    m_tablePages->addWidget(m_noMatch);
    m_down->addWidget(m_tablePages);
    m_down->addWidget(m_details);
    m_across->addWidget(m_filters);
    m_across->addWidget(m_down);
    for (QSplitter *splitter : {m_down, m_across})
        splitter->setChildrenCollapsible(false);
    m_across->setStretchFactor(1, 1);
    m_down->setStretchFactor(0, 1);
    m_across->setSizes({200, 1080});
    m_down->setSizes({420, 260});
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_across);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_overlay->hide();
    connectParts();
    m_filters->showTally(jobs.tally());
    showPage();
}

QWidget *JobsPage::makeNoMatch()
{
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_noMatchWords = new QLabel(page);
    m_noMatchWords->setTextFormat(Qt::PlainText);
    m_noMatchWords->setForegroundRole(QPalette::Text);
    m_noMatchWords->setAlignment(Qt::AlignCenter);
    m_noMatchWords->setWordWrap(true);
    auto *clear = new QPushButton(tr("&Clear filter"), page);
    connect(clear, &QPushButton::clicked, this, &JobsPage::clearFilter);
    auto *column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addWidget(m_noMatchWords);
    column->addWidget(clear, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return page;
}

void JobsPage::connectParts()
{
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &JobsPage::showPage);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &JobsPage::showPage);
    connect(&m_jobs, &JobList::updated, this, [this] {
        m_filters->showTally(m_jobs.tally());
        showPage();
        showDetailsSoon();
    });
    connect(&m_jobs, &JobList::removed, this, [this] {
        m_filters->showTally(m_jobs.tally());
        showPage();
        showDetails();
    });
    connect(m_filters, &FilterPane::queryChanged, this, &JobsPage::applyQuery);
    connect(m_table, &JobTableView::selectionChanged, this, &JobsPage::showDetails);
    connect(m_details, &DetailsPane::refreshWanted, this, &JobsPage::showDetails);
}

void JobsPage::setSearch(const QString &text)
{
    m_search = text;
    applyQuery();
}

void JobsPage::applyQuery()
{
    JobQuery query = m_filters->query();
    query.text = m_search;
    m_table->show(query);
    showPage();
}

void JobsPage::clearFilter()
{
    m_search.clear();
    m_filters->chooseAll();
    applyQuery();
    Q_EMIT filterCleared();
    m_table->setFocus();
}

void JobsPage::showPage()
{
    QWidget *const empty = m_noJobs ? static_cast<QWidget *>(m_noJobs) : m_empty;
    m_pages->setCurrentWidget(m_jobs.size() == 0 ? empty : m_across);
    const bool isNoMatch = m_jobs.size() > 0 && m_model->rowCount() == 0;
    m_tablePages->setCurrentWidget(isNoMatch ? m_noMatch : m_table);
    if (!isNoMatch)
        return;
    const QString search = m_search.trimmed();
    m_noMatchWords->setText(search.isEmpty() ? tr("No jobs match the filter.")
                                             : tr("No jobs match “%1”.").arg(search));
}

void JobsPage::showDetails()
{
    m_isDetailsDue = false;
    m_details->showRows(m_table->selectedRows(), m_jobs.tally());
    Q_EMIT selectionChanged(); // what is possible may have changed with a state
}

void JobsPage::showDetailsSoon()
{
    if (m_isDetailsDue)
        return;
    if (m_table->selectedRows().size() < manySelected) {
        showDetails();
        return;
    }
    m_isDetailsDue = true;
    QTimer::singleShot(1s, this, [this] {
        if (m_isDetailsDue)
            showDetails();
    });
}

void JobsPage::refresh()
{
    m_jobs.renewAges(QDateTime::currentMSecsSinceEpoch());
    m_model->resort();
    showDetails();
}

void JobsPage::setServer(const QString &name)
{
    m_noJobs = new QLabel(tr("%1 has no jobs yet.").arg(name), m_pages);
    m_noJobs->setAlignment(Qt::AlignCenter);
    m_pages->addWidget(m_noJobs);
    showPage();
}

void JobsPage::setInviting(bool inviting, const QString &words)
{
    m_empty->setInviting(inviting, words);
    m_overlay->setInviting(inviting, words);
    m_overlay->setVisible(inviting && m_jobs.size() > 0);
    m_overlay->raise();
}

void JobsPage::setFiltersVisible(bool visible)
{
    m_filters->setVisible(visible);
}

void JobsPage::setDetailsVisible(bool visible)
{
    m_details->setVisible(visible);
}

void JobsPage::focusPane(int step)
{
    QList<QWidget *> panes;
    for (QWidget *pane : {static_cast<QWidget *>(m_filters),
                          static_cast<QWidget *>(m_table),
                          static_cast<QWidget *>(m_details)}) {
        if (pane->isVisible())
            panes << pane;
    }
    if (panes.isEmpty())
        return;
    qsizetype at = step > 0 ? -1 : 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes.at(i)->hasFocus() || panes.at(i)->isAncestorOf(focusWidget()))
            at = i;
    }
    panes.at((at + step + panes.size()) % panes.size())->setFocus(Qt::TabFocusReason);
}

void JobsPage::restore(const QSettings &settings)
{
    m_table->restore(settings);
    m_details->restore(settings);
    m_across->restoreState(settings.value(acrossKey).toByteArray());
    m_down->restoreState(settings.value(downKey).toByteArray());
}

void JobsPage::save(QSettings &settings)
{
    m_table->save(settings);
    m_details->save(settings);
    settings.setValue(acrossKey, m_across->saveState());
    settings.setValue(downKey, m_down->saveState());
}

void JobsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_overlay->setGeometry(rect());
}

} // namespace createzoom
