// SPDX-License-Identifier: GPL-3.0-or-later
// What is not answered at once or in one piece: streams, bodies that are taken piece by piece,
// answers that are put off.
#include "server/answerstream.h"
#include "server/bodysink.h"
#include "server/httpservice.h"
#include "tests/support/resultvalue.h"
#include "tests/unit/server/httpclient.h"

#include <QTest>

#include <atomic>
#include <mutex>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr qint64 pieceSize = 64LL * 1024;
constexpr qint64 longSize = 512 * pieceSize; ///< more than the kernel takes for who does not read
constexpr qint64 maxUpload = 1024LL * 1024;

HttpAnswer text(const QByteArray &body, int status = 200)
{
    return {.status = status, .body = body, .contentType = "text/plain"};
}

/// Pieces of one letter each, and how many were asked for.
class Letters : public AnswerStream
{
public:
    Letters(qint64 size, bool breaks, std::atomic<int> &reads)
        : m_size(size)
        , m_breaks(breaks)
        , m_reads(reads)
    {}

    Source source() const override { return Source::Store; }
    std::optional<qint64> length() const override { return m_size; }
    Piece read() override
    {
        ++m_reads;
        const QByteArray bytes(std::min(pieceSize, m_size - m_done), 'x');
        m_done += bytes.size();
        if (m_breaks && m_done > m_size / 2)
            return {{}, State::Broken};
        return {bytes, m_done == m_size ? State::End : State::More};
    }

private:
    const qint64 m_size;
    const bool m_breaks;
    std::atomic<int> &m_reads;
    qint64 m_done = 0;
};

/// Says what it is told to, and ends never.
class Ticker : public AnswerStream
{
public:
    Source source() const override { return Source::Memory; }
    std::optional<qint64> length() const override { return std::nullopt; }
    Piece read() override
    {
        const std::lock_guard locker(m_mutex);
        return {std::exchange(m_news, {}), State::Nothing};
    }
    void say(const QByteArray &news)
    {
        {
            const std::lock_guard locker(m_mutex);
            m_news += news;
        }
        notify();
    }

private:
    std::mutex m_mutex{};
    QByteArray m_news{};
};

/// What became of bodies.
struct Taken
{
    std::atomic<qint64> bytes{0};
    std::atomic<int> pieces{0};
    std::atomic<int> finished{0};
    std::atomic<int> dropped{0};
};

class CountingSink : public BodySink
{
public:
    CountingSink(Taken &taken, qint64 refuseAt)
        : m_taken(taken)
        , m_refuseAt(refuseAt)
    {}
    ~CountingSink() override { m_taken.dropped += m_isFinished ? 0 : 1; }
    std::optional<HttpAnswer> write(const QByteArray &piece) override
    {
        m_taken.bytes += piece.size();
        ++m_taken.pieces;
        if (m_refuseAt > 0 && m_taken.bytes >= m_refuseAt)
            return text("full", 507);
        return std::nullopt;
    }
    HttpAnswer finish() override
    {
        m_isFinished = true;
        ++m_taken.finished;
        return text(QByteArray::number(m_taken.bytes.load()), 201);
    }

private:
    Taken &m_taken;
    const qint64 m_refuseAt;
    bool m_isFinished = false;
};

/// A server with one route of each kind.
struct Running
{
    explicit Running(HttpLimits limits = {})
        : service(router(), HttpDoor{.limits = limits})
        , url(valueOf(service.start(u"127.0.0.1:0"_s)))
    {}

    Route taking(const QByteArray &path, qint64 refuseAt = 0)
    {
        return {.method = "POST",
                .pattern = path,
                .place = Place::Store,
                .open = [this, refuseAt](const HttpRequest &) -> OpenedSink {
                    return OpenedSink(std::make_shared<CountingSink>(taken, refuseAt));
                },
                .maxBody = maxUpload};
    }
    Route streaming(const QByteArray &path, bool breaks)
    {
        return {"GET", path, Place::Store, [this, breaks](const HttpRequest &) {
                    HttpAnswer answer = text({});
                    answer.stream = std::make_shared<Letters>(longSize, breaks, reads);
                    return answer;
                }};
    }
    Router router()
    {
        const auto putOff = [this](const HttpRequest &request) {
            ++asked;
            if (hasNews)
                return text("news");
            HttpAnswer answer = text(request.mayWait ? "too early" : "nothing");
            answer.putOff = {.changed = changed, .atMost = patience};
            return answer;
        };
        const auto tick = [this](const HttpRequest &) {
            HttpAnswer answer = text({});
            answer.stream = ticker;
            return answer;
        };
        const auto throws = [](const HttpRequest &) -> OpenedSink {
            throw std::runtime_error("no");
        };
        return {{{"GET",
                  "/",
                  Place::Store,
                  [](const HttpRequest &) {
                      return text("hello");
                  }},
                 {"GET", "/wait", Place::Store, putOff},
                 {"GET", "/tick", Place::Store, tick},
                 streaming("/long", false),
                 streaming("/broken", true),
                 taking("/take"),
                 taking("/full", maxUpload / 4),
                 {.method = "POST",
                  .pattern = "/refused",
                  .place = Place::Store,
                  .open = [](const HttpRequest &) -> OpenedSink { return text("no", 403); },
                  .maxBody = maxUpload},
                 {.method = "POST",
                  .pattern = "/throws",
                  .place = Place::Store,
                  .open = throws,
                  .maxBody = maxUpload}},
                CorsPolicy({u"*"_s})};
    }

    std::atomic<int> reads{0};
    std::atomic<int> asked{0};
    std::atomic<bool> hasNews{false};
    std::atomic<milliseconds> patience{seconds(60)};
    std::shared_ptr<Readiness> changed = std::make_shared<Readiness>();
    std::shared_ptr<Ticker> ticker = std::make_shared<Ticker>();
    Taken taken{};
    HttpService service;
    QUrl url;
};

QByteArray postHead(const QByteArray &path, qint64 size, const QByteArray &field = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + QByteArray::number(size) + "\r\n" + field + "\r\n";
}

} // namespace

class TestHttpStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongAnswerComesWholeAndTheNextRequestIsServed()
    {
        const Running server;
        HttpClient client(server.url);
        const ReceivedAnswer first = client.ask(getRequest("/long") + getRequest("/"));
        QCOMPARE(first.status, 200);
        QCOMPARE(first.body.size(), longSize);
        QVERIFY(first.has("Access-Control-Allow-Origin: *"));
        QCOMPARE(client.receive().body, QByteArray("hello"));
    }

    void headOfALongAnswerReadsNothing()
    {
        const Running server;
        HttpClient client(server.url);
        client.send("HEAD /long HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const ReceivedAnswer answer = client.receive(true);
        QVERIFY(answer.has("Content-Length: " + QByteArray::number(longSize)));
        QCOMPARE(server.reads.load(), 0);
    }

    void whoReadsSlowlyIsNotSentMoreThanItTakes()
    {
        const Running server;
        HttpClient client(server.url);
        client.socket().setReadBufferSize(pieceSize);
        client.send(getRequest("/long"));
        QTRY_VERIFY(server.reads > 0);
        int before = 0;
        QTRY_VERIFY_WITH_TIMEOUT(std::exchange(before, server.reads.load()) == server.reads, 5000);
        QTest::qWait(50);
        QVERIFY2(server.reads < longSize / pieceSize / 2,
                 qPrintable(QString::number(server.reads)));
        client.socket().setReadBufferSize(0);
        QCOMPARE(client.receive().body.size(), longSize);
    }

    void aBrokenStreamIsCutSoThatTheClientSeesIt()
    {
        const Running server;
        HttpClient client(server.url);
        const ReceivedAnswer answer = client.ask(getRequest("/broken"));
        QCOMPARE(answer.status, 0);
        QVERIFY(client.waitForEnd());
    }

    void anEndlessStreamTellsAsItHappensAndEndsWithTheServer()
    {
        Running server;
        HttpClient client(server.url);
        client.send(getRequest("/tick"));
        server.ticker->say("one\n");
        QByteArray got;
        const auto hasCome = [&](const QByteArray &news) {
            client.socket().waitForReadyRead(10);
            got += client.socket().readAll();
            return got.endsWith(news);
        };
        QTRY_VERIFY(hasCome("one\n"));
        QVERIFY(got.contains("Connection: close"));
        QVERIFY(!got.contains("Content-Length"));
        server.ticker->say("two\n");
        QTRY_VERIFY(hasCome("two\n"));
        server.service.stop(); // waits for nobody who would never end
        QVERIFY(client.waitForEnd());
        server.ticker->say("three\n"); // to nobody
    }

    void watchersTakeNoPlaceFromThoseWhoAsk()
    {
        const Running server({.connections = 2, .streams = 3});
        std::vector<std::unique_ptr<HttpClient>> watchers;
        for (int i = 0; i < 3; ++i) {
            watchers.push_back(std::make_unique<HttpClient>(server.url));
            QCOMPARE(watchers.back()->ask(getRequest("/tick")).status, 200);
        }
        HttpClient oneMore(server.url);
        QCOMPARE(oneMore.ask(getRequest("/tick")).status, 503);
        HttpClient client(server.url);
        QCOMPARE(client.ask(getRequest("/")).status, 200);
    }

    void whatIsPutOffIsAnsweredWhenSomethingHappens()
    {
        Running server;
        HttpClient client(server.url);
        client.send(getRequest("/wait") + getRequest("/"));
        QTRY_COMPARE(server.asked.load(), 1);
        server.changed->notify(); // for nothing
        QTRY_COMPARE(server.asked.load(), 2);
        server.hasNews = true;
        server.changed->notify();
        QCOMPARE(client.receive().body, QByteArray("news"));
        QCOMPARE(client.receive().body, QByteArray("hello"));
        QCOMPARE(server.asked.load(), 3);
    }

    void newsBetweenTheAnswerAndTheWaitingAreNotMissed()
    {
        Running server;
        server.changed->notify();
        HttpClient client(server.url);
        client.send(getRequest("/wait"));
        QTRY_VERIFY(server.asked >= 2);
    }

    void patienceEnds()
    {
        Running server({.headerTime = milliseconds(40)}); // sets how often the guard looks
        server.patience = milliseconds(20);
        HttpClient client(server.url);
        QCOMPARE(client.ask(getRequest("/wait")).body, QByteArray("nothing"));
    }

    void whatIsPutOffIsAnsweredWhenTheServerStops()
    {
        Running server;
        HttpClient client(server.url);
        client.send(getRequest("/wait"));
        QTRY_COMPARE(server.asked.load(), 1);
        server.service.stop();
        QCOMPARE(client.receive().body, QByteArray("nothing"));
        server.changed->notify(); // nobody is there any more
    }

    void whoLeavesWhileWaitingIsForgotten()
    {
        Running server;
        {
            HttpClient client(server.url);
            client.send(getRequest("/wait"));
            QTRY_COMPARE(server.asked.load(), 1);
        }
        HttpClient client(server.url);
        QCOMPARE(client.ask(getRequest("/")).status, 200);
        server.changed->notify();
        QCOMPARE(client.ask(getRequest("/")).status, 200);
    }

    void aLongBodyIsTakenInPieces_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::newRow("empty") << 0LL;
        QTest::newRow("one byte") << 1LL;
        QTest::newRow("as much as any request may") << 64LL * 1024;
        QTest::newRow("one more") << 64LL * 1024 + 1;
        QTest::newRow("the most") << maxUpload;
    }
    void aLongBodyIsTakenInPieces()
    {
        QFETCH(qint64, size);
        Running server;
        HttpClient client(server.url);
        client.send(postHead("/take", size) + QByteArray(size, 'b') + getRequest("/"));
        const ReceivedAnswer answer = client.receive();
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.body, QByteArray::number(size));
        QVERIFY(answer.has("Access-Control-Allow-Origin: *"));
        QCOMPARE(server.taken.bytes.load(), size);
        QVERIFY(size <= pieceSize || server.taken.pieces > 1);
        QCOMPARE(client.receive().body, QByteArray("hello"));
    }

    void oneByteMoreIsTooMuch()
    {
        Running server;
        HttpClient client(server.url);
        QCOMPARE(client.ask(postHead("/take", maxUpload + 1)).status, 413);
        QCOMPARE(server.taken.pieces.load(), 0);
    }

    void refusalsComeBeforeTheBody_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("by the route") << QByteArray("/refused") << 403;
        QTest::newRow("by a defect") << QByteArray("/throws") << 500;
    }
    void refusalsComeBeforeTheBody()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        const Running server;
        HttpClient client(server.url);
        const ReceivedAnswer answer
            = client.ask(postHead(path, maxUpload, "Expect: 100-continue\r\n"));
        QCOMPARE(answer.status, status); // and no 100
        QVERIFY(answer.has("Connection: close"));
        QVERIFY(client.waitForEnd());
    }

    void whoAsksFirstIsToldToGoOn()
    {
        Running server;
        HttpClient client(server.url);
        QCOMPARE(client.ask(postHead("/take", 100'000, "Expect: 100-continue\r\n")).status, 100);
        QCOMPARE(client.ask(QByteArray(100'000, 'b')).status, 201);
    }

    void aSinkMayHaveEnough()
    {
        Running server;
        HttpClient client(server.url);
        const ReceivedAnswer answer
            = client.ask(postHead("/full", maxUpload) + QByteArray(maxUpload, 'b'));
        QCOMPARE(answer.status, 507);
        QTRY_COMPARE(server.taken.dropped.load(), 1);
        QCOMPARE(server.taken.finished.load(), 0);
    }

    void whoLeavesAmidABodyLeavesNothing()
    {
        Running server;
        {
            HttpClient client(server.url);
            client.send(postHead("/take", maxUpload) + QByteArray(200'000, 'b'));
            QTRY_VERIFY(server.taken.bytes > 0);
        }
        QTRY_COMPARE(server.taken.dropped.load(), 1);
        QCOMPARE(server.taken.finished.load(), 0);
    }

    void whoStopsAmidABodyIsTold()
    {
        Running server({.bodyTime = milliseconds(100)});
        HttpClient client(server.url);
        client.send(postHead("/take", maxUpload) + QByteArray(1000, 'b'));
        QCOMPARE(client.receive().status, 408);
        QTRY_COMPARE(server.taken.dropped.load(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHttpStreams)
#include "tst_httpstreams.moc"
