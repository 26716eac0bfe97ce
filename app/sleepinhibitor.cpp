// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sleepinhibitor.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPointer>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString program = u"CreateZoom"_s;
const QString screenSaver = u"org.freedesktop.ScreenSaver"_s;

QString reason()
{
    return SleepInhibitor::tr("Images are being converted");
}

QDBusMessage screenSaverCall(const QString &method)
{
    return QDBusMessage::createMethodCall(
        screenSaver, u"/org/freedesktop/ScreenSaver"_s, screenSaver, method);
}

void giveBack(uint cookie)
{
    if (cookie == 0)
        return;
    QDBusMessage call = screenSaverCall(u"UnInhibit"_s);
    call.setArguments({cookie});
    QDBusConnection::sessionBus().send(call);
}

} // namespace

SleepInhibitor::~SleepInhibitor()
{
    letGo();
}

void SleepInhibitor::setActive(bool isActive)
{
    m_isActive = isActive;
    if (!isActive)
        letGo();
    else if (!m_isAsking && !isKeptAwake())
        askLogind();
}

void SleepInhibitor::askLogind()
{
    m_isAsking = true;
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s,
                                                       u"/org/freedesktop/login1"_s,
                                                       u"org.freedesktop.login1.Manager"_s,
                                                       u"Inhibit"_s);
    call.setArguments({u"sleep:idle"_s, program, reason(), u"block"_s});
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
        answer->deleteLater();
        m_isAsking = false;
        if (!m_isActive)
            return; // the lock is closed with the answer
        if (reply.isError())
            askScreenSaver();
        else
            m_lock = reply.value();
    });
}

void SleepInhibitor::askScreenSaver()
{
    m_isAsking = true;
    QDBusMessage call = screenSaverCall(u"Inhibit"_s);
    call.setArguments({program, reason()});
    // Nobody's child: what is answered after our end is given back too.
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call));
    connect(answer, &QDBusPendingCallWatcher::finished, answer, [self = QPointer(this), answer] {
        const QDBusPendingReply<uint> reply = *answer;
        answer->deleteLater();
        const uint cookie
            = reply.isError() ? 0 : reply.value(); // nobody to ask: the machine does as it likes
        if (self)
            self->take(cookie);
        else
            giveBack(cookie);
    });
}

void SleepInhibitor::take(uint cookie)
{
    m_isAsking = false;
    m_cookie = cookie;
    if (!m_isActive)
        letGo();
}

void SleepInhibitor::letGo()
{
    m_lock = {};
    giveBack(std::exchange(m_cookie, 0));
}

} // namespace createzoom
