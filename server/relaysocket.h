// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"

#include <QByteArray>
#include <QTcpSocket>

namespace createzoom {

/// What QHttpServer takes for a client's socket: bytes in memory. The client's real socket is known
/// to HttpConnection alone, so QHttpServer never sees a byte that was not judged, can never be made
/// to buffer, and its answer passes through our hands. It uses a socket as a QIODevice with the
/// signals readyRead and disconnected, in Qt 6.4 as in 6.8. Server thread; QHttpServer deletes it
/// after disconnected().
class RelaySocket : public QTcpSocket
{
    Q_OBJECT

public:
    RelaySocket(const QTcpSocket &client, QObject *parent);
    ~RelaySocket() override;
    RelaySocket(const RelaySocket &) = delete;
    RelaySocket &operator=(const RelaySocket &) = delete;

    /// Hands one whole request to QHttpServer and returns what it answers, which it does before
    /// this returns. Empty when it could not make sense of the request; the relay is of no use
    /// then.
    QByteArray exchange(const HttpRequest &request);
    /// Tells QHttpServer that the client is gone.
    void end();

    qint64 bytesAvailable() const override;
    bool isSequential() const override { return true; }
    bool atEnd() const override { return bytesAvailable() == 0; }
    void disconnectFromHost() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_request{};
    qsizetype m_position = 0;
    QByteArray m_answer{};
};

} // namespace createzoom
