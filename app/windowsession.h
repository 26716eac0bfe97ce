// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktopnotifications.h"
#include "app/sleepinhibitor.h"
#include "core/jobs/jobwatcher.h"
#include "ui/adding/watchrunner.h"
#include "ui/departure.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/jobactivity.h"
#include "ui/notifier.h"

#include <QObject>
#include <QPointer>
#include <QSystemTrayIcon>

class QSettings;

namespace createzoom {

class JobBoard;
class MainWindow;

/// What goes on around a window as long as the program runs, whatever the window shows: the jobs of
/// this machine are followed, the desktop hears of their ends, the machine stays awake, folders are
/// watched, closing waits for what runs. Owned by runDesktop(); what it is given outlives it. GUI
/// thread.
class WindowSession : public QObject
{
    Q_OBJECT

public:
    WindowSession(JobBoard &jobs,
                  QSettings &settings,
                  const QString &dataFolder,
                  StorageFacts storage,
                  WatchRunner::BucketToken bucketToken);
    ~WindowSession() override;

    /// The window that is shown from now on.
    void setWindow(MainWindow &window);
    void showWindow();
    void openSettings();

private:
    void connectParts();
    void makeTray();
    void showWithoutService(const QString &title, const QString &text);
    void apply(const WindowSettings &values);
    void noteTokenWish(const QString &bucketFolder, bool wasRefused);
    void sayTokenIsWanted();
    void askForToken();

    QSettings &m_settings;
    QPointer<MainWindow> m_window{};
    StorageFacts m_storage;
    WindowSettings m_values;
    JobActivity m_activity{};
    QSystemTrayIcon m_tray{};
    DesktopNotifications m_notifications{};
    SleepInhibitor m_inhibitor{};
    Notifier m_notifier;
    Departure m_departure;
    WatchRunner m_folders;
    QString m_tokenWish{}; ///< what watched folders want, a sentence; empty: no token is wanted
    QString m_bucketWithoutToken{}; ///< where they would deliver then
    JobWatcher m_watcher;
    QPointer<SettingsDialog> m_dialog{};
};

} // namespace createzoom
