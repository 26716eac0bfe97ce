// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servicenotifier.h"

#include "core/base/logging.h"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

/// What is told takes a moment to be true.
constexpr milliseconds margin{30'000};

/// A value is one line.
QByteArray line(const char *key, const QString &value)
{
    return key + ("=" + masked(value).toUtf8()) + '\n';
}

QByteArray extension(milliseconds time)
{
    return line("EXTEND_TIMEOUT_USEC",
                QString::number(std::chrono::duration_cast<microseconds>(time + margin).count()));
}

/// The variables are for the process that systemd started, not for those that it starts.
bool isWatchdogOurs()
{
    const QByteArray process = qgetenv("WATCHDOG_PID");
    return process.isEmpty() || process.toLongLong() == ::getpid();
}

} // namespace

ServiceNotifier::ServiceNotifier()
    : m_address(qgetenv("NOTIFY_SOCKET"))
{
    if (!m_address.isEmpty() && isWatchdogOurs())
        m_patience = microseconds(qgetenv("WATCHDOG_USEC").toLongLong());
    connect(&m_feeding, &QTimer::timeout, this, &ServiceNotifier::feed);
}

void ServiceNotifier::waits(const QString &why, milliseconds next)
{
    send(line("STATUS", why) + extension(next));
}

void ServiceNotifier::isReady(const QString &status, std::function<bool()> isWell)
{
    send("READY=1\n" + line("STATUS", status));
    if (m_patience <= microseconds(0))
        return;
    m_isWell = std::move(isWell);
    // Half of its patience, as sd_watchdog_enabled(3) advises.
    m_feeding.start(std::chrono::duration_cast<milliseconds>(m_patience / 2));
    feed();
}

void ServiceNotifier::stops(milliseconds longest)
{
    m_feeding.stop();
    send("STOPPING=1\n" + line("STATUS", u"ending: running steps may finish"_s)
         + extension(longest));
}

void ServiceNotifier::feed()
{
    if (m_isWell())
        send("WATCHDOG=1\n");
    else
        qCCritical(lcApp) << "the REST interface answers nothing: the watchdog is not fed";
}

void ServiceNotifier::send(const QByteArray &lines) const
{
    sockaddr_un address{};
    if (m_address.isEmpty() || m_address.size() >= qsizetype(sizeof address.sun_path))
        return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, m_address.constData(), static_cast<size_t>(m_address.size()));
    if (m_address.startsWith('@'))
        address.sun_path[0] = '\0';
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path)
                                               + static_cast<size_t>(m_address.size()));
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto sent = ::sendto(socket,
                               lines.constData(),
                               static_cast<size_t>(lines.size()),
                               MSG_NOSIGNAL,
                               reinterpret_cast<const sockaddr *>(&address),
                               length);
    if (sent < 0)
        qCWarning(lcApp) << "the supervisor cannot be told:" << std::strerror(errno);
    ::close(socket);
}

} // namespace createzoom
