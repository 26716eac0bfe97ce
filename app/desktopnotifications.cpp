// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopnotifications.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

} // namespace

DesktopNotifications::DesktopNotifications(QSystemTrayIcon *tray, QObject *parent)
    : QObject(parent)
    , m_tray(tray)
{
    QDBusConnection::sessionBus().connect(
        service, path, service, u"ActionInvoked"_s, this, SLOT(noteAction(uint, QString)));
    if (m_tray)
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, &DesktopNotifications::clicked);
}

void DesktopNotifications::show(const QString &title, const QString &text)
{
    constexpr int asTheDesktopLikes = -1;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    // The text is markup there, and may hold the name of a file.
    call.setArguments({u"CreateZoom"_s,
                       m_shown,
                       u"createzoom"_s,
                       title,
                       text.toHtmlEscaped(),
                       QStringList{u"default"_s, tr("Show")},
                       QVariantMap{},
                       asTheDesktopLikes});
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, title, text] {
        const QDBusPendingReply<uint> reply = *answer;
        answer->deleteLater();
        if (!reply.isError())
            m_shown = reply.value();
        else if (m_tray)
            m_tray->showMessage(title, text);
    });
}

void DesktopNotifications::noteAction(uint id, const QString & /*action*/)
{
    if (id == m_shown)
        Q_EMIT clicked();
}

} // namespace createzoom
