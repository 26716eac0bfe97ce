// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relaysocket.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace createzoom {

namespace {

/// Fields between us and the client, which are none of QHttpServer's business: it would answer
/// "Expect" again and upgrade connections.
constexpr std::array hopFields{QByteArrayView("connection"),
                               QByteArrayView("content-length"),
                               QByteArrayView("expect"),
                               QByteArrayView("keep-alive"),
                               QByteArrayView("te"),
                               QByteArrayView("trailer"),
                               QByteArrayView("upgrade")};

bool isHopField(const QByteArray &name)
{
    return std::any_of(hopFields.begin(), hopFields.end(), [&name](QByteArrayView hop) {
        return name.compare(hop, Qt::CaseInsensitive) == 0;
    });
}

/// Written anew, so that QHttpServer and we cannot read it differently.
QByteArray canonicalForm(const HttpRequest &request)
{
    QByteArray text;
    text.reserve(request.body.size() + 1024);
    text.append(request.method == "HEAD" ? QByteArray("GET") : request.method)
        .append(' ')
        .append(request.path);
    if (!request.query.isEmpty())
        text.append('?').append(request.query);
    text.append(" HTTP/1.1\r\n");
    for (const HttpField &field : request.fields) {
        if (!isHopField(field.name))
            text.append(field.name).append(": ").append(field.value).append("\r\n");
    }
    if (!request.body.isEmpty())
        text.append("Content-Length: ")
            .append(QByteArray::number(request.body.size()))
            .append("\r\n");
    return text.append("\r\n").append(request.body);
}

} // namespace

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

QByteArray RelaySocket::exchange(const HttpRequest &request)
{
    m_request = canonicalForm(request);
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
