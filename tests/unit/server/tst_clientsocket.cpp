// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clientsocket.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace createzoom;
using std::chrono::milliseconds;

/// When a client counts as one that does not take what it is owed.
class TestClientSocket : public QObject
{
    Q_OBJECT

private:
    static constexpr qsizetype large = 48 << 20; ///< more than two kernels take
    HttpLimits m_limits{.writeStall = milliseconds(100)};
    std::unique_ptr<QTcpSocket> m_client;
    std::unique_ptr<ClientSocket> m_socket;

    /// As a secured socket does at the end of a handshake.
    void writeBesides() { m_socket->socket().write("ticket"); }

private Q_SLOTS:
    void init()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        m_client = std::make_unique<QTcpSocket>();
        m_client->setReadBufferSize(1);
        m_client->connectToHost(server.serverAddress(), server.serverPort());
        QVERIFY(server.waitForNewConnection(5'000));
        std::unique_ptr<QTcpSocket> accepted(server.nextPendingConnection());
        accepted->setParent(nullptr);
        m_socket = std::make_unique<ClientSocket>(std::move(accepted), m_limits);
    }

    void cleanup()
    {
        m_socket.reset();
        m_client.reset();
    }

    void whoTakesNothingIsStalled_data()
    {
        QTest::addColumn<bool>("isWritingBesides");
        QTest::newRow("an answer") << false;
        QTest::newRow("an answer beside other bytes") << true;
    }

    void whoTakesNothingIsStalled()
    {
        QFETCH(bool, isWritingBesides);
        if (isWritingBesides)
            writeBesides();

        m_socket->write(QByteArray(large, 'x'));

        QVERIFY(!m_socket->isStalled());
        // Not QTRY_VERIFY: it asks once more, and the next period has begun.
        QVERIFY(QTest::qWaitFor([this] { return m_socket->isStalled(); }));
    }

    void whoIsOwedNothingIsNotStalled()
    {
        const QDeadlineTimer later(2 * m_limits.writeStall);
        m_socket->write("short");

        QTRY_VERIFY(later.hasExpired());

        QVERIFY(!m_socket->isStalled());
    }
};

QTEST_GUILESS_MAIN(TestClientSocket)
#include "tst_clientsocket.moc"
