// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers do to a port: the server answers or hangs up, stays small, serves others all the
// while, and carries out nothing that was hidden in something else. Prints a table.
#include "tests/integration/servicefixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <sys/resource.h>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using namespace createzoom::tests;

namespace {

constexpr int patience = 20'000; ///< milliseconds
/// Of the server, as a peak. The libraries of Debian 13 take 10 MB more than those of 12.
constexpr qint64 memoryLimit = (QT_VERSION < QT_VERSION_CHECK(6, 8, 0) ? 64LL : 80LL) << 20;

/// A request that must never be carried out: it is only ever a part of another one.
QByteArray hidden()
{
    const QByteArray body = R"({"path":"b1/x.tif","target_path":"b1/out","token":"editor-token"})";
    return "POST /deepzoom HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
           "Content-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray post(const QByteArray &fields)
{
    return "POST /deepzoom HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

/// All that the server sends until it hangs up, or until nothing came for `silence`.
QByteArray receiveAll(QTcpSocket &socket, int silence = 3'000)
{
    QByteArray received = socket.readAll();
    while (socket.waitForReadyRead(silence))
        received += socket.readAll();
    return received;
}

using Attack = std::function<QByteArray(const QUrl &)>; ///< returns what was answered

std::unique_ptr<QTcpSocket> connected(const QUrl &url)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(url.host(), quint16(url.port()));
    socket->waitForConnected(patience);
    return socket;
}

struct HiddenRequest
{
    const char *how;
    QByteArray bytes;
    int status; ///< of the only answer
};

/// One request is refused, or answered; what is hidden behind it is never read as one.
const QList<HiddenRequest> &hiddenRequests()
{
    static const QList<HiddenRequest> all{
        {"length and chunks",
         post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n" + hidden(),
         400},
        {"two lengths", post("Content-Length: 0\r\nContent-Length: 5\r\n") + hidden(), 400},
        {"a list of lengths", post("Content-Length: 0, 0\r\n") + hidden(), 400},
        {"a negative length", post("Content-Length: -5\r\n") + hidden(), 400},
        {"a hexadecimal length", post("Content-Length: 0x0\r\n") + hidden(), 400},
        {"a length of 2^64", post("Content-Length: 18446744073709551616\r\n") + hidden(), 413},
        {"an unknown coding", post("Transfer-Encoding: xchunked\r\n") + hidden(), 501},
        {"101 fields, the length lost",
         post(QByteArray("A: b\r\n").repeated(100)
              + "Content-Length: " + QByteArray::number(hidden().size()) + "\r\n")
             + hidden(),
         431},
        {"a folded length", post("Content-Length:\r\n 0\r\n") + hidden(), 400},
        {"a blank before the colon", post("Content-Length : 0\r\n") + hidden(), 400},
        {"a line ended by LF alone",
         "GET / HTTP/1.1\r\nHost: localhost\r\nA: b\nContent-Length: "
             + QByteArray::number(hidden().size()) + "\r\n\r\n" + hidden(),
         400},
        {"NUL in a field", post(QByteArray("A: \0b\r\n", 8)) + hidden(), 400},
        {"two hosts", post("Host: other\r\nContent-Length: 0\r\n") + hidden(), 400},
        {"HTTP/9.9", "POST / HTTP/9.9\r\nHost: localhost\r\n\r\n" + hidden(), 505},
        {"noise", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01", 8) + hidden(), 400},
        {"a body of a request that has none",
         "GET /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
             + QByteArray::number(hidden().size()) + "\r\nConnection: close\r\n\r\n" + hidden(),
         200},
    };
    return all;
}

/// `head`, then `filling` again and again, up to `total` bytes or until the server hangs up.
Attack streams(const QByteArray &head, const QByteArray &filling, qint64 total)
{
    return [=](const QUrl &url) {
        const auto socket = connected(url);
        socket->write(head);
        QByteArray received;
        for (qint64 sent = 0; sent < total && socket->state() == QAbstractSocket::ConnectedState;
             sent += filling.size()) {
            socket->write(filling);
            while (socket->bytesToWrite() > 0 && socket->waitForBytesWritten(1'000)) {}
            received += socket->readAll();
        }
        return received + receiveAll(*socket);
    };
}

/// Many clients that send this much and wait; the answer to one more.
Attack crowds(int clients, const QByteArray &bytes)
{
    return [=](const QUrl &url) {
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (int i = 0; i < clients; ++i) {
            crowd.push_back(connected(url));
            crowd.back()->write(bytes);
            crowd.back()->flush();
        }
        return receiveAll(*crowd.back());
    };
}

/// All of hiddenRequests() at once; 400 when each was answered as it should be.
QByteArray hidesRequests(const QUrl &url)
{
    static const QRegularExpression statusLine(u"HTTP/1\\.1 [0-9]{3} "_s);
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (const HiddenRequest &each : hiddenRequests()) {
        sockets.push_back(connected(url));
        sockets.back()->write(each.bytes);
        sockets.back()->flush();
    }
    bool isGood = true;
    for (size_t i = 0; i < sockets.size(); ++i) {
        const HiddenRequest &each = hiddenRequests()[qsizetype(i)];
        const QByteArray answer = receiveAll(*sockets[i]);
        if (QString::fromLatin1(answer).count(statusLine) != 1
            || !answer.startsWith("HTTP/1.1 " + QByteArray::number(each.status))) {
            qWarning("%s: %s", each.how, answer.constData());
            isGood = false;
        }
    }
    return isGood ? "HTTP/1.1 400 " : "HTTP/1.1 200 ";
}

/// Requests in a row from a client that never reads.
QByteArray neverReads(const QUrl &url)
{
    const auto socket = connected(url);
    socket->setReadBufferSize(1);
    socket->write(
        QByteArray("GET /deepzoom/health HTTP/1.1\r\nHost: localhost\r\n\r\n").repeated(20'000));
    socket->waitForBytesWritten(3'000);
    return "HTTP/1.1 200 ";
}

/// Asks again and again whether the server is alive, and for how long it waited at most.
class Pulse
{
public:
    explicit Pulse(const QUrl &url)
        : m_thread(QThread::create([this, url] {
            while (!m_ends)
                beat(url);
        }))
    {
        m_thread->start();
    }
    ~Pulse()
    {
        m_ends = true;
        m_thread->wait();
    }
    Pulse(const Pulse &) = delete;
    Pulse &operator=(const Pulse &) = delete;

    qint64 longest() const { return m_longest; } ///< milliseconds
    int missed() const { return m_missed; }
    /// 503, or not even that: others have all connections.
    int refused() const { return m_refused; }
    int answered() const { return m_answered; }

private:
    void beat(const QUrl &url)
    {
        QElapsedTimer time;
        time.start();
        QTcpSocket socket;
        socket.connectToHost(url.host(), quint16(url.port()));
        socket.waitForConnected(patience);
        socket.write(
            "GET /deepzoom/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        QByteArray answer;
        while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead(patience))
            answer += socket.readAll();
        if (answer.startsWith("HTTP/1.1 200"))
            ++m_answered;
        else if (answer.startsWith("HTTP/1.1 503") || answer.isEmpty())
            ++m_refused;
        else
            ++m_missed;
        m_longest = std::max(m_longest.load(), time.elapsed());
    }

    std::atomic<qint64> m_longest = 0;
    std::atomic<int> m_missed = 0;
    std::atomic<int> m_refused = 0;
    std::atomic<int> m_answered = 0;
    std::atomic<bool> m_ends = false;
    std::unique_ptr<QThread> m_thread; ///< last
};

/// Programs with a sanitizer's or gcov's own code take more memory.
bool isInstrumented()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(CREATEZOOM_COVERAGE)
    return true;
#else
    return false;
#endif
}

} // namespace

Q_DECLARE_METATYPE(Attack)

class TestAttacks : public QObject
{
    Q_OBJECT

private:
    ServiceFixture m_service;

    QString procFile(const char *name) const
    {
        return u"/proc/%1/%2"_s.arg(m_service.server.pid()).arg(QLatin1String(name));
    }
    void forgetPeak() const
    {
        QFile file(procFile("clear_refs"));
        if (file.open(QIODevice::WriteOnly))
            file.write("5");
    }
    qint64 peak() const
    {
        QFile file(procFile("status"));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                return line.mid(6).trimmed().split(' ').first().toLongLong() * 1024;
        }
        return 0;
    }
    int jobs()
    {
        return m_service.server.request("GET", u"/deepzoom/tasks"_s, {}, "editor-admin")
            .json()
            .value(u"total")
            .toInt(-1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        rlimit files{};
        ::getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
        QVERIFY(m_service.start());
        std::printf("| attack | answer | peak memory of the server | longest wait for health | "
                    "asked in vain |\n"
                    "|---|---|---|---|---|\n");
    }

    void strangersGetNowhere_data()
    {
        QTest::addColumn<Attack>("attack");
        QTest::addColumn<QList<int>>("statuses"); // of the only answer; 0: hung up
        const auto row = [](const char *name, const Attack &attack, const QList<int> &statuses) {
            QTest::newRow(name) << attack << statuses;
        };
        const QByteArray megabyte(1 << 20, 'x');
        row("body of 1 GiB",
            streams(post("Content-Length: 1073741824\r\n"), megabyte, 1LL << 30),
            {413});
        row("chunks without end",
            streams(post("Transfer-Encoding: chunked\r\n"),
                    "100000\r\n" + megabyte + "\r\n",
                    256LL << 20),
            {411});
        row("header of 100 MiB",
            streams("GET / HTTP/1.1\r\nHost: localhost\r\nA: ", megabyte, 100LL << 20),
            {431});
        row("fields without end",
            streams("GET / HTTP/1.1\r\nHost: localhost\r\n",
                    QByteArray("A: b\r\n").repeated(10'000),
                    100LL << 20),
            {431});
        row("address of 64 MiB", streams("GET /", QByteArray(1 << 20, 'a'), 64LL << 20), {414});
        row("2,000 silent clients", crowds(2'000, {}), {0, 503});
        row("2,000 clients amid a request",
            crowds(2'000, "POST /deepzoom HTTP/1.1\r\nHost: localhost\r\nContent-"),
            {0, 503});
        row("never reads", &neverReads, {200});
        row("16 ways to hide a request", &hidesRequests, {400});
        // Bodies of 16 MiB in all may be in flight.
        row("2,000 clients amid a body",
            crowds(2'000, post("Content-Length: 60000\r\n") + QByteArray(30'000, 'x')),
            {0, 503});
    }

    void strangersGetNowhere()
    {
        QFETCH(Attack, attack);
        QFETCH(QList<int>, statuses);
        const QUrl url = m_service.server.url();
        forgetPeak();
        QByteArray answer;
        qint64 longest = 0;
        int refused = 0;
        {
            const Pulse pulse(url);
            answer = attack(url);
            QTRY_VERIFY_WITH_TIMEOUT(pulse.answered() > 0, patience);
            QCOMPARE(pulse.missed(), 0);
            longest = pulse.longest();
            refused = pulse.refused();
        }
        const qint64 memory = peak();
        const int status = answer.mid(9, 3).toInt();
        std::printf("| %s | %d | %lld MB | %lld ms | %d |\n",
                    QTest::currentDataTag(),
                    status,
                    memory / 1'000'000,
                    longest,
                    refused);

        static const QRegularExpression statusLine(u"HTTP/1\\.1 [0-9]{3} "_s);
        QCOMPARE(QString::fromLatin1(answer).count(statusLine), status == 0 ? 0 : 1);
        QVERIFY2(statuses.contains(status), answer.left(200).constData());
        QCOMPARE(jobs(), 0);
        if (!isInstrumented())
            QVERIFY2(memory < memoryLimit, QByteArray::number(memory).constData());
    }
};

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"
