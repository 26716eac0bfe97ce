// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QSystemTrayIcon>

namespace createzoom {

/// Shows messages by the desktop's own service (org.freedesktop.Notifications), by the tray where
/// there is none. Each replaces the one before. GUI thread.
class DesktopNotifications : public QObject
{
    Q_OBJECT

public:
    /// `tray` may be null, and outlives it.
    explicit DesktopNotifications(QSystemTrayIcon *tray, QObject *parent = nullptr);

    void show(const QString &title, const QString &text);

Q_SIGNALS:
    void clicked(); ///< the person wants to see

private Q_SLOTS:
    void noteAction(uint id, const QString &action);

private:
    QSystemTrayIcon *m_tray;
    uint m_shown = 0; ///< 0: none
};

} // namespace createzoom
