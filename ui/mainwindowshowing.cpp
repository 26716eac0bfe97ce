// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows of the jobs, and what others give it to show.
#include "ui/adding/addchoice.h"
#include "ui/details/detailspane.h"
#include "ui/dialogs/tokendialog.h"
#include "ui/errortext.h"
#include "ui/filterpane.h"
#include "ui/jobactions.h"
#include "ui/jobcommands.h"
#include "ui/joblist.h"
#include "ui/jobspage.h"
#include "ui/jobtableview.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/previewpane.h"
#include "ui/queuecommands.h"
#include "ui/statusline.h"
#include "ui/viewer/viewerwidget.h"
#include "ui/viewer/viewerwindow.h"
#include "ui/windowactions.h"
#include "ui/windowsettings.h"

#include <QDateTime>
#include <QDir>
#include <QTimer>
#include <QToolBar>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace createzoom {

namespace {

const QString failuresTopic = u"failures"_s;
constexpr auto workersInterval = 5s;

} // namespace

void MainWindow::setRestAddress(const QString &address)
{
    m_status->showRestAddress(address);
    m_page->details().setRestAddress(address);
}

void MainWindow::setDiskFloor(qint64 bytes)
{
    m_status->setDiskFloor(bytes);
}

void MainWindow::setServer(const QString &name)
{
    m_server = name;
    m_actions->showPlace(false, false);
    m_page->setServer(name);
    // Of this computer's disk, which may be answered late; the server's is not known here.
    disconnect(m_commands, &JobCommands::diskMeasured, m_status, nullptr);
    m_status->showFreeDisk({}, -1);
    showTally();
    connect(m_queue, &QueueCommands::workersKnown, this, [this](const QList<WorkerInfo> &workers) {
        m_workers = workers;
        showWorkers();
    });
    auto *again = new QTimer(this);
    connect(again, &QTimer::timeout, m_queue, &QueueCommands::askWorkers);
    again->start(workersInterval);
    m_queue->askWorkers();
}

void MainWindow::showWorkers()
{
    if (!m_workers)
        return;
    JobsAtWork atWork;
    for (int i = 0; i < m_jobs->size(); ++i) {
        const JobRow &row = m_jobs->at(i);
        if (row.job.state == JobState::Running || row.job.state == JobState::Stopping)
            atWork[row.job.worker] << &row;
    }
    m_page->details().showWorkers(*m_workers, atWork);
    m_status->showWorkers(
        static_cast<int>(std::count_if(m_workers->begin(), m_workers->end(), isWorking)));
}

void MainWindow::askForToken(const QStringList &jobs)
{
    auto *dialog = new TokenDialog(
        tr("%n jobs run again with a token that may read their images and write their archives; "
           "the one they had was erased when they ended.",
           nullptr,
           static_cast<int>(jobs.size())),
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, jobs] {
        m_commands->retry(jobs, dialog->token());
    });
    dialog->open();
}

void MainWindow::setConnectionWidget(QWidget *widget)
{
    m_bar->insertWidget(m_connectionPlace, widget);
}

void MainWindow::showError(const Error &error)
{
    m_messages->showMessage(MessageBar::Kind::Error, errorLine(error));
}

void MainWindow::showJobs(const QList<Job> &jobs)
{
    const int failedBefore = m_jobs->tally().failed;
    m_jobs->update(jobs, QDateTime::currentMSecsSinceEpoch());
    showTally();
    sayFailures(failedBefore);
    m_isFilled = true;
}

void MainWindow::dropJobs(const QStringList &ids)
{
    m_jobs->remove(ids);
    showTally();
}

// Once for all: each failure is told in the table, and by its own message would bury the others.
void MainWindow::sayFailures(int failedBefore)
{
    const int failed = m_jobs->tally().failed;
    if (failed == 0)
        m_messages->closeTopic(failuresTopic);
    if (!m_isFilled || failed <= failedBefore)
        return;
    const QString words
        = failed == 1 ? tr("A job failed.") : tr("%n jobs failed.", nullptr, failed);
    m_messages->post({MessageBar::Kind::Error,
                      words,
                      failuresTopic,
                      {{tr("Show"),
                        [this] {
                            m_page->filters().choose(StateGroup::Attention);
                        }},
                       {failed == 1 ? tr("Retry") : tr("Retry all %n", nullptr, failed), [this] {
                            m_actions->action(Deed::RetryAllFailed)->trigger();
                        }}}});
}

void MainWindow::showTally()
{
    const JobTally &tally = m_jobs->tally();
    m_status->showTally(tally);
    m_actions->fitTo(tally);
    const int running = tally.of(StateGroup::Running);
    const int waiting = tally.of(StateGroup::Waiting);
    if (running + waiting == 0) {
        setWindowTitle(m_server.isEmpty() ? u"CreateZoom"_s : m_server);
        return;
    }
    const QString jobs = tr("%1 running, %2 waiting").arg(running).arg(waiting);
    setWindowTitle(m_server.isEmpty() ? jobs : tr("%1 on %2", "jobs, server").arg(jobs, m_server));
}

void MainWindow::showSelection()
{
    const QList<const JobRow *> rows = m_page->table().selectedRows();
    m_actions->fitTo(rows);
    m_status->showSelection(rows);
    if (rows.size() == 1)
        m_preview->showJob(rows.first()->job);
    else
        m_preview->clear();
}

void MainWindow::showInformation(const QString &text)
{
    m_messages->showMessage(MessageBar::Kind::Information, text);
}

QList<Job> MainWindow::allJobs() const
{
    QList<Job> jobs;
    for (int row = 0; row < m_jobs->size(); ++row)
        jobs << m_jobs->at(row).job;
    return jobs;
}

void MainWindow::openViewer(const Job &job)
{
    const QString name = job.request.sourceName();
    m_status->showMessage(tr("Opening %1…").arg(name), 4000);
    m_queue->openPreview(job.id, name);
}

void MainWindow::openSource(const std::shared_ptr<TileSource> &source, const QString &name)
{
    auto *viewer = new ViewerWindow(nullptr); // owns itself: it may stay when this window is small
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    connect(this, &QObject::destroyed, viewer, &QWidget::close);
    viewer->viewer()->setCacheBytes(viewerCacheBytes());
    viewer->showSource(source, name);
    viewer->show();
}

qint64 MainWindow::viewerCacheBytes() const
{
    return qint64{loadWindowSettings(m_settings).viewerCacheMiB} << 20;
}

void MainWindow::showSpeeds()
{
    TotalSpeed speed;
    for (int i = 0; i < m_jobs->size(); ++i) {
        const JobRow &row = m_jobs->at(i);
        if (row.job.state != JobState::Running)
            continue;
        double &sum = row.rate.isOfPixels()                        ? speed.pixels
            : row.job.step.phase == StepProgress::Phase::Uploading ? speed.up
                                                                   : speed.down;
        sum += row.rate.perSecond();
    }
    m_status->showSpeed(speed);
    m_page->details().addThroughput(speed.pixels);
    if (m_jobActions->isQueuePaused() && runningJobs() == 0)
        m_forecast.reset();
    else
        m_forecast.note(m_jobs->work(), QDateTime::currentMSecsSinceEpoch());
    if (m_forecast.isYoung()) // until the list is full, and it is looked at
        m_forecast.setReached(m_jobs->workReached());
    m_status->showForecast(m_forecast);
}

int MainWindow::runningJobs() const
{
    return m_jobs->tally().of(StateGroup::Running);
}

// Beside each image there are as many disks as images: the home folder's stands for them.
void MainWindow::measureDisk()
{
    if (!m_server.isEmpty())
        return;
    const Destination chosen = loadAddChoice(m_settings).destination;
    m_commands->measureDisk(chosen.folder.isEmpty() ? QDir::homePath() : chosen.folder);
}

} // namespace createzoom
