// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/privateaddress.h"
#include "core/transfer/webhook.h"
#include "tests/support/cannedserver.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const WebhookMessage message{.id = "msg-1", .sentAt = 1'614'265'330'999, .body = "{\"a\":1}"};

} // namespace

class TestWebhook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signaturesAreThoseOfTheStandard_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("signature");
        // Computed by Python's hmac; the first secret is that of the standard's own example.
        QTest::newRow("encoded") << "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"_ba
                                 << "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="_ba;
        QTest::newRow("text") << "any text"_ba
                              << "v1,H3VOJ2o6ZS4k1x91jkPYHEndIaIZSAgfpZEheP0o+0o="_ba;
        QTest::newRow("prefix, no base64") << "whsec_*"_ba
                                           << "v1,3mLNi8UH3F7OSbFEueUv1HHjz+hLBv7XgmBe7HLl0TY="_ba;
    }
    void signaturesAreThoseOfTheStandard()
    {
        QFETCH(QByteArray, secret);
        QTEST(webhookSignature(Secret(secret),
                               {.id = "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                .sentAt = 1'614'265'330'000,
                                .body = "{\"test\": 2432232314}"}),
              "signature");
    }

    void privateAddressesAreKnown_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("expected");
        for (const char *host : {"127.0.0.1",
                                 "127.255.0.9",
                                 "localhost",
                                 "a.localhost",
                                 "0.0.0.0",
                                 "10.1.2.3",
                                 "100.64.0.1",
                                 "169.254.169.254",
                                 "172.31.255.255",
                                 "192.168.0.1",
                                 "192.0.0.8",
                                 "198.19.0.1",
                                 "224.0.0.1",
                                 "255.255.255.255",
                                 "::",
                                 "::1",
                                 "::7f00:1",
                                 "::ffff:10.0.0.1",
                                 "64:ff9b::a00:1",
                                 "64:ff9b:1::1",
                                 "2002:c0a8:1::1",
                                 "fd00::1",
                                 "fe80::1",
                                 "fe80::1%eth0",
                                 "fec0::1",
                                 "ff02::1"})
            QTest::newRow(host) << QString::fromLatin1(host) << true;
        for (const char *host : {"8.8.8.8",
                                 "172.32.0.1",
                                 "100.128.0.1",
                                 "2001:4860:4860::8888",
                                 "::ffff:8.8.8.8",
                                 "64:ff9b::808:808",
                                 "2002:808:808::1",
                                 "lab.example.org"})
            QTest::newRow(host) << QString::fromLatin1(host) << false;
    }
    void privateAddressesAreKnown()
    {
        QFETCH(QString, host);
        QTEST(isPrivateHost(host), "expected");
    }

    void aReceiverIsTold()
    {
        CannedServer server({answer("204 No Content")});
        const Callback callback{.url = QUrl::fromEncoded(server.url("/hook?key=a%2Fb")),
                                .secret = Secret("key")};

        const Result<void> told = Webhooks({.mayCallPrivate = true}).tell(callback, message, {});

        QVERIFY2(told, told ? "" : qPrintable(told.error().message));
        const QByteArray request = server.requests.value(0);
        QVERIFY(request.startsWith("POST /hook?key=a%2Fb HTTP/1.1\r\n"));
        QCOMPARE(fieldOf(request, "webhook-id"), "msg-1"_ba);
        QCOMPARE(fieldOf(request, "webhook-timestamp"), "1614265330"_ba);
        QCOMPARE(fieldOf(request, "webhook-signature"), webhookSignature(Secret("key"), message));
        QCOMPARE(fieldOf(request, "content-type"), "application/json"_ba);
        QCOMPARE(fieldOf(request, "authorization"), QByteArray());
    }

    void aNameIsCalledByTheAddressThatWasJudged()
    {
        CannedServer server({answer("200 OK")});
        QUrl url = QUrl::fromEncoded(server.url("/"));
        url.setHost(u"localhost"_s);

        QVERIFY(Webhooks({.mayCallPrivate = true}).tell({.url = url}, message, {}));

        const QByteArray request = server.requests.value(0);
        QCOMPARE(fieldOf(request, "host"), url.authority().toLatin1());
        QCOMPARE(fieldOf(request, "webhook-signature"), QByteArray()); // no secret
    }

    void whatIsAnsweredDecides_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<std::optional<ErrorCode>>("expected");
        const auto row = [](const char *status, std::optional<ErrorCode> expected) {
            QTest::newRow(status) << QByteArray(status) << expected;
        };
        row("200 OK", {});
        row("202 Accepted", {});
        row("302 Found", ErrorCode::RemoteFailure);
        row("400 Bad Request", ErrorCode::RemoteFailure);
        row("410 Gone", ErrorCode::NotFound);
        row("503 Service Unavailable", ErrorCode::RemoteFailure);
    }
    void whatIsAnsweredDecides()
    {
        QFETCH(QByteArray, status);
        CannedServer server({answer(status + "\r\nLocation: http://127.0.0.1:1/")});

        const Result<void> told
            = Webhooks({.mayCallPrivate = true})
                  .tell({.url = QUrl::fromEncoded(server.url("/"))}, message, {});

        QTEST(told ? std::optional<ErrorCode>() : told.error().code, "expected");
        QCOMPARE(server.requests.size(), 1);
    }

    void neighboursAreNotCalled_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("address") << u"127.0.0.1"_s;
        QTest::newRow("name that leads there") << u"localhost"_s;
        QTest::newRow("address in another") << u"::ffff:127.0.0.1"_s;
    }
    void neighboursAreNotCalled()
    {
        QFETCH(QString, host);
        CannedServer server({answer("200 OK")});
        QUrl url = QUrl::fromEncoded(server.url("/"));
        url.setHost(host);

        const Webhooks webhooks({.mayCallPrivate = false});
        QCOMPARE(webhooks.check(url).error().code, ErrorCode::InvalidRequest);
        QCOMPARE(webhooks.check(url).error().field, u"#/callback/url"_s);
        QCOMPARE(webhooks.tell({.url = url}, message, {}).error().code, ErrorCode::Forbidden);
        QVERIFY(server.requests.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWebhook)
#include "tst_webhook.moc"
