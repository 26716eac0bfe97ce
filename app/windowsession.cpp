// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsession.h"

#include "ui/dialogs/tokendialog.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/theme.h"

#include <QApplication>
#include <QMenu>
#include <QSettings>

#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Nobody looks at these news; a second late is soon enough.
constexpr std::chrono::milliseconds watchInterval{1000};
const QString departureTopic = u"departure"_s;
const QString tokenTopic = u"watch token"_s;

} // namespace

WindowSession::WindowSession(JobBoard &jobs,
                             QSettings &settings,
                             const QString &dataFolder,
                             StorageFacts storage,
                             WatchRunner::BucketToken bucketToken)
    : m_settings(settings)
    , m_storage(std::move(storage))
    , m_values(loadWindowSettings(settings))
    , m_notifier(m_activity,
                 [this] { return !m_values.isNotified || QApplication::activeWindow(); })
    , m_departure(jobs, m_activity, settings, dataFolder)
    , m_folders(jobs, dataFolder, bucketToken)
    , m_watcher(jobs, watchInterval)
{
    makeTray();
    connectParts();
    apply(m_values);
    m_watcher.start();
}

WindowSession::~WindowSession()
{
    if (m_window)
        m_window->setCloseGuard({});
}

void WindowSession::makeTray()
{
    m_tray.setIcon(QApplication::windowIcon());
    m_tray.setToolTip(u"CreateZoom"_s);
    auto *menu = new QMenu;
    menu->addAction(tr("&Show the window"), this, &WindowSession::showWindow);
    menu->addAction(tr("&Quit"), this, [this] {
        showWindow();
        m_window->close();
    });
    connect(this, &QObject::destroyed, menu, &QObject::deleteLater); // a tray does not own its menu
    m_tray.setContextMenu(menu);
    connect(&m_tray, &QSystemTrayIcon::activated, this, [this] { showWindow(); });
    m_departure.setTray(QSystemTrayIcon::isSystemTrayAvailable());
}

void WindowSession::connectParts()
{
    connect(&m_watcher, &JobWatcher::jobsChanged, &m_activity, &JobActivity::note);
    connect(&m_watcher, &JobWatcher::jobsRemoved, &m_activity, &JobActivity::forget);
    connect(&m_activity, &JobActivity::runningChanged, this, [this](int running) {
        m_inhibitor.setActive(m_values.isKeptAwake && running > 0);
    });
    connect(&m_notifier, &Notifier::notify, &m_notifications, &DesktopNotifications::show);
    connect(&m_notifications, &DesktopNotifications::clicked, this, &WindowSession::showWindow);
    connect(
        &m_notifications, &DesktopNotifications::refused, this, &WindowSession::showWithoutService);
    connect(&m_tray, &QSystemTrayIcon::messageClicked, this, &WindowSession::showWindow);
    connect(&m_departure, &Departure::drainingBegan, this, [this](int running) {
        m_window->messages().post(
            {MessageBar::Kind::Information,
             tr("CreateZoom ends when %n running jobs have finished. No other is begun.",
                nullptr,
                running),
             departureTopic,
             {{tr("Stay open"), [this] {
                   m_departure.stay();
               }}}});
    });
    connect(&m_departure, &Departure::leave, this, [this] { m_window->close(); });
    connect(&m_departure, &Departure::hideWanted, this, [this] {
        m_tray.show();
        QApplication::setQuitOnLastWindowClosed(false);
        m_window->hide();
    });
    connect(&m_folders, &WatchRunner::failed, this, [this](const Error &error) {
        m_window->showError(error);
    });
    connect(&m_watcher, &JobWatcher::jobsChanged, &m_folders, &WatchRunner::noteJobs);
    connect(&m_folders, &WatchRunner::tokenWanted, this, &WindowSession::noteTokenWish);
    connect(&m_folders, &WatchRunner::tokenNotWanted, this, [this] {
        m_tokenWish.clear();
        m_window->messages().closeTopic(tokenTopic);
    });
}

/// A tray that is not shown shows no message either; the window's place in the task bar then calls.
void WindowSession::showWithoutService(const QString &title, const QString &text)
{
    if (m_tray.isVisible())
        m_tray.showMessage(title, text);
    else
        QApplication::alert(m_window);
}

void WindowSession::setWindow(MainWindow &window)
{
    m_window = &window;
    window.setDiskFloor(m_storage.diskFloorBytes);
    window.setCloseGuard([this] { return m_departure.mayClose(m_window); });
    connect(&window, &MainWindow::settingsRequested, this, &WindowSession::openSettings);
    sayTokenIsWanted();
}

void WindowSession::noteTokenWish(const QString &bucketFolder, bool wasRefused)
{
    m_bucketWithoutToken = bucketFolder;
    m_tokenWish = wasRefused
        ? tr("The token for the bucket folder %1 was refused: it was revoked or has expired. "
             "Watched "
             "folders wait; with a new one the jobs that failed run again.")
        : tr("Watched folders wait: a token for the bucket folder %1 is needed.");
    m_tokenWish = m_tokenWish.arg(bucketFolder);
    sayTokenIsWanted();
}

void WindowSession::sayTokenIsWanted()
{
    if (!m_tokenWish.isEmpty())
        m_window->messages().post(
            {MessageBar::Kind::Warning, m_tokenWish, tokenTopic, {{tr("Paste a token…"), [this] {
                                                                       askForToken();
                                                                   }}}});
}

void WindowSession::askForToken()
{
    auto *dialog = new TokenDialog(
        tr("Images that arrive in watched folders go to the bucket folder %1. The "
           "token is forgotten when the program ends.")
            .arg(m_bucketWithoutToken),
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &QDialog::accepted, this, [this, dialog] { m_folders.setToken(dialog->token()); });
    connect(dialog, &QDialog::rejected, this, &WindowSession::sayTokenIsWanted);
    dialog->open();
}

void WindowSession::showWindow()
{
    QApplication::setQuitOnLastWindowClosed(true);
    m_tray.hide();
    m_window->showNormal();
    m_window->raise();
    m_window->activateWindow();
}

void WindowSession::openSettings()
{
    if (!m_dialog) {
        m_dialog = new SettingsDialog(m_settings, m_storage, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &SettingsDialog::changed, this, &WindowSession::apply);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void WindowSession::apply(const WindowSettings &values)
{
    m_values = values;
    Theme::apply(values.theme);
    m_inhibitor.setActive(values.isKeptAwake && m_activity.running() > 0);
    QList<FolderToWatch> folders;
    for (const WatchedFolder &folder : values.watchedFolders) {
        AddChoice choice = loadAddChoice(m_settings);
        choice.destination = folder.destination.value_or(choice.destination);
        if (folder.isOn)
            folders << FolderToWatch{folder.folder, choice};
    }
    m_folders.watch(folders);
}

} // namespace createzoom
