// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/desktopbus.h"

#include <QFile>

#include <poll.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom::tests {

namespace {

constexpr auto config
    = "<busconfig><type>session</type><listen>unix:dir=%1</listen>"
      "<auth>EXTERNAL</auth><policy context=\"default\">"
      "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
      "<allow own=\"*\"/>"
      "</policy></busconfig>"_L1;

} // namespace

PrivateBus::PrivateBus()
{
    QFile file(m_folder.filePath(u"bus.conf"_s));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QString(config).arg(m_folder.path()).toUtf8());
    file.close();
    m_daemon.start(u"dbus-daemon"_s,
                   {u"--config-file="_s + file.fileName(), u"--nofork"_s, u"--print-address"_s});
    if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead())
        return;
    const QByteArray address = m_daemon.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
    m_address = QString::fromLatin1(address);
}

PrivateBus::~PrivateBus()
{
    m_daemon.kill();
    m_daemon.waitForFinished();
}

QDBusConnection PrivateBus::connectAs(const QString &name) const
{
    return QDBusConnection::connectToBus(m_address, name);
}

uint FakeNotifications::Notify(const QString & /*program*/,
                               uint replaced,
                               const QString & /*icon*/,
                               const QString &title,
                               const QString &text,
                               const QStringList &actions,
                               const QVariantMap & /*hints*/,
                               int /*timeout*/)
{
    if (isRefusing) {
        sendErrorReply(u"org.freedesktop.Notifications.Error.ExcessNotificationGeneration"_s);
        return 0;
    }
    shown << Shown{replaced, title, text, actions};
    return replaced != 0 ? replaced : 40 + static_cast<uint>(shown.size());
}

FakeLogind::~FakeLogind()
{
    if (m_readEnd >= 0)
        ::close(m_readEnd);
}

QDBusUnixFileDescriptor FakeLogind::Inhibit(const QString &things,
                                            const QString & /*who*/,
                                            const QString & /*why*/,
                                            const QString &how)
{
    ++asked;
    what = things;
    mode = how;
    int ends[2] = {-1, -1};
    if (isRefusing || ::pipe(ends) != 0) {
        sendErrorReply(QDBusError::AccessDenied, u"Permission denied"_s);
        return {};
    }
    if (m_readEnd >= 0)
        ::close(m_readEnd);
    m_readEnd = ends[0];
    QDBusUnixFileDescriptor lock(ends[1]); // a copy, which is closed when it is sent
    ::close(ends[1]);
    return lock;
}

bool FakeLogind::isHeld() const
{
    pollfd end{m_readEnd, POLLIN, 0};
    return m_readEnd >= 0 && ::poll(&end, 1, 0) == 0; // a hang-up would be told
}

uint FakeScreenSaver::Inhibit(const QString & /*program*/, const QString & /*reason*/)
{
    ++asked;
    if (isRefusing) {
        sendErrorReply(QDBusError::AccessDenied, u"Permission denied"_s);
        return 0;
    }
    held << cookie;
    if (isSlow) {
        setDelayedReply(true);
        m_unanswered = message();
    }
    return cookie;
}

void FakeScreenSaver::answer(QDBusConnection bus)
{
    bus.send(m_unanswered.createReply(cookie));
}

void FakeScreenSaver::UnInhibit(uint given)
{
    held.removeOne(given);
}

} // namespace createzoom::tests
