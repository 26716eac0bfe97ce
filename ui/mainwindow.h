// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/jobs/jobwatcher.h"
#include "ui/adding/addflow.h"

#include <QMainWindow>
#include <QStringList>

#include <functional>
#include <utility>

class QSettings;

namespace createzoom {

struct JobCounts;
class JobBoard;
class JobCommands;
class JobsPage;
class JobTableModel;
class MessageBar;
class ScanBar;
class StatusLine;
class WindowActions;
enum class Deed;

/// The window: lists the jobs, takes dropped files, says what went wrong. Talks to the service on
/// other threads only (those of JobWatcher and JobCommands), as the service blocks. `jobs` and
/// `settings` outlive it. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `bucket` may be null: then nothing can be added from one. `workFolder`: where archives for a
    /// bucket are made.
    MainWindow(JobBoard &jobs,
               QSettings &settings,
               Bucket *bucket = nullptr,
               const QString &workFolder = {},
               std::chrono::milliseconds watchInterval = JobWatcher::defaultInterval);

    /// What was named on the command line or by the desktop: files are tried whatever their name.
    void addPaths(const QStringList &paths);
    void setRestAddress(const QString &address); ///< empty: the interface is off
    void showError(const Error &error);
    void showInformation(const QString &text);
    /// Asked whenever somebody closes the window; it stays when the answer is no.
    void setCloseGuard(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }

Q_SIGNALS:
    void settingsRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeToolBar();
    void makeMenus();
    void connectActions();
    void connectCommands();
    void watch(JobBoard &jobs, std::chrono::milliseconds interval);

    void add(const QStringList &paths, NamedFiles named);
    void connectAdding();
    void chooseFiles();
    void chooseFolder();
    void openOutput();
    void reportAdded(const AddReport &report);
    void showJobs(const QList<Job> &jobs);
    JobCounts counts() const;
    void showCounts();
    void measureDisk();
    QStringList selectedIds(Deed deed) const;

    QSettings &m_settings;
    std::function<bool()> m_mayClose{};
    JobTableModel *m_model = nullptr;
    JobCommands *m_commands = nullptr;
    WindowActions *m_actions = nullptr;
    MessageBar *m_messages = nullptr;
    JobsPage *m_page = nullptr;
    StatusLine *m_status = nullptr;
    ScanBar *m_scan = nullptr;
    AddFlow *m_adding = nullptr;
};

} // namespace createzoom
