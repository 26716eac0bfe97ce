// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/settableclock.h"

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

namespace createzoom::tests {

/// A real redis-server on a free port of loopback, with its append-only file in a temporary folder.
/// Ends with this object, and with the test's process. Main thread only.
class RedisProcess
{
public:
    enum class Kind {
        Server,
        StoppedClock, ///< a server whose clock shows what setTime() said last
        Sentinel,
    };

    /// `arguments`: more of redis-server's own, such as {"--requirepass", "secret"}; "PORT" is its
    /// port.
    explicit RedisProcess(const QStringList &arguments = {}, Kind kind = Kind::Server);
    ~RedisProcess();
    RedisProcess(const RedisProcess &) = delete;
    RedisProcess &operator=(const RedisProcess &) = delete;

    /// Starts it (again, on the same port and folder) and waits until it takes commands.
    bool start();
    /// SIGKILL.
    void kill();
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    quint16 port() const { return m_port; }
    /// Takes commands at the port of `other`, which is dead: as an address that moves does.
    void takePortOf(const RedisProcess &other);
    QString folder() const { return m_folder.path(); }
    /// All that its append-only file and what belongs to it hold.
    QByteArray storedBytes() const;

    void setTime(qint64 utcMilliseconds) { m_clock->setTime(utcMilliseconds); }
    /// What redis-cli says to a command, without the line's end.
    QByteArray ask(const QStringList &command) const;

private:
    QStringList arguments() const;

    QTemporaryDir m_folder{};
    QStringList m_arguments;
    Kind m_kind;
    std::optional<SettableClock> m_clock{};
    QProcess m_process{};
    quint16 m_port = 0;
};

} // namespace createzoom::tests
