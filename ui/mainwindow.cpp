// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/adding/scanbar.h"
#include "ui/errortext.h"
#include "ui/jobcommands.h"
#include "ui/jobspage.h"
#include "ui/jobtablemodel.h"
#include "ui/messagebar.h"
#include "ui/statusline.h"
#include "ui/symbolicicon.h"
#include "ui/windowactions.h"
#include "ui/windowsettings.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMenuBar>
#include <QSettings>
#include <QTimer>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString geometryKey = u"window/geometry"_s;
const QString detailsKey = u"window/details"_s;
const QString lastFolderKey = u"window/lastFolder"_s;
constexpr std::chrono::seconds diskInterval{10};

const QList<Deed> jobDeeds{Deed::Cancel, Deed::Retry, Deed::Remove, Deed::OpenOutput};

} // namespace

MainWindow::MainWindow(JobBoard &jobs,
                       QSettings &settings,
                       Bucket *bucket,
                       const QString &workFolder,
                       std::chrono::milliseconds watchInterval)
    : m_settings(settings)
    , m_model(new JobTableModel(this))
    , m_commands(new JobCommands(jobs, this))
    , m_actions(new WindowActions(this))
    , m_messages(new MessageBar(this))
    , m_page(new JobsPage(*m_model, this))
    , m_status(new StatusLine(this))
    , m_scan(new ScanBar(this))
    , m_adding(new AddFlow(jobs, bucket, workFolder, settings, this))
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
    setWindowIcon(QIcon(u":/icons/createzoom.svg"_s));
    setAcceptDrops(true);
    resize(1120, 640);

    makeToolBar();
    makeMenus();
    connectActions();
    connectCommands();
    connectAdding();
    m_page->restore(m_settings);
    restoreGeometry(m_settings.value(geometryKey).toByteArray());
    m_actions->action(Deed::ShowDetails)->setChecked(m_settings.value(detailsKey, true).toBool());
    showCounts();
    measureDisk();
    watch(jobs, watchInterval);
}

void MainWindow::makeToolBar()
{
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(16, 16));
    bar->addAction(m_actions->action(Deed::AddFiles));
    bar->addSeparator();
    bar->addActions(m_actions->actions(jobDeeds));
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions(m_actions->actions({Deed::AddFiles, Deed::AddFolder}));
    file->addSeparator();
    file->addAction(m_actions->action(Deed::Quit));
    QMenu *job = menuBar()->addMenu(tr("&Job"));
    job->addActions(m_actions->actions(jobDeeds));
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addAction(m_actions->action(Deed::ShowDetails));
    for (QMenu *menu : {file, job, view})
        menu->setToolTipsVisible(true);
    m_page->setContextActions(m_actions->actions(jobDeeds));
}

void MainWindow::connectActions()
{
    const auto on = [this](Deed deed, auto slot) {
        connect(m_actions->action(deed), &QAction::triggered, this, slot);
    };
    on(Deed::AddFiles, &MainWindow::chooseFiles);
    on(Deed::AddFolder, &MainWindow::chooseFolder);
    on(Deed::Cancel, [this] { m_commands->cancel(selectedIds(Deed::Cancel)); });
    on(Deed::Retry, [this] { m_commands->retry(selectedIds(Deed::Retry)); });
    on(Deed::Remove, [this] { m_commands->remove(selectedIds(Deed::Remove)); });
    on(Deed::OpenOutput, &MainWindow::openOutput);
    on(Deed::Quit, [this] { close(); });
    connect(m_actions->action(Deed::ShowDetails),
            &QAction::toggled,
            m_page,
            &JobsPage::setDetailsVisible);
    connect(m_page, &JobsPage::selectionChanged, this, [this] {
        m_actions->fitTo(m_page->selectedJobs());
    });
    connect(m_page, &JobsPage::activated, this, [this](const Job &job) {
        if (isAllowed(Deed::OpenOutput, job))
            openOutput();
        else
            m_actions->action(Deed::ShowDetails)->setChecked(true);
    });
}

void MainWindow::connectCommands()
{
    connect(m_commands, &JobCommands::failed, this, &MainWindow::showError);
    connect(m_commands, &JobCommands::removed, this, [this](const QStringList &ids) {
        m_model->removeJobs(ids);
        showCounts();
    });
    connect(m_commands, &JobCommands::diskMeasured, m_status, &StatusLine::showFreeDisk);
    auto *disk = new QTimer(this);
    connect(disk, &QTimer::timeout, this, &MainWindow::measureDisk);
    disk->start(diskInterval);
}

void MainWindow::connectAdding()
{
    connect(m_adding, &AddFlow::scanning, m_scan, &ScanBar::showScanning);
    connect(m_adding, &AddFlow::scanEnded, m_scan, &ScanBar::end);
    connect(m_scan, &ScanBar::cancelled, m_adding, &AddFlow::cancelScan);
    connect(m_adding, &AddFlow::added, this, &MainWindow::reportAdded);
    connect(m_adding, &AddFlow::failed, this, &MainWindow::showError);
    connect(m_adding, &AddFlow::undone, m_commands, &JobCommands::removed);
}

void MainWindow::watch(JobBoard &jobs, std::chrono::milliseconds interval)
{
    auto *watcher = new JobWatcher(jobs, interval, this);
    connect(watcher, &JobWatcher::jobsChanged, this, &MainWindow::showJobs);
    connect(watcher, &JobWatcher::connectionLost, this, &MainWindow::showError);
    connect(watcher, &JobWatcher::connectionRestored, m_messages, &QWidget::hide);
    watcher->start();
}

void MainWindow::addPaths(const QStringList &paths)
{
    add(paths, NamedFiles::All);
}

void MainWindow::setRestAddress(const QString &address)
{
    m_status->showRestAddress(address);
}

void MainWindow::showError(const Error &error)
{
    m_messages->showMessage(MessageBar::Kind::Error, errorLine(error));
}

void MainWindow::showInformation(const QString &text)
{
    m_messages->showMessage(MessageBar::Kind::Information, text);
}

void MainWindow::add(const QStringList &paths, NamedFiles named)
{
    if (paths.isEmpty())
        return;
    const bool isAsked = (QGuiApplication::keyboardModifiers() & Qt::ShiftModifier)
        || loadWindowSettings(m_settings).isAskedEachTime;
    m_adding->add(paths, named, isAsked ? AddFlow::Ask::Always : AddFlow::Ask::FirstTime);
}

void MainWindow::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Add images"), m_settings.value(lastFolderKey).toString());
    if (!files.isEmpty())
        m_settings.setValue(lastFolderKey, QFileInfo(files.first()).path());
    add(files, NamedFiles::All);
}

void MainWindow::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Add all images below a folder"), m_settings.value(lastFolderKey).toString());
    if (folder.isEmpty())
        return;
    m_settings.setValue(lastFolderKey, folder);
    add({folder}, NamedFiles::ImagesOnly);
}

void MainWindow::reportAdded(const AddReport &report)
{
    m_status->showMessage(addedText(report), 5000);
    const QString problems = addProblems(report);
    if (!problems.isEmpty())
        m_messages->showMessage(report.error ? MessageBar::Kind::Error : MessageBar::Kind::Warning,
                                problems);
}

void MainWindow::openOutput()
{
    for (const Job &job : m_page->selectedJobs()) {
        if (!isAllowed(Deed::OpenOutput, job))
            continue;
        const QString folder = job.request.targetFolder.path;
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            showError({ErrorCode::Io, tr("The folder %1 could not be opened").arg(folder)});
        return;
    }
}

QStringList MainWindow::selectedIds(Deed deed) const
{
    QStringList ids;
    for (const Job &job : m_page->selectedJobs()) {
        if (isAllowed(deed, job))
            ids << job.id;
    }
    return ids;
}

void MainWindow::showJobs(const QList<Job> &jobs)
{
    m_model->update(jobs);
    showCounts();
}

JobCounts MainWindow::counts() const
{
    JobCounts counts;
    for (int row = 0; row < m_model->rowCount(); ++row)
        counts.count(m_model->job(row).state);
    return counts;
}

void MainWindow::showCounts()
{
    const JobCounts now = counts();
    m_status->showCounts(now);
    setWindowTitle(
        now.running + now.waiting == 0
            ? u"CreateZoom"_s
            : tr("CreateZoom — %1 running, %2 waiting").arg(now.running).arg(now.waiting));
}

// Beside each image there are as many disks as images: the home folder's stands for them.
void MainWindow::measureDisk()
{
    const Destination chosen = loadAddChoice(m_settings).destination;
    m_commands->measureDisk(chosen.folder.isEmpty() ? QDir::homePath() : chosen.folder);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (pathsIn(*event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction); // never a move: the sources stay
    event->accept();
    m_page->setInviting(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent * /*event*/)
{
    m_page->setInviting(false);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_page->setInviting(false);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    add(pathsIn(*event->mimeData()), NamedFiles::ImagesOnly);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose && !m_mayClose()) {
        event->ignore();
        return;
    }
    m_settings.setValue(geometryKey, saveGeometry());
    m_settings.setValue(detailsKey, m_actions->action(Deed::ShowDetails)->isChecked());
    m_page->save(m_settings);
    event->accept();
}

} // namespace createzoom
