// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>

namespace createzoom {

/// Tells systemd how the service is (sd_notify(3)): datagrams to $NOTIFY_SOCKET, written by
/// ourselves, for the protocol is older and simpler than any library of it. Says nothing where no
/// supervisor listens. Lives on the main thread, whose event loop it needs to feed the watchdog.
class ServiceNotifier : public QObject
{
    Q_OBJECT

public:
    /// Reads NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID.
    ServiceNotifier();

    /// The start goes on, but not before `next`: `why` in a few words.
    void waits(const QString &why, std::chrono::milliseconds next);
    /// The start is over. From now on the watchdog is fed, as often as it wants, while this
    /// thread's event loop turns and `isWell` says so; it must answer at once.
    void isReady(const QString &status, std::function<bool()> isWell);
    /// The end may take so long.
    void stops(std::chrono::milliseconds longest);

private:
    void feed();
    void send(const QByteArray &lines) const;

    QByteArray m_address{}; ///< a path, or '@' and an abstract name; empty: nobody listens
    std::chrono::microseconds m_patience{0}; ///< of the watchdog; 0: there is none
    std::function<bool()> m_isWell{};
    QTimer m_feeding{};
};

} // namespace createzoom
