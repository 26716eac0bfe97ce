// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/jobs/jobwatcher.h"
#include "core/jobs/workerinfo.h"
#include "ui/adding/addflow.h"
#include "ui/queueforecast.h"

#include <QMainWindow>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

class QLineEdit;
class QSettings;
class QToolBar;

namespace createzoom {

class Bucket;
class DragScan;
class JobActions;
class JobBoard;
class JobCommands;
class JobList;
class JobPictures;
class JobsPage;
class MessageBar;
class PreviewPane;
class QueueCommands;
class ScanBar;
class TileSource;
class StatusLine;
class WindowActions;
struct DragCount;

/// The window: lists the jobs, takes dropped files, says what went wrong. Talks to the service on
/// other threads only (those of JobWatcher and the commands), as the service blocks. `jobs` and
/// `settings` outlive it. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(JobBoard &jobs,
               QSettings &settings,
               Bucket *bucket,
               const QString &workFolder,
               std::chrono::milliseconds watchInterval = JobWatcher::defaultInterval);

    /// What was named on the command line or by the desktop: files are tried whatever their name.
    void addPaths(const QStringList &paths);
    void setRestAddress(const QString &address); ///< empty: the interface is off
    void setDiskFloor(qint64 bytes); ///< below it no job begins
    /// The jobs are a server's: no files can be added or opened from here.
    void setServer(const QString &name);
    void showError(const Error &error);
    void showInformation(const QString &text);

    /// Which service is shown; stands in the tool bar, which owns it.
    void setConnectionWidget(QWidget *widget);
    /// Asked before the window closes; without one it just closes.
    void setCloseGuard(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }

    MessageBar &messages() { return *m_messages; }
    WindowActions &actionsOfWindow() { return *m_actions; }

Q_SIGNALS:
    void settingsRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void fillToolBar();
    void connectWindowActions();
    void connectViewActions();
    void connectParts();
    void connectCommands();
    void startTimers();
    void watch(JobBoard &jobs, std::chrono::milliseconds interval);
    void restoreState();

    void add(const QStringList &paths, NamedFiles named);
    void showDragged(const DragCount &count);
    void connectAdding();
    void paste();
    void chooseFiles();
    void chooseFolder();
    void reportAdded(const AddReport &report);
    void showJobs(const QList<Job> &jobs);
    void dropJobs(const QStringList &ids);
    void showTally();
    void showWorkers();
    void askForToken(const QStringList &jobs); ///< that are to run again
    void sayFailures(int failedBefore);
    void showSelection();
    QList<Job> allJobs() const;
    void openViewer(const Job &job);
    void openSource(const std::shared_ptr<TileSource> &source, const QString &name);
    int runningJobs() const;
    qint64 viewerCacheBytes() const; ///< as in the settings
    void showSpeeds();
    void measureDisk();

    QSettings &m_settings;
    JobList *m_jobs = nullptr;
    JobCommands *m_commands = nullptr;
    QueueCommands *m_queue = nullptr;
    WindowActions *m_actions = nullptr;
    MessageBar *m_messages = nullptr;
    JobsPage *m_page = nullptr;
    JobActions *m_jobActions = nullptr;
    QToolBar *m_bar = nullptr;
    QAction *m_connectionPlace = nullptr;
    QLineEdit *m_search = nullptr;
    StatusLine *m_status = nullptr;
    PreviewPane *m_preview = nullptr;
    JobPictures *m_pictures = nullptr;
    ScanBar *m_scan = nullptr;
    DragScan *m_dragScan = nullptr;
    QString m_draggedName{}; ///< of the only thing that is dragged
    AddFlow *m_adding = nullptr;
    QString m_server{}; ///< empty: this computer's jobs
    std::optional<QList<WorkerInfo>> m_workers{}; ///< of the server, as it told last
    QueueForecast m_forecast{};
    std::function<bool()> m_mayClose{};
    bool m_isFilled = false; ///< the jobs of before have come
};

} // namespace createzoom
