// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httplimits.h"

#include <QDeadlineTimer>
#include <QObject>

#include <memory>

class QTcpSocket;

namespace createzoom {

/// The socket of one client, plain or secured, with a clock on both ways: who takes too little of
/// what it is owed, or sends too little of what it has announced, can be told. Owned by one
/// HttpConnection; server thread.
class ClientSocket : public QObject
{
    Q_OBJECT

public:
    ClientSocket(std::unique_ptr<QTcpSocket> socket, const HttpLimits &limits);
    ~ClientSocket() override;
    ClientSocket(const ClientSocket &) = delete;
    ClientSocket &operator=(const ClientSocket &) = delete;

    QTcpSocket &socket() { return *m_socket; }
    const QTcpSocket &socket() const { return *m_socket; }

    QByteArray read(qint64 maxSize);
    void write(const QByteArray &bytes);
    /// Bytes that the kernel has not taken yet.
    qint64 unsent() const;
    /// Has it taken next to nothing for HttpLimits::writeStall? Begins the next period when one is
    /// over.
    bool isStalled();

    /// A long body begins, or goes on after a pause of ours.
    void expectBody();
    /// Has it sent next to nothing of that body for HttpLimits::bodyTime? As isStalled().
    bool isBodyStalled();

Q_SIGNALS:
    void readable();
    void written();
    void ended();

private:
    qint64 sendAtOnce(const QByteArray &bytes);

    const HttpLimits &m_limits;
    std::unique_ptr<QTcpSocket> m_socket;
    QDeadlineTimer m_writeDeadline{QDeadlineTimer::Forever};
    qint64 m_written = 0; ///< since that deadline was set
    QDeadlineTimer m_bodyDeadline{QDeadlineTimer::Forever};
    qint64 m_received = 0;
};

} // namespace createzoom
