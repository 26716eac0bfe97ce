// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clientsocket.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>
#include <sys/socket.h>
#include <utility>

namespace createzoom {

namespace {

/// Of what a client sends this much is taken from the kernel before anybody asks for it.
constexpr qint64 readAhead = 64LL * 1024;
constexpr qint64 smallRequest = 4LL * 1024; ///< a page of memory

bool isTooSlow(QDeadlineTimer &deadline,
               qint64 &bytes,
               std::chrono::milliseconds period,
               qint64 minimum)
{
    if (!deadline.hasExpired())
        return false;
    deadline.setRemainingTime(period);
    return std::exchange(bytes, 0) < minimum;
}

} // namespace

ClientSocket::ClientSocket(std::unique_ptr<QTcpSocket> socket, const HttpLimits &limits)
    : m_limits(limits)
    , m_socket(std::move(socket))
{
    const auto count = [this](qint64 bytes) {
        m_written += bytes;
        if (unsent() == 0)
            m_writeDeadline = QDeadlineTimer(QDeadlineTimer::Forever);
        Q_EMIT written();
    };
    m_socket->setReadBufferSize(readAhead);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &ClientSocket::readable);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &ClientSocket::ended);
    if (auto *const secured = qobject_cast<QSslSocket *>(m_socket.get()))
        connect(secured, &QSslSocket::encryptedBytesWritten, this, count);
    else
        connect(m_socket.get(), &QTcpSocket::bytesWritten, this, count);
}

ClientSocket::~ClientSocket()
{
    m_socket->disconnect(this);
}

/// Asked for just what it has, a socket gives its buffer away; else it would copy it, and keep it
/// for as long as its client stays.
QByteArray ClientSocket::read(qint64 maxSize)
{
    const qint64 size = std::min(maxSize, m_socket->bytesAvailable());
    if (size == 0)
        return {};
    QByteArray bytes = m_socket->read(size);
    m_received += bytes.size();
    return bytes;
}

void ClientSocket::write(const QByteArray &bytes)
{
    const bool owedNothing = unsent() == 0;
    const qint64 sent = owedNothing ? sendAtOnce(bytes) : 0;
    if (sent == bytes.size())
        return;
    // What is unsent already may be the end of a handshake, which a secured socket writes itself.
    if (owedNothing || m_writeDeadline.isForever()) {
        m_writeDeadline.setRemainingTime(m_limits.writeStall);
        m_written = 0;
    }
    m_socket->write(bytes.constData() + sent, bytes.size() - sent);
}

/// As much as the kernel takes now. A socket would make a buffer of 32 KiB for a short answer, keep
/// that, and send it a turn of the event loop later.
qint64 ClientSocket::sendAtOnce(const QByteArray &bytes)
{
    if (qobject_cast<QSslSocket *>(m_socket.get()) != nullptr)
        return 0;
    const ssize_t sent = ::send(static_cast<int>(m_socket->socketDescriptor()),
                                bytes.constData(),
                                static_cast<std::size_t>(bytes.size()),
                                MSG_NOSIGNAL | MSG_DONTWAIT);
    return std::max<qint64>(sent, 0); // what went wrong, write() finds out again
}

/// A secured socket encrypts at once whatever it is given, and keeps that.
qint64 ClientSocket::unsent() const
{
    const auto *const secured = qobject_cast<const QSslSocket *>(m_socket.get());
    return m_socket->bytesToWrite() + (secured != nullptr ? secured->encryptedBytesToWrite() : 0);
}

bool ClientSocket::isStalled()
{
    return unsent() > 0
        && isTooSlow(m_writeDeadline, m_written, m_limits.writeStall, m_limits.writeMinimum);
}

void ClientSocket::expectBody()
{
    m_bodyDeadline.setRemainingTime(m_limits.bodyTime);
    m_received = 0;
}

bool ClientSocket::isBodyStalled()
{
    return isTooSlow(m_bodyDeadline, m_received, m_limits.bodyTime, m_limits.writeMinimum);
}

} // namespace createzoom
