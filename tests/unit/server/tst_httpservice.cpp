// SPDX-License-Identifier: GPL-3.0-or-later
// The door itself: TLS, how much one address may have, who makes room for others.
#include "server/httpservice.h"
#include "server/tlsfiles.h"
#include "tests/support/resultvalue.h"
#include "tests/unit/server/httpclient.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <deque>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype largeSize = 24 << 20; ///< more than the kernel takes for who does not read

Router router()
{
    const auto answer = [](const QByteArray &body) {
        return [body](const HttpRequest &) {
            return HttpAnswer{.body = body, .contentType = "text/plain"};
        };
    };
    return {{{"GET", "/", Place::Server, answer("hello")},
             {"GET", "/large", Place::Store, answer(QByteArray(largeSize, 'x'))}},
            CorsPolicy({})};
}

struct Running
{
    explicit Running(HttpDoor door)
        : service(router(), std::move(door))
        , url(valueOf(service.start(u"127.0.0.1:0"_s)))
    {}

    HttpService service;
    QUrl url;
};

} // namespace

class TestHttpService : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file(const QString &name) const { return m_folder.filePath(name); }
    /// A certificate of that name and its key, signed by itself.
    bool makeCertificate(const QString &name, const QString &form)
    {
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder.path());
        openssl.start(
            u"openssl"_s,
            u"req -x509 -nodes -days 2 -newkey %1 -subj /CN=%2 -keyout %2.key -out %2.pem"_s
                .arg(form, name)
                .split(u' '));
        return openssl.waitForFinished() && openssl.exitCode() == 0;
    }
    HttpDoor securedDoor() const
    {
        return {.limits = {.headerTime = milliseconds(300), .writeStall = milliseconds(300)},
                .tlsCertificate = file(u"rsa.pem"_s),
                .tlsKey = file(u"rsa.key"_s)};
    }
    static void connectTo(QSslSocket &socket, const QUrl &url)
    {
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(url.host(), quint16(url.port()));
        socket.waitForEncrypted();
    }

    /// What GET / brings over TLS.
    static QByteArray secured(const QUrl &url)
    {
        QSslSocket client;
        connectTo(client, url);
        client.write(getRequest("/"));
        QByteArray answer;
        while (!answer.endsWith("hello") && client.waitForReadyRead(1'000))
            answer += client.readAll();
        return answer;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(makeCertificate(u"rsa"_s, u"rsa:2048"_s));
        QVERIFY(makeCertificate(u"ec"_s, u"ec -pkeyopt ec_paramgen_curve:prime256v1"_s));
    }

    void securedServerAnswers()
    {
        const Running running(securedDoor());
        QCOMPARE(running.url.scheme(), u"https"_s);
        QSslSocket client;
        connectTo(client, running.url);
        QVERIFY(client.isEncrypted());
        QCOMPARE(client.peerCertificate().subjectInfo(QSslCertificate::CommonName),
                 QStringList{u"rsa"_s});

        const QByteArray answer = secured(running.url);

        QVERIFY2(answer.startsWith("HTTP/1.1 200") && answer.endsWith("hello"), answer.constData());
    }

    void strangersToTlsHarmNobody_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain HTTP") << getRequest("/");
        QTest::newRow("noise") << QByteArray(4096, '\x16');
        QTest::newRow("nothing") << QByteArray();
    }

    void strangersToTlsHarmNobody()
    {
        QFETCH(QByteArray, bytes);
        const Running running(securedDoor());
        HttpClient stranger(running.url);

        stranger.send(bytes);

        QVERIFY(stranger.waitForEnd());
        QSslSocket client;
        connectTo(client, running.url);
        QVERIFY(client.isEncrypted());
    }

    /// What is encrypted already is owed as well.
    void securedReaderThatStallsIsCutOff()
    {
        HttpDoor door = securedDoor();
        door.limits.connections = 1;
        door.limits.lingerTime = milliseconds(20);
        const Running running(door);
        QSslSocket client;
        client.setReadBufferSize(1);
        connectTo(client, running.url);
        QVERIFY(client.isEncrypted());

        client.write(getRequest("/large"));
        client.flush();
        QVERIFY(client.waitForReadyRead());

        // There is room for one: when somebody else gets in, the reader was thrown out.
        QTRY_VERIFY_WITH_TIMEOUT(secured(running.url).endsWith("hello"), 10'000);
    }

    void unusableCertificatesAreRefused_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::newRow("no certificate") << u"none.pem"_s << u"rsa.key"_s;
        QTest::newRow("no key") << u"rsa.pem"_s << u"none.key"_s;
        QTest::newRow("a key for a certificate") << u"rsa.key"_s << u"rsa.key"_s;
        QTest::newRow("a certificate for a key") << u"rsa.pem"_s << u"rsa.pem"_s;
    }

    void unusableCertificatesAreRefused()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        HttpService service(router(), {.tlsCertificate = file(certificate), .tlsKey = file(key)});

        const Result<QUrl> started = service.start(u"127.0.0.1:0"_s);

        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::Usage);
    }

    void renewedCertificateIsReadAgain()
    {
        const QString pem = file(u"live.pem"_s);
        const QString key = file(u"live.key"_s);
        const auto install = [&](const QString &name) {
            QFile::remove(pem);
            QFile::remove(key);
            return QFile::copy(file(name + u".pem"_s), pem)
                && QFile::copy(file(name + u".key"_s), key);
        };
        const auto nameOf = [](const QSslConfiguration &configuration) {
            return configuration.localCertificate()
                .subjectInfo(QSslCertificate::CommonName)
                .value(0);
        };
        QVERIFY(install(u"rsa"_s));
        auto opened = TlsFiles::open(pem, key, milliseconds(0));
        QVERIFY(opened);
        QCOMPARE(nameOf(opened->current()), u"rsa"_s);

        QVERIFY(install(u"ec"_s));
        QTRY_COMPARE(nameOf(opened->current()), u"ec"_s);

        QVERIFY(QFile::remove(key));
        QCOMPARE(nameOf(opened->current()), u"ec"_s);
    }

    void oneAddressMayHaveSoMany_data()
    {
        QTest::addColumn<QStringList>("proxies");
        QTest::addColumn<int>("status");
        QTest::newRow("a client") << QStringList() << 503;
        QTest::newRow("a proxy") << QStringList{u"127.0.0.1"_s} << 200;
        QTest::newRow("a network of proxies")
            << QStringList{u"10.0.0.0/8"_s, u"127.0.0.0/8"_s} << 200;
        QTest::newRow("another proxy") << QStringList{u"10.0.0.0/8"_s} << 503;
    }

    void oneAddressMayHaveSoMany()
    {
        QFETCH(QStringList, proxies);
        const Running running({.limits = {.connectionsPerAddress = 2}, .trustedProxies = proxies});
        std::deque<HttpClient> clients;
        for (int i = 0; i < 2; ++i) {
            clients.emplace_back(running.url);
            QCOMPARE(clients.back().ask(getRequest("/")).status, 200);
        }

        HttpClient third(running.url);
        QTEST(third.ask(getRequest("/")).status, "status");

        clients.pop_front();
        int status = 0;
        const auto getsIn = [&] { // once: QTRY asks again
            if (status != 200)
                status = HttpClient(running.url).ask(getRequest("/")).status;
            return status == 200;
        };
        QTRY_VERIFY(getsIn());
    }

    void beyondTheLimitHesitantClientsMakeRoom_data()
    {
        QTest::addColumn<QByteArray>("begun");
        QTest::newRow("silent") << QByteArray();
        QTest::newRow("amid a head") << QByteArray("GET / HTTP/1.1\r\nHo");
    }

    void beyondTheLimitHesitantClientsMakeRoom()
    {
        QFETCH(QByteArray, begun);
        const Running running(
            {.limits
             = {.connections = 3, .askTime = milliseconds(0), .lingerTime = milliseconds(20)}});
        HttpClient kept(running.url);
        QCOMPARE(kept.ask(getRequest("/")).status, 200);
        std::deque<HttpClient> hesitant;
        for (int i = 0; i < 2; ++i) {
            hesitant.emplace_back(running.url);
            hesitant.back().send(begun);
        }

        QTRY_COMPARE(HttpClient(running.url).ask(getRequest("/")).status, 200);
        QVERIFY(hesitant.front().waitForEnd());
        QCOMPARE(kept.ask(getRequest("/")).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestHttpService)
#include "tst_httpservice.moc"
