// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>

#include <future>
#include <memory>
#include <thread>

namespace createzoom::tests {

/// Answers every connection with the same bytes, and remembers what it was asked.
class CannedServer
{
public:
    explicit CannedServer(const QByteArray &answer)
    {
        std::promise<quint16> listening;
        std::future<quint16> port = listening.get_future();
        m_thread = std::jthread([this, answer, &listening](const std::stop_token &stop) {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost);
            listening.set_value(server.serverPort());
            while (!stop.stop_requested()) {
                if (!server.waitForNewConnection(20))
                    continue;
                const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
                while (!m_asked.contains("\r\n\r\n") && socket->waitForReadyRead(5000))
                    m_asked += socket->readAll();
                socket->write(answer);
                socket->disconnectFromHost();
                if (socket->state() != QAbstractSocket::UnconnectedState)
                    socket->waitForDisconnected(5000);
            }
        });
        m_port = port.get();
    }

    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_port); }
    /// Ends the server.
    QByteArray asked()
    {
        m_thread.request_stop();
        m_thread.join();
        return m_asked;
    }

private:
    quint16 m_port = 0;
    QByteArray m_asked{};
    std::jthread m_thread{};
};

inline QByteArray okAnswer(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace createzoom::tests
