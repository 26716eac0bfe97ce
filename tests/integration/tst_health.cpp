// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/healthcommand.h"
#include "tests/integration/serverprocess.h"
#include "tests/support/redisprocess.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using namespace createzoom::tests;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray text{}; ///< of both outputs
};

Outcome askHealth(const QStringList &arguments, const QMap<QString, QString> &variables = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(programPath(u"createzoomd"_s), QStringList{u"health"_s} + arguments);
    process.waitForFinished();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAll()};
}

QString listenOf(const QUrl &url)
{
    return u"%1:%2"_s.arg(url.host()).arg(url.port());
}

} // namespace

/// What supervisors and containers ask.
class TestHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerIsAliveUntilItEnds()
    {
        ServerProcess server;
        QVERIFY(server.start({u"--iam-url"_s, QString()}));
        const QStringList named{u"--server"_s, server.url().toString()};

        const Outcome alive = askHealth(named);
        const Outcome ready = askHealth(named + QStringList{u"--ready"_s});
        const Outcome bySetting = askHealth({}, {{u"CREATEZOOM_LISTEN"_s, listenOf(server.url())}});
        QCOMPARE(server.terminate(), 0);
        const Outcome gone = askHealth(named);

        QCOMPARE(alive.text, "alive\n");
        QCOMPARE(alive.exitCode, 0);
        QCOMPARE(ready.text, "ready\n");
        QCOMPARE(ready.exitCode, 0);
        QCOMPARE(bySetting.text, "alive\n");
        QCOMPARE(gone.exitCode, 1);
        QVERIFY2(gone.text.contains("no answer from http://127.0.0.1:"), gone.text.constData());
    }

    void aServerWithoutItsStoreIsAliveButNotReady()
    {
        RedisProcess redis;
        QVERIFY(redis.isRunning());
        ServerProcess server;
        server.setVariable(u"REDIS_URL"_s, u"redis://127.0.0.1:%1"_s.arg(redis.port()));
        server.setVariable(u"CREATEZOOM_TOKEN_KEYS"_s,
                           u"k1:"_s + QString::fromLatin1(QByteArray(32, 'k').toBase64()));
        QVERIFY(server.start({u"--iam-url"_s, QString()}));
        const QStringList named{u"--server"_s, server.url().toString()};
        QTRY_COMPARE(askHealth(named + QStringList{u"--ready"_s}).exitCode, 0);

        redis.kill();

        QTRY_COMPARE(askHealth(named + QStringList{u"--ready"_s}).exitCode, 1);
        QCOMPARE(askHealth(named).exitCode, 0);
    }

    void whoSpeaksNoHttpIsNotAlive()
    {
        QTcpServer stranger;
        QVERIFY(stranger.listen(QHostAddress::LocalHost));
        connect(&stranger, &QTcpServer::newConnection, this, [&stranger] {
            QTcpSocket *const socket = stranger.nextPendingConnection();
            socket->write("220 mail.example ESMTP\r\n");
        });
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);

        process.start(programPath(u"createzoomd"_s),
                      {u"health"_s, u"--server"_s, u"127.0.0.1:%1"_s.arg(stranger.serverPort())});

        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAll().contains("it speaks no HTTP"));
    }

    void wrongCallsAreToldApart_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("roles");
        QTest::newRow("no address") << QStringList{u"--server"_s, u"ftp://x"_s} << u"api"_s;
        QTest::newRow("a word too many") << QStringList{u"now"_s} << u"api"_s;
        QTest::newRow("nobody listens") << QStringList{} << u"processor"_s;
        QTest::newRow("wrong setting") << QStringList{} << u"cook"_s;
    }
    void wrongCallsAreToldApart()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, roles);

        QCOMPARE(askHealth(arguments, {{u"CREATEZOOM_ROLES"_s, roles}}).exitCode, 2);
    }

    void theSettingsSayWhereToAsk_data()
    {
        QTest::addColumn<QString>("listen");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("peerListen");
        QTest::addColumn<QUrl>("asked");
        const QString any = u"0.0.0.0:8000"_s;
        QTest::newRow("loopback") << u"127.0.0.1:8000"_s << QString() << u"api"_s << QString()
                                  << QUrl(u"http://127.0.0.1:8000"_s);
        QTest::newRow("all addresses")
            << any << QString() << u"api"_s << QString() << QUrl(u"http://127.0.0.1:8000"_s);
        QTest::newRow("all, by a star")
            << u"*:80"_s << QString() << u"api"_s << QString() << QUrl(u"http://127.0.0.1:80"_s);
        QTest::newRow("all of IPv6")
            << u"[::]:8000"_s << QString() << u"api"_s << QString() << QUrl(u"http://[::1]:8000"_s);
        QTest::newRow("TLS") << u"zoom.lab:443"_s << u"cert.pem"_s << u"api"_s << QString()
                             << QUrl(u"https://zoom.lab:443"_s);
        QTest::newRow("a worker") << any << u"cert.pem"_s << u"processor"_s << u"0.0.0.0:8001"_s
                                  << QUrl(u"http://127.0.0.1:8001"_s);
        QTest::newRow("a worker on its own")
            << any << QString() << u"processor"_s << QString() << QUrl();
    }
    void theSettingsSayWhereToAsk()
    {
        QFETCH(const QString, listen);
        QFETCH(const QString, certificate);
        QFETCH(const QString, role);
        QFETCH(const QString, peerListen);
        QFETCH(const QUrl, asked);
        const Settings settings{.listen = listen,
                                .tlsCertificate = certificate,
                                .roles = {role},
                                .peerListen = peerListen};

        QCOMPARE(healthAddress(settings), asked);
    }
};

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
