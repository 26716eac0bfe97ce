// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/httptransfer.h"
#include "tests/support/bucketstandin.h"
#include "tests/support/cannedserver.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimer>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

class Keeper final : public BodyReceiver
{
public:
    QByteArray bytes{};
    Result<void> begin(const HttpReply &) override { return {}; }
    Result<void> take(const QByteArray &more) override
    {
        bytes += more;
        return {};
    }
};

const TransferLimits quick{.stallTimeout = std::chrono::milliseconds(300),
                           .callTimeout = std::chrono::seconds(5)};

} // namespace

class HttpTransferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestTellsNoMoreThanItMust();
    void anAddressGoesOutAsItCame_data();
    void anAddressGoesOutAsItCame();
    void anUnusableAddressIsRefused_data();
    void anUnusableAddressIsRefused();
    void theTokenStaysWithItsOrigin();
    void theTokenFollowsWithinItsOrigin();
    void redirectsInCirclesEnd();
    void aPutIsNotRedirected();
    void aBodyThatIsCutIsAnError();
    void aCutBodyIsNeverContinuedByASecondAnswer();
    void aSilentServerIsGivenUp();
    void aTrickleIsGivenUp();
    void anOperationEndsAtItsDeadline();
    void aStopEndsAWaitingTransferSoon();
    void ofALongRefusalOnlyTheStartIsKept();
    void anEndlessAnswerIsRefused();
};

void HttpTransferTest::aRequestTellsNoMoreThanItMust()
{
    CannedServer server({answer("200 OK\r\nSet-Cookie: id=1"_ba), answer("200 OK"_ba)});
    HttpTransfer http(quick, QDeadlineTimer::Forever);

    QVERIFY(http.send({.url = server.url("/a"_ba)}, {}));
    QVERIFY(http.send({.url = server.url("/b"_ba)}, {}));

    QCOMPARE(server.requests.size(), 2);
    QVERIFY(server.requests.first().toLower().contains("user-agent: createzoom/"));
    QVERIFY(server.requests.first().toLower().contains("accept-encoding: identity"));
    QVERIFY(!server.requests.first().toLower().contains("authorization"));
    QVERIFY(!server.requests.last().toLower().contains("cookie"));
}

void HttpTransferTest::anAddressGoesOutAsItCame_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("wire");

    QTest::newRow("encoded signs") << "/a%2Fb%2B%3A%25%23%3F%20?X=a%2Bb%2Fs3%3Aaws4%26%3D"_ba
                                   << "/a%2Fb%2B%3A%25%23%3F%20?X=a%2Bb%2Fs3%3Aaws4%26%3D"_ba;
    QTest::newRow("raw blanks") << "/o?d=attachment; filename=object"_ba
                                << "/o?d=attachment;%20filename=object"_ba;
    QTest::newRow("raw signs") << "/o+p:q?a=b+c:d/e?f"_ba
                               << "/o+p:q?a=b+c:d/e?f"_ba;
    QTest::newRow("double slashes") << "/a//b///c//"_ba
                                    << "/a//b///c//"_ba;
    QTest::newRow("umlauts") << "/Gr%C3%B6%C3%9Fe"_ba
                             << "/Gr%C3%B6%C3%9Fe"_ba;
}

void HttpTransferTest::anAddressGoesOutAsItCame()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, wire);
    CannedServer server({answer("200 OK"_ba)});
    HttpTransfer http(quick, QDeadlineTimer::Forever);

    QVERIFY(http.send({.url = server.url(path)}, {}));

    const QByteArray line = server.requests.first().left(server.requests.first().indexOf('\r'));
    QCOMPARE(line, "GET "_ba + wire + " HTTP/1.1"_ba);
}

void HttpTransferTest::anUnusableAddressIsRefused_data()
{
    QTest::addColumn<QByteArray>("url");

    QTest::newRow("file") << "file:///etc/passwd"_ba;
    QTest::newRow("data") << "data:text/plain,x"_ba;
    QTest::newRow("no host") << "http:///x"_ba;
    QTest::newRow("password") << "http://me:secret@127.0.0.1:1/x"_ba;
    QTest::newRow("nothing") << ""_ba;
}

void HttpTransferTest::anUnusableAddressIsRefused()
{
    QFETCH(QByteArray, url);
    HttpTransfer http(quick, QDeadlineTimer::Forever);

    const Result<HttpReply> reply = http.send({.url = url}, {});

    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::RemoteFailure);
    QVERIFY(!reply.error().message.contains(u"secret"_s));
}

void HttpTransferTest::theTokenStaysWithItsOrigin()
{
    CannedServer other({answer("200 OK"_ba, "there"_ba)});
    CannedServer server({answer("307 Temporary Redirect\r\nLocation: "_ba + other.url("/x"_ba))});
    HttpTransfer http(quick, QDeadlineTimer::Forever);
    const Secret token("top-secret"_ba);

    const Result<HttpReply> reply = http.send({.url = server.url("/a"_ba), .bearer = &token}, {});

    QVERIFY(reply);
    QCOMPARE(reply->body, "there"_ba);
    QVERIFY(server.requests.first().toLower().contains("authorization: bearer top-secret"));
    QVERIFY(!other.requests.first().contains("top-secret"));
}

void HttpTransferTest::theTokenFollowsWithinItsOrigin()
{
    CannedServer server({answer("308 Permanent Redirect\r\nLocation: /b"_ba), answer("200 OK"_ba)});
    HttpTransfer http(quick, QDeadlineTimer::Forever);
    const Secret token("top-secret"_ba);

    const Result<HttpReply> reply = http.send({.url = server.url("/a"_ba), .bearer = &token}, {});

    QVERIFY(reply);
    QVERIFY(server.requests.last().startsWith("GET /b "));
    QVERIFY(server.requests.last().toLower().contains("authorization: bearer top-secret"));
}

void HttpTransferTest::redirectsInCirclesEnd()
{
    CannedServer server;
    for (int i = 0; i < 20; ++i)
        server.add(answer("302 Found\r\nLocation: /a"_ba));
    HttpTransfer http(quick, QDeadlineTimer::Forever);

    const Result<HttpReply> reply = http.send({.url = server.url("/a"_ba)}, {});

    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::RemoteFailure);
    QVERIFY(server.requests.size() < 10);
}

void HttpTransferTest::aPutIsNotRedirected()
{
    CannedServer server({answer("307 Temporary Redirect\r\nLocation: /b"_ba), answer("200 OK"_ba)});
    HttpTransfer http(quick, QDeadlineTimer::Forever);

    const Result<HttpReply> reply = http.send({.verb = "PUT"_ba, .url = server.url("/a"_ba)}, {});

    QVERIFY(reply);
    QCOMPARE(reply->status, 307);
    QCOMPARE(server.requests.size(), 1);
}

void HttpTransferTest::aBodyThatIsCutIsAnError()
{
    CannedServer server({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"_ba});
    HttpTransfer http(quick, QDeadlineTimer::Forever);
    Keeper keeper;

    const Result<HttpReply> reply = http.receive({.url = server.url("/a"_ba)}, keeper, {});

    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::Network);
    QCOMPARE(reply.error().message, u"the connection was cut"_s);
    QCOMPARE(keeper.bytes, "half"_ba);
}

void HttpTransferTest::aCutBodyIsNeverContinuedByASecondAnswer()
{
    // Now and then Qt takes the cut body for the whole, or asks again in its midst: many rounds.
    QByteArray body;
    for (int i = 0; body.size() < 300'000; ++i)
        body += QByteArray::number(i) + ' ';
    BucketStandIn standIn;
    QVERIFY(standIn.putObject(u"b1"_s, u"a"_s, body));
    const Secret token("editor-token"_ba);
    const QByteArray presign = standIn.apiUrl().toUtf8() + "/v1/buckets/b1/a?redirect=false"_ba;
    for (int round = 0; round < 40; ++round) {
        QVERIFY(standIn.addFault({{"on"_L1, "get"_L1}, {"drop_after"_L1, 150'000}}));
        HttpTransfer http(quick, QDeadlineTimer::Forever);
        const Result<HttpReply> address = http.send({.url = presign, .bearer = &token}, {});
        QVERIFY(address);
        const QByteArray url = QJsonDocument::fromJson(address->body)["url"_L1].toString().toUtf8();
        Keeper keeper;

        const Result<HttpReply> reply = http.receive({.url = url}, keeper, {});

        QVERIFY(body.startsWith(keeper.bytes));
        QCOMPARE(reply.has_value(), keeper.bytes.size() == body.size());
    }
}

void HttpTransferTest::aSilentServerIsGivenUp()
{
    CannedServer server;
    HttpTransfer http(quick, QDeadlineTimer::Forever);

    const Result<HttpReply> reply = http.send({.url = server.url("/a"_ba)}, {});

    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::Network);
    QCOMPARE(reply.error().message, u"the transfer stalled"_s);
}

void HttpTransferTest::aTrickleIsGivenUp()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTimer drip;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        connect(&drip, &QTimer::timeout, socket, [socket] { socket->write("x"); });
        drip.start(50);
    });
    HttpTransfer http(quick, QDeadlineTimer(std::chrono::seconds(20)));
    Keeper keeper;

    const QByteArray url = "http://127.0.0.1:"_ba + QByteArray::number(server.serverPort()) + '/';
    const Result<HttpReply> reply = http.receive({.url = url}, keeper, {});

    QVERIFY(!reply);
    QCOMPARE(reply.error().message, u"the transfer is too slow"_s);
}

void HttpTransferTest::anOperationEndsAtItsDeadline()
{
    CannedServer server;
    HttpTransfer http({.stallTimeout = std::chrono::seconds(30)},
                      QDeadlineTimer(std::chrono::milliseconds(200)));

    const Result<HttpReply> reply = http.send({.url = server.url("/a"_ba)}, {});

    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::Timeout);
}

void HttpTransferTest::aStopEndsAWaitingTransferSoon()
{
    CannedServer server;
    HttpTransfer http({.stallTimeout = std::chrono::seconds(60)}, QDeadlineTimer::Forever);
    std::stop_source stop;
    QTimer::singleShot(50, this, [&] { stop.request_stop(); });

    const Result<HttpReply> reply = http.send({.url = server.url("/a"_ba)}, {stop.get_token(), {}});

    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::Cancelled);
}

void HttpTransferTest::ofALongRefusalOnlyTheStartIsKept()
{
    CannedServer server({answer("404 Not Found"_ba, QByteArray(3'000'000, 'x'))});
    HttpTransfer http(quick, QDeadlineTimer::Forever);
    Keeper keeper;

    const Result<HttpReply> reply = http.receive({.url = server.url("/a"_ba)}, keeper, {});

    QVERIFY(reply);
    QCOMPARE(reply->status, 404);
    QCOMPARE(reply->body.size(), 64 << 10);
    QVERIFY(keeper.bytes.isEmpty());
}

void HttpTransferTest::anEndlessAnswerIsRefused()
{
    CannedServer server({answer("200 OK"_ba, QByteArray(17 << 20, ' '))});
    HttpTransfer http(quick, QDeadlineTimer::Forever);

    const Result<HttpReply> reply = http.send({.url = server.url("/a"_ba)}, {});

    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::RemoteFailure);
}

QTEST_GUILESS_MAIN(HttpTransferTest)
#include "tst_httptransfer.moc"
