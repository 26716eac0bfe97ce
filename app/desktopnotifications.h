// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace createzoom {

/// Shows messages by the desktop's own service (org.freedesktop.Notifications). Each replaces the
/// one before. Blocks for nobody. GUI thread.
class DesktopNotifications : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifications(QObject *parent = nullptr);

    void show(const QString &title, const QString &text);

Q_SIGNALS:
    void clicked(); ///< the person wants to see
    /// The service is not there, or does not want it: somebody else may show it.
    void refused(const QString &title, const QString &text);

private Q_SLOTS:
    void noteAction(uint id, const QString &action);

private:
    uint m_shown = 0; ///< 0: none
};

} // namespace createzoom
