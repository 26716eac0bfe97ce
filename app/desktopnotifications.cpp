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

// Of any sender: to ask for the service's address would block until the bus answers.
DesktopNotifications::DesktopNotifications(QObject *parent)
    : QObject(parent)
{
    QDBusConnection::sessionBus().connect(
        QString(), path, service, u"ActionInvoked"_s, this, SLOT(noteAction(uint, QString)));
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
        else
            Q_EMIT refused(title, text);
    });
}

void DesktopNotifications::noteAction(uint id, const QString & /*action*/)
{
    if (id == m_shown)
        Q_EMIT clicked();
}

} // namespace createzoom
