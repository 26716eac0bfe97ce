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

    /// A header line; names in any case, as HTTP has it and QHttpServer of Qt 6.8 writes them in
    /// lower case.
    bool has(const QByteArray &line) const
    {
        const auto withLowerName = [](const QByteArray &text) {
            const qsizetype colon = text.indexOf(':');
            return text.left(colon).toLower() + text.mid(colon);
        };
        for (const QByteArray &each : head.split('\n')) {
            if (withLowerName(each.trimmed()) == withLowerName(line))
                return true;
        }
        return false;
    }
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
