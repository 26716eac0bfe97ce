// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "ui/connections/connections.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

class QSettings;

namespace createzoom {

class Bucket;
class MainWindow;

/// The window on the screen and whose jobs it shows. A main window is made for one board: when
/// another connection is chosen, a new one takes the place of the old. `jobs` and `settings`
/// outlive it. GUI thread.
class DesktopWindow : public QObject
{
    Q_OBJECT

public:
    /// `bucket` and `workFolder` as MainWindow has them.
    DesktopWindow(JobService &jobs,
                  QSettings &settings,
                  const QString &restAddress,
                  Bucket &bucket,
                  const QString &workFolder);
    ~DesktopWindow() override;

    /// To the jobs of this computer.
    void addPaths(const QStringList &paths);
    MainWindow &window() { return *m_window; }

Q_SIGNALS:
    void windowChanged(); ///< another one is shown

private:
    void show(const Connection &connection);

    QSettings &m_settings;
    const QString m_restAddress;
    Bucket &m_bucket;
    const QString m_workFolder;
    Connections m_connections;
    std::unique_ptr<MainWindow> m_window{};
};

} // namespace createzoom
