// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopwindow.h"

#include "core/transfer/remotejobs.h"
#include "ui/connections/connectionbox.h"
#include "ui/mainwindow.h"

#include <QFileInfo>
#include <QSettings>

#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// A server is asked less often than the store on the disk.
constexpr std::chrono::milliseconds remoteInterval{1000};

OpenedServer openServer(const QString &url, Secret token)
{
    auto board = std::make_shared<RemoteJobs>(url.toUtf8(), std::move(token));
    return {board, [board] {
                board->cutOff();
            }};
}

QString tokenFileBeside(const QSettings &settings)
{
    return QFileInfo(settings.fileName()).path() + u"/server-tokens.json"_s;
}

} // namespace

DesktopWindow::DesktopWindow(JobService &jobs,
                             QSettings &settings,
                             const QString &restAddress,
                             Bucket &bucket,
                             const QString &workFolder)
    : m_settings(settings)
    , m_restAddress(restAddress)
    , m_bucket(bucket)
    , m_workFolder(workFolder)
    , m_connections(jobs, settings, tokenFileBeside(settings), openServer)
{
    connect(&m_connections, &Connections::connectionChosen, this, &DesktopWindow::show);
    show(m_connections.current());
}

DesktopWindow::~DesktopWindow()
{
    m_connections.cutOff(); // the window's threads ask to the last
}

void DesktopWindow::addPaths(const QStringList &paths)
{
    m_connections.chooseLocal();
    m_window->addPaths(paths);
}

void DesktopWindow::show(const Connection &connection)
{
    auto next = std::make_unique<MainWindow>(*connection.board,
                                             m_settings,
                                             &m_bucket,
                                             m_workFolder,
                                             connection.isLocal ? JobWatcher::defaultInterval
                                                                : remoteInterval);
    next->setConnectionWidget(new ConnectionBox(m_connections, next.get()));
    if (!connection.isLocal)
        next->setServer(connection.name);
    next->setRestAddress(connection.isLocal ? m_restAddress : connection.address);
    if (m_window)
        next->restoreGeometry(m_window->saveGeometry());
    next->show();
    std::swap(m_window, next);
    // Not at once: what asked for another connection may be one of its own widgets.
    if (MainWindow *old = next.release()) {
        old->hide();
        old->deleteLater();
    }
    Q_EMIT windowChanged();
}

} // namespace createzoom
