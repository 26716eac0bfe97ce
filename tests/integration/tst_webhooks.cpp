// SPDX-License-Identifier: GPL-3.0-or-later
// A service tells of the end of jobs.
#include "tests/integration/sampleimages.h"
#include "tests/integration/servicefixture.h"
#include "tests/support/cannedserver.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

QByteArray bodyOf(const QByteArray &request)
{
    return request.sliced(request.indexOf("\r\n\r\n") + 4);
}

/// As a receiver checks it, without our own code.
QByteArray signatureOf(const QByteArray &request, const QByteArray &key)
{
    const QByteArray text = fieldOf(request, "webhook-id") + '.'
        + fieldOf(request, "webhook-timestamp") + '.' + bodyOf(request);
    return "v1,"
        + QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256).toBase64();
}

/// Does a file of the folder, the database above all?
bool holds(const QString &folder, const QByteArray &text)
{
    bool isRead = false;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        isRead = true;
        if (file.readAll().contains(text))
            return true;
    }
    return !isRead;
}

} // namespace

class TestWebhooks : public QObject
{
    Q_OBJECT

private:
    static QByteArray submitBody(const QByteArray &object, const QByteArray &url)
    {
        return "{\"source\":{\"bucket\":\"b1/" + object
            + "\"},\"target\":\"b1/out\",\"token\":\"editor-token\",\"callback\":{\"url\":\"" + url
            + "\",\"secret\":\"a shared key\"}}";
    }
    static HttpReply
    submit(ServiceFixture &service, const QByteArray &object, const QByteArray &url)
    {
        return service.server.request("POST", u"/api/v1/jobs"_s, submitBody(object, url));
    }

private Q_SLOTS:
    void theEndOfAJobIsTold_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QString>("type");
        QTest::newRow("done") << "in/a.tif"_ba << u"job.done"_s;
        QTest::newRow("failed") << "in/none.tif"_ba << u"job.failed"_s;
    }
    void theEndOfAJobIsTold()
    {
        QFETCH(QByteArray, object);
        QFETCH(QString, type);
        ServiceFixture service;
        QVERIFY(service.start({u"--private-callbacks"_s, u"yes"_s}));
        QVERIFY(service.put(u"in/a.tif"_s, tiffImage({300, 200})));
        CannedServer receiver({answer("503 Service Unavailable"), answer("204 No Content")});

        const HttpReply accepted = submit(service, object, receiver.url("/hook?private=way"));
        QCOMPARE(accepted.status, 202);
        const QString id = accepted.json().value(u"id").toString();
        QVERIFY(QTest::qWaitFor([&] { return receiver.requests.size() >= 2; }, 60'000));

        const QByteArray &told = receiver.requests.at(1);
        QVERIFY(told.startsWith("POST /hook?private=way HTTP/1.1"));
        QCOMPARE(fieldOf(told, "webhook-signature"), signatureOf(told, "a shared key"));
        QCOMPARE(fieldOf(told, "webhook-id"), fieldOf(receiver.requests.at(0), "webhook-id"));
        const QJsonObject message = QJsonDocument::fromJson(bodyOf(told)).object();
        QCOMPARE(message.value(u"type").toString(), type);
        QCOMPARE(message.value(u"data").toObject().value(u"id").toString(), id);
        QVERIFY(!told.contains("editor-token"));

        // The job says what became of it, and not where it went.
        QByteArray log;
        QVERIFY(QTest::qWaitFor(
            [&] {
                log = service.server
                          .request("GET", u"/api/v1/jobs/"_s + id + u"/log"_s, {}, "editor-token")
                          .body;
                return log.contains("told http://127.0.0.1");
            },
            30'000));
        QVERIFY(log.contains("could not tell http://127.0.0.1"));
        QVERIFY(!log.contains("private=way"));
        QVERIFY(!service.server.log().contains("private=way"));
    }

    void oneThatWasNotToldYetOutlivesTheServer()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--private-callbacks"_s, u"yes"_s}));
        CannedServer receiver; // takes the call and says nothing
        QCOMPARE(submit(service, "in/none.tif", receiver.url("/hook")).status, 202);
        QVERIFY(QTest::qWaitFor([&] { return !receiver.requests.isEmpty(); }, 60'000));
        QVERIFY(!holds(service.server.dataFolder(), "a shared key"));

        QCOMPARE(service.server.terminate(), 0);
        receiver.add(answer("200 OK"));
        QVERIFY(service.startServer({u"--private-callbacks"_s, u"yes"_s}));

        QVERIFY(QTest::qWaitFor([&] { return receiver.requests.size() >= 2; }, 60'000));
        QCOMPARE(fieldOf(receiver.requests.at(1), "webhook-id"),
                 fieldOf(receiver.requests.at(0), "webhook-id"));
    }

    void neighboursAreRefusedByDefault()
    {
        ServiceFixture service;
        QVERIFY(service.start());

        const HttpReply refused = submit(service, "in/a.tif", "http://127.0.0.1:9/");

        QCOMPARE(refused.status, 400);
        const QJsonObject error = refused.json().value(u"errors").toArray().first().toObject();
        QCOMPARE(error.value(u"pointer").toString(), u"#/callback/url"_s);
        QCOMPARE(service.server.request("GET", u"/api/v1/jobs"_s, {}, "editor-token")
                     .json()
                     .value(u"jobs")
                     .toArray()
                     .size(),
                 0);
    }
};

QTEST_GUILESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
