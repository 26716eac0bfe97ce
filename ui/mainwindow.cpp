// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/adding/dragscan.h"
#include "ui/adding/scanbar.h"
#include "ui/details/detailspane.h"
#include "ui/errortext.h"
#include "ui/filterpane.h"
#include "ui/guiwatchdog.h"
#include "ui/jobactions.h"
#include "ui/jobcommands.h"
#include "ui/joblist.h"
#include "ui/jobpictures.h"
#include "ui/jobspage.h"
#include "ui/jobtableview.h"
#include "ui/messagebar.h"
#include "ui/previewpane.h"
#include "ui/queuecommands.h"
#include "ui/statusline.h"
#include "ui/viewer/viewerwidget.h"
#include "ui/windowactions.h"
#include "ui/windowmenus.h"

#include <QCloseEvent>
#include <QDateTime>
#include <QLineEdit>
#include <QSettings>
#include <QShortcut>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace createzoom {

namespace {

const QString geometryKey = u"window/2/geometry"_s;
const QString detailsKey = u"window/2/details"_s;
const QString filtersKey = u"window/2/filters"_s;
const QString comfortableKey = u"window/2/comfortableRows"_s;
const QString outageTopic = u"outage"_s;

constexpr int narrow = 1150; ///< below it the status line shows only what matters most
constexpr auto searchDelay = 120ms;

} // namespace

MainWindow::MainWindow(JobBoard &jobs,
                       QSettings &settings,
                       Bucket *bucket,
                       const QString &workFolder,
                       std::chrono::milliseconds watchInterval)
    : m_settings(settings)
    , m_jobs(new JobList(this))
    , m_commands(new JobCommands(jobs, this))
    , m_queue(new QueueCommands(jobs, this))
    , m_actions(new WindowActions(this))
    , m_messages(new MessageBar(this))
    , m_page(new JobsPage(*m_jobs, *m_actions, this))
    , m_jobActions(
          new JobActions({*m_actions, *m_jobs, m_page->table(), *m_commands, *m_queue}, this))
    , m_bar(makeToolBar(*this, *m_actions))
    , m_search(new QLineEdit(this))
    , m_status(new StatusLine(this))
    , m_preview(new PreviewPane(jobs, this))
    , m_pictures(new JobPictures(jobs, this))
    , m_scan(new ScanBar(this))
    , m_dragScan(new DragScan(this))
    , m_adding(new AddFlow(jobs, bucket, workFolder, settings, this))
{
    m_page->details().setPreview(m_preview);
    m_page->table().setPictures(*m_pictures);
    m_preview->viewer()->setCacheBytes(viewerCacheBytes());
    layOut();
    makeMenus(*this, *m_actions);
    fillToolBar();
    connectWindowActions();
    connectViewActions();
    connectParts();
    connectCommands();
    connectAdding();
    m_actions->showPlace(true, bucket != nullptr);
    restoreState();
    showTally();
    showSelection();
    startTimers();
    watch(jobs, watchInterval);
    if (GuiWatchdog::isWanted())
        new GuiWatchdog(this); // owned by the window
}

void MainWindow::layOut()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_scan);
    column->addWidget(m_page, 1);
    setCentralWidget(centre);
    setStatusBar(m_status);
    setAcceptDrops(true);
    setMinimumSize(900, 560);
    resize(1280, 800);
}

void MainWindow::fillToolBar()
{
    auto *gap = new QWidget(m_bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_bar->addWidget(gap);
    m_connectionPlace = m_bar->addSeparator();
    m_search->setPlaceholderText(tr("Search name, path, id, state:failed …"));
    m_search->setAccessibleName(tr("Search the jobs"));
    m_search->setToolTip(tr("Words of name, path or id; state:, source:, preset:, bucket:, worker: "
                            "followed by a value"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(230);
    m_search->setMaximumWidth(300);
    m_bar->addWidget(m_search);
}

void MainWindow::connectWindowActions()
{
    const auto on = [this](Deed deed, auto slot) {
        connect(m_actions->action(deed), &QAction::triggered, this, slot);
    };
    on(Deed::AddFiles, &MainWindow::chooseFiles);
    on(Deed::AddFolder, &MainWindow::chooseFolder);
    on(Deed::AddRemote, [this] { m_adding->addFromBucket(); });
    on(Deed::Paste, &MainWindow::paste);
    on(Deed::Settings, &MainWindow::settingsRequested);
    on(Deed::Quit, [this] { close(); });
    on(Deed::Find, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    on(Deed::Refresh, [this] {
        m_page->refresh();
        m_queue->askQueue();
        measureDisk();
    });
    on(Deed::Shortcuts, [this] { showShortcuts(*this); });
    on(Deed::About, [this] { showAbout(*this); });
}

void MainWindow::connectViewActions()
{
    const auto on = [this](Deed deed, auto slot) {
        connect(m_actions->action(deed), &QAction::triggered, this, slot);
    };
    const auto showTab = [this](DetailsPane::Tab tab) {
        m_actions->action(Deed::ShowDetails)->setChecked(true);
        m_page->details().openTab(tab);
    };
    connect(m_actions->action(Deed::ShowDetails),
            &QAction::toggled,
            m_page,
            &JobsPage::setDetailsVisible);
    connect(m_actions->action(Deed::ShowFilters),
            &QAction::toggled,
            m_page,
            &JobsPage::setFiltersVisible);
    connect(m_actions->action(Deed::ComfortableRows),
            &QAction::toggled,
            &m_page->table(),
            &JobTableView::setComfortable);
    on(Deed::ShowLog, [showTab] { showTab(DetailsPane::Tab::Log); });
    on(Deed::ShowPreview, [this, showTab] {
        const bool isShown = m_page->details().currentTab() == DetailsPane::Tab::Preview;
        showTab(isShown ? DetailsPane::Tab::Overview : DetailsPane::Tab::Preview);
    });
    on(Deed::NextPane, [this] { m_page->focusPane(1); });
    on(Deed::PreviousPane, [this] { m_page->focusPane(-1); });
    on(Deed::FullScreen, [this](bool isOn) { isOn ? showFullScreen() : showNormal(); });
    for (const QAction *filter : m_actions->filterActions()) {
        connect(filter, &QAction::triggered, this, [this, filter] {
            m_page->filters().choose(StateGroup(filter->data().toInt()));
        });
    }
    connect(m_status, &StatusLine::workersClicked, this, [showTab] {
        showTab(DetailsPane::Tab::Workers);
    });
    connect(m_jobActions, &JobActions::logRequested, this, [showTab] {
        showTab(DetailsPane::Tab::Log);
    });
    connect(m_jobActions, &JobActions::stepsRequested, this, [showTab] {
        showTab(DetailsPane::Tab::Steps);
    });
}

void MainWindow::connectParts()
{
    auto *typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(searchDelay);
    connect(m_search, &QLineEdit::textChanged, typing, qOverload<>(&QTimer::start));
    connect(typing, &QTimer::timeout, this, [this] { m_page->setSearch(m_search->text()); });
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_search);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        m_search->clear();
        m_page->table().setFocus();
    });
    connect(m_page, &JobsPage::filterCleared, m_search, &QLineEdit::clear);
    connect(m_page, &JobsPage::selectionChanged, this, &MainWindow::showSelection);
    connect(m_status, &StatusLine::groupClicked, &m_page->filters(), &FilterPane::choose);
    DetailsPane &details = m_page->details();
    const auto trigger = [this](Deed deed) {
        m_actions->action(deed)->trigger();
    };
    connect(&details, &DetailsPane::retryRequested, this, [trigger] { trigger(Deed::Retry); });
    connect(
        &details, &DetailsPane::reportRequested, this, [trigger] { trigger(Deed::CopyReport); });
    connect(
        &details, &DetailsPane::optionsRequested, this, [trigger] { trigger(Deed::JobOptions); });
    connect(&details, &DetailsPane::logWanted, m_queue, &QueueCommands::fetchLog);
    connect(m_queue, &QueueCommands::logFetched, &details, &DetailsPane::showLog);
    connect(m_queue, &QueueCommands::logFailed, &details, &DetailsPane::showLogFailure);
    connect(m_jobActions, &JobActions::viewRequested, this, &MainWindow::openViewer);
    connect(m_preview, &PreviewPane::openInWindow, this, [this](const QString &id) {
        if (const int row = m_jobs->find(id); row >= 0)
            openViewer(m_jobs->at(row).job);
    });
    connect(m_queue, &QueueCommands::previewOpened, this, &MainWindow::openSource);
    connect(m_jobActions, &JobActions::optionsRequested, this, [this](const QList<Job> &jobs) {
        m_adding->editOptions(jobs, allJobs());
    });
    connect(m_jobActions, &JobActions::failed, this, &MainWindow::showError);
    connect(m_jobActions, &JobActions::noted, this, [this](const QString &sentence) {
        m_status->showMessage(sentence, 4000);
    });
    connect(m_queue, &QueueCommands::queueKnown, m_status, &StatusLine::showQueuePaused);
}

void MainWindow::connectCommands()
{
    connect(m_commands, &JobCommands::failed, this, &MainWindow::showError);
    connect(m_commands, &JobCommands::removed, this, &MainWindow::dropJobs);
    connect(m_commands, &JobCommands::tokenWanted, this, &MainWindow::askForToken);
    connect(m_commands, &JobCommands::diskMeasured, m_status, &StatusLine::showFreeDisk);
}

void MainWindow::startTimers()
{
    const auto every = [this](std::chrono::milliseconds interval, auto slot) {
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, slot);
        timer->start(interval);
    };
    every(1s, [this] {
        m_queue->askQueue();
        showSpeeds();
        showWorkers();
    });
    every(10s, &MainWindow::measureDisk);
    every(60s, [this] { m_jobs->renewAges(QDateTime::currentMSecsSinceEpoch()); });
    m_queue->askQueue();
    measureDisk();
}

void MainWindow::watch(JobBoard &jobs, std::chrono::milliseconds interval)
{
    auto *watcher = new JobWatcher(jobs, interval, this);
    connect(watcher, &JobWatcher::jobsChanged, this, &MainWindow::showJobs);
    connect(watcher, &JobWatcher::jobsRemoved, this, &MainWindow::dropJobs);
    connect(watcher, &JobWatcher::begunAnew, m_jobs, &JobList::clear);
    connect(watcher, &JobWatcher::connectionLost, this, [this](const Error &error) {
        m_messages->post({MessageBar::Kind::Error, errorLine(error), outageTopic, {}});
    });
    connect(watcher, &JobWatcher::connectionRestored, this, [this] {
        m_messages->closeTopic(outageTopic);
    });
    watcher->start();
}

void MainWindow::restoreState()
{
    m_page->restore(m_settings);
    restoreGeometry(m_settings.value(geometryKey).toByteArray());
    for (const auto &[deed, key] :
         {std::pair{Deed::ShowDetails, detailsKey}, std::pair{Deed::ShowFilters, filtersKey}}) {
        m_actions->action(deed)->setChecked(true); // as the parts are made
        m_actions->action(deed)->setChecked(m_settings.value(key, true).toBool());
    }
    m_actions->action(Deed::ComfortableRows)
        ->setChecked(m_settings.value(comfortableKey, false).toBool());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_status->setNarrow(width() < narrow);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose && !m_mayClose()) {
        event->ignore();
        return;
    }
    m_settings.setValue(geometryKey, saveGeometry());
    m_settings.setValue(detailsKey, m_actions->action(Deed::ShowDetails)->isChecked());
    m_settings.setValue(filtersKey, m_actions->action(Deed::ShowFilters)->isChecked());
    m_settings.setValue(comfortableKey, m_actions->action(Deed::ComfortableRows)->isChecked());
    m_page->save(m_settings);
    event->accept();
}

} // namespace createzoom
