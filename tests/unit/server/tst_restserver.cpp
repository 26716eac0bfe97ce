// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/restserver.h"
#include "tests/unit/server/fakejobengine.h"
#include "tests/unit/server/httpclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSet>
#include <QTest>
#include <QThread>
#include <QtEndian>

#include <deque>
#include <memory>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

const QByteArray goodBody = R"({"path":"b/in/x.tif","target_path":"b/out/","token":"t"})";
const QByteArray alive = "{\"status\":\"I'm alive!\"}";

/// A running server on an engine in memory.
struct Running
{
    explicit Running(const HttpLimits &limits = {}, const QStringList &origins = {u"*"_s})
    {
        RestServerOptions options{.allowedOrigins = origins, .door = {.limits = limits}};
        options.admins.localToken = Secret("admin");
        server = std::make_unique<RestServer>(service, nullptr, std::move(options));
        const Result<QUrl> started = server->start(u"127.0.0.1:0"_s);
        if (started)
            url = *started;
    }

    FakeJobEngine engine{};
    SecretBox secrets = *SecretBox::fromKeys(Secret("k:" + QByteArray(32, 'x').toBase64()));
    JobService service{engine, secrets, systemClock()};
    std::unique_ptr<RestServer> server{};
    QUrl url{};
};

} // namespace

class TestRestServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLegacySurfaceIsServed()
    {
        const Running running;
        HttpClient client(running.url);

        QCOMPARE(client.ask(getRequest("/deepzoom/health")).body, alive);
        const ReceivedAnswer accepted = client.ask(postRequest("/deepzoom", goodBody));
        QCOMPARE(accepted.status, 202);
        const QJsonObject json = QJsonDocument::fromJson(accepted.body).object();
        const ReceivedAnswer status
            = client.ask(getRequest(json.value(u"status_endpoint").toString().toLatin1()));
        QCOMPARE(status.status, 200);
        QCOMPARE(QJsonDocument::fromJson(status.body).object().value(u"path"), u"b/in/x.tif"_s);
        const ReceivedAnswer tasks = client.ask(
            "GET /deepzoom/tasks HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer admin\r\n\r\n");
        QCOMPARE(QJsonDocument::fromJson(tasks.body).object().value(u"total"), 1);
        QCOMPARE(client.ask(getRequest("/deepzoom/health")).body,
                 alive); // one connection served all of it
    }

    void aServerOutOfFilesListensAgain()
    {
        const Running running;
        const int client = ::socket(AF_INET, SOCK_STREAM, 0);
        const auto closer = qScopeGuard([client] { ::close(client); });
        rlimit usual{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &usual), 0);
        const auto restorer = qScopeGuard([&usual] { ::setrlimit(RLIMIT_NOFILE, &usual); });
        // The lowest free number is above the client's: nothing more can be opened.
        const rlimit none{static_cast<rlim_t>(client) + 1, usual.rlim_max};
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"No connection can be accepted: .*"_s));
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = qToBigEndian(static_cast<quint16>(running.url.port()));
        address.sin_addr.s_addr = qToBigEndian(quint32{INADDR_LOOPBACK});
        QCOMPARE(::connect(client, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        const QByteArray request = getRequest("/deepzoom/health");
        QCOMPARE(::write(client, request.constData(), static_cast<size_t>(request.size())),
                 request.size());
        pollfd waiting{client, POLLIN, 0};
        QCOMPARE(::poll(&waiting, 1, 50), 0); // deaf

        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &usual), 0);

        QCOMPARE(::poll(&waiting, 1, 5000), 1);
    }

    void everyAnswerIsReadableForWebPages_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &request, int status) {
            QTest::newRow(name) << request << status;
        };
        row("of QHttpServer", getRequest("/"), 200);
        row("of a thread pool", postRequest("/deepzoom/", goodBody), 202);
        row("bad body", postRequest("/deepzoom", "x"), 400);
        row("no token", getRequest("/deepzoom/tasks"), 401);
        row("no task", getRequest("/deepzoom/status/x"), 404);
        row("no such path", getRequest("/nowhere"), 404);
        row("path of another host", getRequest("//evil/deepzoom/health"), 404);
        row("line end in the path", getRequest("/deepzoom/health%0a"), 404);
        row("wrong method", "PUT /deepzoom HTTP/1.1\r\nHost: h\r\n\r\n", 405);
        row("preflight", "OPTIONS /deepzoom HTTP/1.1\r\nHost: h\r\nOrigin: https://a\r\n\r\n", 204);
        row("refused by the guard", "GET / HTTP/1.1\r\n\r\n", 400);
        row("chunked",
            "POST /deepzoom HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: "
            "chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
            411);
        row("too large",
            "POST /deepzoom HTTP/1.1\r\nHost: h\r\nContent-Length: 70000\r\n\r\n",
            413);
        row("too large, /api",
            "POST /api/v1/jobs HTTP/1.1\r\nHost: h\r\nContent-Length: 70000\r\n\r\n",
            413);
        row("no such path, /api", getRequest("/api/v1/nowhere"), 404);
        row("long uri", getRequest("/" + QByteArray(9000, 'a')), 414);
        row("large header", "GET / HTTP/1.1\r\nA: " + QByteArray(20'000, 'a'), 431);
        row("old version", "GET / HTTP/0.9\r\n\r\n", 505);
    }

    void everyAnswerIsReadableForWebPages()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        const Running running({.lingerTime = milliseconds(20)});
        HttpClient client(running.url);

        const ReceivedAnswer answer = client.ask(request);

        QCOMPARE(answer.status, status);
        QVERIFY(answer.has("Access-Control-Allow-Origin: *"));
        const bool isOurs = request.contains(" /api/"); // which has problems
        const QByteArray form = isOurs ? "application/problem+json" : "application/json";
        QVERIFY(status == 204 || answer.has("Content-Type: " + form));
        QCOMPARE(answer.body.contains("\"detail\":\""), status >= 400);
        QCOMPARE(answer.body.contains("\"code\":\"E_"), isOurs);
    }

    void headHasTheHeadOfGet()
    {
        const Running running;
        HttpClient client(running.url);
        for (const QByteArray &path : {QByteArray("/deepzoom/health"),
                                       QByteArray("/nowhere"),
                                       QByteArray("/deepzoom/tasks")}) {
            const ReceivedAnswer get = client.ask(getRequest(path));

            client.send("HEAD " + path + " HTTP/1.1\r\nHost: h\r\n\r\n");
            const ReceivedAnswer head = client.receive(true);

            QCOMPARE(head.status, get.status);
            QVERIFY(head.has("Content-Length: " + QByteArray::number(get.body.size())));
        }
        QCOMPARE(client.ask(getRequest("/deepzoom/health")).body,
                 alive); // no body was left on the wire
    }

    void aRequestMayArriveByteByByte()
    {
        const Running running;
        HttpClient client(running.url);
        const QByteArray request = postRequest("/deepzoom", goodBody);

        for (const char byte : request)
            client.send(QByteArray(1, byte));

        QCOMPARE(client.receive().status, 202);
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        const Running running;
        HttpClient client(running.url);
        constexpr int rounds = 100;

        client.send((getRequest("/deepzoom/health") + postRequest("/deepzoom", goodBody)
                     + getRequest("/nowhere"))
                        .repeated(rounds));

        for (int i = 0; i < rounds; ++i) {
            QCOMPARE(client.receive().status, 200);
            QCOMPARE(client.receive().status, 202);
            QCOMPARE(client.receive().status, 404);
        }
    }

    void aRefusedBodyIsNotTakenForARequest()
    {
        Running running({.lingerTime = milliseconds(20)});
        HttpClient client(running.url);

        const ReceivedAnswer answer
            = client.ask("POST /deepzoom HTTP/1.1\r\nHost: h\r\nContent-Length: 5, 5\r\n\r\n"
                         + postRequest("/deepzoom", goodBody));

        QCOMPARE(answer.status, 400);
        QVERIFY(answer.has("Connection: close"));
        QCOMPARE(client.receive().status, 0);
        QVERIFY(running.engine.all().isEmpty());
    }

    void aHundredFieldsAreNotLost()
    {
        const Running running;
        HttpClient client(running.url);
        const QByteArray fields = QByteArray("A: b\r\n").repeated(97);

        const ReceivedAnswer answer
            = client.ask("POST /deepzoom HTTP/1.1\r\nHost: h\r\n" + fields
                         + "Authorization: Bearer t\r\nContent-Length: 37\r\n\r\n"
                         + R"({"path":"b/x.tif","target_path":"b/"})");

        QCOMPARE(answer.status, 202);
    }

    void theConnectionEndsWhenTheClientWantsIt_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("close") << QByteArray(
            "GET /deepzoom/health HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QTest::newRow("http/1.0") << QByteArray("GET /deepzoom/health HTTP/1.0\r\n\r\n");
        QTest::newRow("of a thread pool")
            << postRequest("/deepzoom", goodBody)
                   .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    }

    void theConnectionEndsWhenTheClientWantsIt()
    {
        QFETCH(QByteArray, request);
        const Running running;
        HttpClient client(running.url);

        QVERIFY(client.ask(request).has("Connection: close"));
        QVERIFY(client.waitForEnd());
    }

    void anExpectationIsMetBeforeTheBody()
    {
        const Running running;
        HttpClient client(running.url);

        const QByteArray head
            = "POST /deepzoom HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: "
            + QByteArray::number(goodBody.size());
        QCOMPARE(client.ask(head + "\r\n\r\n").status, 100);
        QCOMPARE(client.ask(goodBody).status, 202);
    }

    void slowClientsAreToldSoAndLeft_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("half a head") << QByteArray("GET / HTTP/1.1\r\nHo") << 408;
        QTest::newRow("half a body")
            << QByteArray("POST /deepzoom HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nab")
            << 408;
        QTest::newRow("after an answer") << getRequest("/") << 200;
    }

    void slowClientsAreToldSoAndLeft()
    {
        QFETCH(QByteArray, start);
        QFETCH(int, status);
        const milliseconds soon(40);
        const Running running(
            {.headerTime = soon, .bodyTime = soon, .idleTime = soon, .lingerTime = soon});
        HttpClient client(running.url);

        QCOMPARE(client.ask(start).status, status);
        QVERIFY(client.waitForEnd());
    }

    void aDribblingClientDoesNotGainTime()
    {
        const Running running({.headerTime = milliseconds(60), .lingerTime = milliseconds(20)});
        HttpClient client(running.url);

        client.send("GET / HTTP/1.1\r\n");
        while (client.socket().bytesAvailable() == 0) {
            client.send("A: b\r\n");
            client.socket().waitForReadyRead(5);
        }

        QCOMPARE(client.receive().status, 408);
    }

    void beyondTheLimitIdleConnectionsMakeRoom()
    {
        const Running running({.connections = 4, .lingerTime = milliseconds(20)});
        std::deque<HttpClient> idle;
        for (int i = 0; i < 4; ++i) {
            idle.emplace_back(running.url);
            QCOMPARE(idle.back().ask(getRequest("/")).status, 200);
        }

        HttpClient another(running.url);

        QCOMPARE(another.ask(getRequest("/")).status, 200);
        QVERIFY(idle.front().waitForEnd());
    }

    void beyondTheLimitOfBusyConnectionsThereIs503()
    {
        Running running({.connections = 2, .lingerTime = milliseconds(20)});
        QSemaphore mayGoOn;
        QSemaphore hasBegun;
        running.engine.setBeforeSubmit([&] {
            hasBegun.release();
            mayGoOn.acquire();
        });
        std::deque<HttpClient> busy;
        // Of two routes: those of one are stored together, and only the first would begin.
        for (const char *path : {"/deepzoom", "/deepzoom/"}) {
            busy.emplace_back(running.url);
            busy.back().send(postRequest(path, goodBody));
        }
        QVERIFY(hasBegun.tryAcquire(2, 10'000));

        HttpClient another(running.url);
        const ReceivedAnswer refused = another.receive();
        mayGoOn.release(2);

        QCOMPARE(refused.status, 503);
        QVERIFY(refused.has("Retry-After: 1"));
        for (HttpClient &client : busy)
            QCOMPARE(client.receive().status, 202);
    }

    void bodiesInFlightAreLimited()
    {
        const Running running({.bodiesInFlight = 100, .lingerTime = milliseconds(20)});
        HttpClient first(running.url);
        QCOMPARE(first
                     .ask("POST /deepzoom HTTP/1.1\r\nHost: h\r\nExpect: "
                          "100-continue\r\nContent-Length: 80\r\n\r\n")
                     .status,
                 100);

        HttpClient second(running.url);
        QCOMPARE(second.ask(postRequest("/deepzoom", goodBody)).status, 503);

        QCOMPARE(first.ask(QByteArray(80, 'x')).status, 400);
        HttpClient third(running.url);
        QCOMPARE(third.ask(postRequest("/deepzoom", goodBody)).status, 202);
    }

    void aReaderThatStallsIsCutOff()
    {
        Running running(
            {.connections = 1, .writeStall = milliseconds(100), .lingerTime = milliseconds(20)});
        const Location longName{u"b"_s, QString(1000, u'x')};
        for (int i = 0; i < 12'000;
             ++i) // more than the kernel takes for a reader that does not read
            running.engine.put({.id = QString::number(i),
                                .request = {.source = longName, .targetFolder = longName}});
        HttpClient client(running.url);
        client.socket().setReadBufferSize(1);

        client.send(
            "GET /deepzoom/tasks HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer admin\r\n\r\n");
        QVERIFY(client.socket().waitForReadyRead(10'000));

        // There is room for one: when somebody else gets in, the reader was thrown out.
        QTRY_COMPARE_WITH_TIMEOUT(HttpClient(running.url).ask(getRequest("/")).status, 200, 10'000);
        client.socket().setReadBufferSize(0);
        QCOMPARE(client.receive().status, 0);
    }

    void aPipeliningClientThatNeverReadsIsNotServedOn()
    {
        Running running({.connections = 1,
                         .unsentBytes = 64 * 1024,
                         .writeStall = milliseconds(1'000),
                         .lingerTime = milliseconds(20)});
        const Location longName{u"b"_s, QString(100'000, u'x')};
        running.engine.put(
            {.id = u"x"_s, .request = {.source = longName, .targetFolder = longName}});
        HttpClient client(running.url);
        client.socket().setReadBufferSize(1);

        constexpr int requests = 400; // answers of 80 MB
        client.send(getRequest("/deepzoom/status/x").repeated(requests));
        QVERIFY(client.socket().waitForReadyRead(10'000));

        QTRY_COMPARE_WITH_TIMEOUT(HttpClient(running.url).ask(getRequest("/")).status, 200, 10'000);
        QVERIFY(running.engine.lookups() < requests / 2); // what fits into the kernel's buffers
    }

    void newClientsAreNotThrownOutForOthers()
    {
        const Running running({.connections = 1, .lingerTime = milliseconds(20)});
        HttpClient first(running.url);

        HttpClient second(running.url);

        QCOMPARE(second.receive().status, 503);
        QCOMPARE(first.ask(getRequest("/")).status, 200);
    }

    void aLargeRequestReachesQHttpServerWhole()
    {
        const Running running;
        HttpClient client(running.url);

        QCOMPARE(client
                     .ask("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 60000\r\n\r\n"
                          + QByteArray(60'000, 'x'))
                     .status,
                 200);
        QCOMPARE(client.ask(getRequest("/deepzoom/health")).body, alive);
    }

    void aWaitingSubmitHoldsUpNobody()
    {
        Running running;
        QSemaphore mayGoOn;
        QSemaphore hasBegun;
        running.engine.setBeforeSubmit([&] {
            hasBegun.release();
            mayGoOn.acquire();
        });
        HttpClient waiting(running.url);
        waiting.send(postRequest("/deepzoom", goodBody) + getRequest("/nowhere"));
        QVERIFY(hasBegun.tryAcquire(1, 10'000));

        HttpClient other(running.url);
        QCOMPARE(other.ask(getRequest("/deepzoom/health")).body, alive);

        mayGoOn.release();
        QCOMPARE(waiting.receive().status, 202);
        QCOMPARE(waiting.receive().status, 404);
    }

    void clientsThatLeaveEarlyHarmNobody()
    {
        Running running;
        QSemaphore mayGoOn;
        running.engine.setBeforeSubmit([&] { mayGoOn.acquire(); });
        for (int i = 0; i < 50; ++i) {
            HttpClient client(running.url);
            client.send(postRequest("/deepzoom", goodBody));
            client.socket().abort();
        }
        mayGoOn.release(100);

        HttpClient client(running.url);
        QCOMPARE(client.ask(postRequest("/deepzoom", goodBody)).status, 202);
    }

    void aFloodOfJobsIsAcceptedWhole()
    {
        Running running;
        constexpr int clients = 64;
        constexpr int jobs = 2'000;
        std::deque<HttpClient> all;
        for (int i = 0; i < clients; ++i)
            all.emplace_back(running.url);

        for (int i = 0; i < jobs; ++i)
            all[i % clients].send(postRequest("/deepzoom", goodBody));
        int accepted = 0;
        for (int i = 0; i < jobs; ++i)
            accepted += all[i % clients].receive().status == 202 ? 1 : 0;

        QCOMPARE(accepted, jobs);
        QSet<QString> ids;
        for (const Job &job : running.engine.all())
            ids << job.id;
        QCOMPARE(ids.size(), jobs);
    }

    void stoppingLetsRunningRequestsEnd()
    {
        Running running;
        QSemaphore mayGoOn;
        QSemaphore hasBegun;
        running.engine.setBeforeSubmit([&] {
            hasBegun.release();
            mayGoOn.acquire();
        });
        HttpClient idle(running.url);
        QCOMPARE(idle.ask(getRequest("/")).status, 200);
        HttpClient client(running.url);
        client.send(postRequest("/deepzoom", goodBody));
        QVERIFY(hasBegun.tryAcquire(1, 10'000));

        const std::unique_ptr<QThread> stopper(QThread::create([&] { running.server->stop(); }));
        stopper->start();
        const bool isIdleClosed = idle.waitForEnd();
        HttpClient late(running.url);
        const bool isLateRefused = late.socket().state() != QAbstractSocket::ConnectedState;
        mayGoOn.release();
        const ReceivedAnswer answer = client.receive();
        stopper->wait();

        QVERIFY(isIdleClosed);
        QVERIFY(isLateRefused);
        QCOMPARE(answer.status, 202);
        QVERIFY(answer.has("Connection: close"));
    }

    void stoppingDoesNotWaitForEver()
    {
        Running running({.drainTime = milliseconds(50)});
        HttpClient client(running.url);
        client.send("POST /deepzoom HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nab");
        QCOMPARE(HttpClient(running.url).ask(getRequest("/")).status,
                 200); // the half request has been read by then

        running.server->stop();

        QVERIFY(client.waitForEnd());
    }

    void aServerStartsAgainAfterItStopped()
    {
        Running running;
        running.server->stop();

        const Result<QUrl> url = running.server->start(u"localhost:0"_s);

        QVERIFY(url.has_value());
        HttpClient client(*url);
        QCOMPARE(client.ask(getRequest("/deepzoom/health")).body, alive);
    }

    void whereNobodyCanListenIsSaid_data()
    {
        QTest::addColumn<QString>("listen");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("taken") << QString() << ErrorCode::Conflict;
        QTest::newRow("no port") << u"127.0.0.1"_s << ErrorCode::Usage;
        QTest::newRow("no host") << u":80"_s << ErrorCode::Usage;
        QTest::newRow("port too large") << u"127.0.0.1:65536"_s << ErrorCode::Usage;
        QTest::newRow("not ours") << u"192.0.2.1:0"_s << ErrorCode::Usage;
    }

    void whereNobodyCanListenIsSaid()
    {
        QFETCH(QString, listen);
        QFETCH(ErrorCode, code);
        const Running running;
        Running other;
        other.server->stop();

        const Result<QUrl> url
            = other.server->start(listen.isEmpty() ? running.url.authority() : listen);

        QVERIFY(!url.has_value());
        QCOMPARE(url.error().code, code);
        QVERIFY(url.error().message.contains(listen));
    }

    void theAddressIsSaidAsAUrl()
    {
        Running running;
        running.server->stop();

        const Result<QUrl> url = running.server->start(u"[::1]:0"_s);
        if (!url)
            QSKIP("there is no IPv6 here");

        QCOMPARE(url->host(), u"::1"_s);
        HttpClient client(*url);
        QCOMPARE(client.ask("GET /deepzoom/health HTTP/1.1\r\nHost: [::1]:80\r\n\r\n").body, alive);
    }
};

QTEST_GUILESS_MAIN(TestRestServer)
#include "tst_restserver.moc"
