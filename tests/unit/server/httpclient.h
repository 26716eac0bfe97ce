// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>
#include <QUrl>

namespace createzoom {

struct ReceivedAnswer
{
    int status = 0; ///< 0: the connection ended, or nothing came in time
    QByteArray head{};
    QByteArray body{};

    bool has(const QByteArray &line) const { return head.contains("\r\n" + line + "\r\n"); }
};

/// A client that sends whatever bytes it is given, and waits. No event loop needed.
class HttpClient
{
public:
    explicit HttpClient(const QUrl &server);

    void send(const QByteArray &bytes);
    ReceivedAnswer receive(bool isHead = false);
    ReceivedAnswer ask(const QByteArray &bytes);
    bool waitForEnd();
    QTcpSocket &socket() { return m_socket; }

private:
    bool fillUntil(qsizetype size);

    QTcpSocket m_socket{};
    QByteArray m_received{};
};

/// "GET path HTTP/1.1" with a Host.
QByteArray getRequest(const QByteArray &path);
QByteArray postRequest(const QByteArray &path, const QByteArray &body);

} // namespace createzoom
