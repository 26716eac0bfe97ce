// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relaysocket.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace createzoom {

RelaySocket::RelaySocket(const QTcpSocket &client, QObject *parent)
    : QTcpSocket(parent)
{
    setPeerAddress(client.peerAddress());
    setPeerPort(client.peerPort());
    setLocalAddress(client.localAddress());
    setLocalPort(client.localPort());
    setSocketState(ConnectedState);
    setOpenMode(ReadWrite);
}

RelaySocket::~RelaySocket()
{
    setSocketState(
        UnconnectedState); // or ~QAbstractSocket would abort a connection that there never was
}

QByteArray RelaySocket::exchange(const QByteArray &request)
{
    m_request = request;
    m_position = 0;
    m_answer.clear();
    Q_EMIT readyRead();
    m_request.clear();
    m_position = 0;
    return std::exchange(m_answer, {});
}

void RelaySocket::end()
{
    if (state() == UnconnectedState)
        return;
    setSocketState(UnconnectedState);
    Q_EMIT disconnected();
}

qint64 RelaySocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_request.size() - m_position;
}

/// Called by QHttpServer when it gives up on a request. The client's connection ends by
/// exchange()'s empty answer.
void RelaySocket::disconnectFromHost()
{
    m_answer.clear();
}

qint64 RelaySocket::readData(char *data, qint64 maxSize)
{
    const qsizetype size = std::min<qsizetype>(maxSize, m_request.size() - m_position);
    std::memcpy(data, m_request.constData() + m_position, static_cast<size_t>(size));
    m_position += size;
    return size;
}

qint64 RelaySocket::writeData(const char *data, qint64 size)
{
    m_answer.append(data, size);
    return size;
}

} // namespace createzoom
