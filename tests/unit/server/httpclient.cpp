// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/httpclient.h"

namespace createzoom {

namespace {

constexpr int patience = 10'000;

} // namespace

HttpClient::HttpClient(const QUrl &server)
{
    m_socket.connectToHost(server.host(), quint16(server.port()));
    m_socket.waitForConnected(patience);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void HttpClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

ReceivedAnswer HttpClient::receive(bool isHead)
{
    qsizetype end = -1;
    while ((end = m_received.indexOf("\r\n\r\n")) < 0) {
        if (!fillUntil(m_received.size() + 1))
            return {};
    }
    ReceivedAnswer answer{.head = m_received.left(end + 2)};
    answer.status = answer.head.sliced(9, 3).toInt();
    const QByteArray lower = answer.head.toLower();
    const qsizetype at = lower.indexOf("content-length: ");
    const qsizetype start = at + qsizetype(sizeof("content-length: ")) - 1;
    const qsizetype length = at < 0 || isHead
        ? 0
        : lower.sliced(start, lower.indexOf("\r\n", start) - start).toLongLong();
    if (!fillUntil(end + 4 + length))
        return {};
    answer.body = m_received.sliced(end + 4, length);
    m_received.remove(0, end + 4 + length);
    return answer;
}

ReceivedAnswer HttpClient::ask(const QByteArray &bytes)
{
    send(bytes);
    return receive();
}

bool HttpClient::waitForEnd()
{
    while (m_socket.state() != QAbstractSocket::UnconnectedState) {
        if (!m_socket.waitForReadyRead(patience)
            && m_socket.state() == QAbstractSocket::ConnectedState)
            return false;
    }
    return true;
}

bool HttpClient::fillUntil(qsizetype size)
{
    while (m_received.size() < size) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience))
            return false;
        m_received += m_socket.readAll();
    }
    return true;
}

QByteArray getRequest(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

QByteArray postRequest(const QByteArray &path, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace createzoom
