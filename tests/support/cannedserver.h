// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

namespace createzoom::tests {

/// Answers one request after the other with bytes given beforehand, and keeps the requests. In the
/// test's thread: the event loop of the transfer serves it.
class CannedServer
{
public:
    explicit CannedServer(const QList<QByteArray> &answers = {})
        : m_answers(answers)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }
    QByteArray url(const QByteArray &path) const
    {
        return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + path;
    }
    void add(const QByteArray &answer) { m_answers << answer; }
    QList<QByteArray> requests{};

private:
    void accept()
    {
        QTcpSocket *socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            const QByteArray request = socket->readAll();
            if (!request.contains("HTTP/1.1"))
                return; // more of a body
            requests << request;
            if (m_answers.isEmpty())
                return; // silence
            socket->write(m_answers.takeFirst());
            socket->disconnectFromHost();
        });
    }

    QTcpServer m_server{};
    QList<QByteArray> m_answers{};
};

inline QByteArray answer(const QByteArray &head, const QByteArray &body = {})
{
    return "HTTP/1.1 " + head + "\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Of a request that a CannedServer kept; `name` in lower case.
inline QByteArray fieldOf(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &line : request.split('\n')) {
        if (line.toLower().startsWith(name + ':'))
            return line.sliced(name.size() + 1).trimmed();
    }
    return {};
}

} // namespace createzoom::tests
