// SPDX-License-Identifier: GPL-3.0-or-later
// The door itself: TLS, how much one address may have, who makes room for others.
#include "server/httpframing.h"
#include "server/httpservice.h"
#include "server/tlsfiles.h"
#include "tests/support/resultvalue.h"
#include "tests/unit/server/httpclient.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
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

/// Requests in a row, some of them changed at one place.
QByteArray someRequests(QRandomGenerator &random)
{
    static const QByteArrayList good{
        "GET / HTTP/1.1\r\nHost: h\r\n\r\n",
        "POST /count HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nGET /",
        "GET /count?a=b HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n",
        "POST /count HTTP/1.1\r\nHost: h\r\nContent-Length: 37\r\n\r\n"
        "POST /count HTTP/1.1\r\nHost: h\r\n\r\n123",
        "HEAD /count HTTP/1.1\r\nHost: h\r\n\r\n",
        "DELETE /nothing HTTP/1.1\r\nHost: h\r\nA: b\r\n\r\n"};
    static const QByteArray changes = "\r\n :,;0159xX-\t/GH";
    QByteArray stream;
    for (int i = random.bounded(1, 20); i > 0; --i) {
        QByteArray request = good[random.bounded(good.size())];
        if (random.bounded(8) == 0)
            request[random.bounded(request.size())] = changes[random.bounded(changes.size())];
        stream += request;
    }
    return stream;
}

/// What must come of it: requests that reach a handler, and answers, that of a refusal too.
struct Expected
{
    int handled = 0;
    int answers = 0;
};

Expected expectedOf(const QByteArray &stream, const Router &routes)
{
    Expected expected;
    RequestFramer framer{HttpLimits{}};
    for (qsizetype used = 0; used < stream.size();) {
        used += framer.feed(QByteArrayView(stream).sliced(used));
        if (framer.state() == RequestFramer::State::Refused) {
            ++expected.answers;
            return expected;
        }
        if (framer.state() != RequestFramer::State::Complete)
            continue;
        const HttpRequest request = framer.take();
        ++expected.answers;
        expected.handled += routes.target(request).route != nullptr ? 1 : 0;
        if (!request.keepsAlive)
            return expected;
    }
    return expected;
}

/// Asks until the answer is yes, and then no more: QTRY looks twice, and who got in once may find
/// its own place taken.
template<typename Ask>
auto once(Ask ask)
{
    return [ask, isDone = false]() mutable {
        isDone = isDone || ask();
        return isDone;
    };
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
        socket.waitForEncrypted(2'000); // whoever is not let in asks again
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
        // Without an event loop, in which the reader would go on reading.
        const QDeadlineTimer deadline(10'000);
        bool isIn = false;
        while (!isIn && !deadline.hasExpired())
            isIn = secured(running.url).endsWith("hello");
        QVERIFY(isIn);
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

    /// 10,000 requests and more, good and bad, cut anywhere: QHttpServer and the guard never
    /// disagree about where one ends.
    void whatWasFramedIsWhatIsHandled()
    {
        std::atomic<int> handled = 0;
        const auto count = [&handled](const HttpRequest &) {
            ++handled;
            return HttpAnswer{};
        };
        const Router routes({{"GET", "/", Place::Server, count},
                             {"GET", "/count", Place::Store, count},
                             {"POST", "/count", Place::Server, count}},
                            CorsPolicy({}));
        // Who is refused still sends: an end before it has read the answer could take that along.
        HttpService service(routes, {.limits = {.lingerTime = milliseconds(1'000)}});
        const QUrl url = valueOf(service.start(u"127.0.0.1:0"_s));
        QRandomGenerator random(20261126); // the same each time
        static const QRegularExpression statusLine(u"HTTP/1\\.1 [0-9]{3} "_s);
        int requests = 0;
        while (requests < 10'000) {
            const QByteArray stream = someRequests(random);
            const Expected expected = expectedOf(stream, routes);
            handled = 0;
            HttpClient client(url);
            for (qsizetype sent = 0; sent < stream.size();) {
                const qsizetype size = random.bounded(1, 200);
                client.send(stream.mid(sent, size));
                sent += size;
            }
            QByteArray answers;
            while (QString::fromLatin1(answers).count(statusLine) < expected.answers
                   && client.socket().waitForReadyRead(5'000))
                answers += client.socket().readAll();
            QCOMPARE(QString::fromLatin1(answers).count(statusLine), expected.answers);
            QCOMPARE(handled.load(), expected.handled);
            requests += expected.answers;
        }
        service.stop();
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
        auto getsIn
            = once([&] { return HttpClient(running.url).ask(getRequest("/")).status == 200; });
        QTRY_VERIFY(getsIn());
    }

    void oneClientOfAProxyMayHaveSoMany_data()
    {
        QTest::addColumn<QByteArray>("forwarded"); // of the third request
        QTest::addColumn<int>("status");
        QTest::newRow("the same") << QByteArray("192.0.2.7") << 503;
        QTest::newRow("the same, who invents another") << QByteArray("192.0.2.9, 192.0.2.7") << 503;
        QTest::newRow("another") << QByteArray("192.0.2.7, 192.0.2.8") << 200;
        QTest::newRow("the proxy itself") << QByteArray() << 200;
    }

    void oneClientOfAProxyMayHaveSoMany()
    {
        QFETCH(QByteArray, forwarded);
        const Running running(
            {.limits = {.connectionsPerAddress = 2}, .trustedProxies = {u"127.0.0.0/8"_s}});
        const QByteArray field = "\r\nX-Forwarded-For: ";
        const auto from = [&](const QByteArray &client) {
            return client.isEmpty()
                ? getRequest("/")
                : getRequest("/").replace("\r\n\r\n", field + client + "\r\n\r\n");
        };
        std::deque<HttpClient> busy;
        for (int i = 0; i < 2;
             ++i) { // a connection of the proxy, on which others have asked before
            busy.emplace_back(running.url);
            QCOMPARE(busy.back().ask(from("192.0.2.8")).status, 200);
            busy.back().send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue" + field
                             + "192.0.2.7\r\nContent-Length: 2\r\n\r\n");
            QCOMPARE(busy.back().receive().status, 100);
        }

        QTEST(HttpClient(running.url).ask(from(forwarded)).status, "status");

        QCOMPARE(busy.back().ask("{}").status, 405);
        QCOMPARE(HttpClient(running.url).ask(from("192.0.2.7")).status, 200);
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

        auto getsIn
            = once([&] { return HttpClient(running.url).ask(getRequest("/")).status == 200; });
        QTRY_VERIFY(getsIn());
        QVERIFY(hesitant.front().waitForEnd());
        QCOMPARE(kept.ask(getRequest("/")).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestHttpService)
#include "tst_httpservice.moc"
