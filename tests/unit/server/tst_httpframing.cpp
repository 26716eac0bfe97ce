// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/httpframing.h"

#include <QTest>

#include <algorithm>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;
using State = RequestFramer::State;

namespace {

/// Feeds `bytes` in pieces of `piece`, until they are used up or nothing more is taken. Returns how
/// many were taken.
qsizetype feedInPieces(RequestFramer &framer, const QByteArray &bytes, qsizetype piece)
{
    qsizetype used = 0;
    while (used < bytes.size()) {
        const qsizetype size = std::min(piece, bytes.size() - used);
        const qsizetype taken = framer.feed(QByteArrayView(bytes).sliced(used, size));
        if (taken == 0)
            break;
        used += taken;
    }
    return used;
}

QByteArray lines(const QByteArrayList &list)
{
    return list.join("\r\n") + "\r\n\r\n";
}

const QByteArray host = "Host: h";

} // namespace

class TestHttpFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodRequestsAreCutOutHoweverTheyArrive_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("keepsAlive");
        const auto row = [](const char *name,
                            const QByteArray &bytes,
                            const QByteArrayList &expected,
                            bool keepsAlive = true) {
            QTest::newRow(name) << bytes << expected[0] << expected[1] << expected[2] << expected[3]
                                << keepsAlive;
        };
        row("get", lines({"GET / HTTP/1.1", host}), {"GET", "/", "", ""});
        row("query", lines({"GET /a?b=c?d HTTP/1.1", host}), {"GET", "/a", "b=c?d", ""});
        row("line ends before it",
            "\r\n\r\n" + lines({"GET / HTTP/1.1", host}),
            {"GET", "/", "", ""});
        row("body",
            lines({"POST /p HTTP/1.1", host, "Content-Length: 5"}) + "hello",
            {"POST", "/p", "", "hello"});
        row("empty body",
            lines({"POST /p HTTP/1.1", host, "content-length: 0"}),
            {"POST", "/p", "", ""});
        row("no length", lines({"POST /p HTTP/1.1", host}), {"POST", "/p", "", ""});
        row("body of get",
            lines({"GET /p HTTP/1.1", host, "Content-Length: 2"}) + "xy",
            {"GET", "/p", "", "xy"});
        row("unknown method", lines({"BREW /p HTTP/1.1", host}), {"BREW", "/p", "", ""});
        row("absolute form", lines({"GET http://h:80/p?q HTTP/1.1", host}), {"GET", "/p", "q", ""});
        row("absolute, no path", lines({"GET http://h HTTP/1.1", host}), {"GET", "/", "", ""});
        row("asterisk", lines({"OPTIONS * HTTP/1.1", host}), {"OPTIONS", "*", "", ""});
        row("close",
            lines({"GET / HTTP/1.1", host, "Connection: foo, Close"}),
            {"GET", "/", "", ""},
            false);
        row("1.0", lines({"GET / HTTP/1.0"}), {"GET", "/", "", ""}, false);
        row("ipv6 host", lines({"GET / HTTP/1.1", "Host: [::1]:80"}), {"GET", "/", "", ""});
        row("expectation",
            lines({"POST / HTTP/1.1", host, "Expect: 100-continue", "Content-Length: 1"}) + "x",
            {"POST", "/", "", "x"});
    }

    void goodRequestsAreCutOutHoweverTheyArrive()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, body);
        QFETCH(bool, keepsAlive);
        for (const qsizetype piece : {qsizetype(1), qsizetype(2), qsizetype(7), bytes.size()}) {
            RequestFramer framer{HttpLimits()};

            QCOMPARE(feedInPieces(framer, bytes + "GET /next", piece), bytes.size());

            QCOMPARE(framer.state(), State::Complete);
            const HttpRequest request = framer.take();
            QCOMPARE(request.method, method);
            QCOMPARE(request.path, path);
            QCOMPARE(request.query, query);
            QCOMPARE(request.body, body);
            QCOMPARE(request.keepsAlive, keepsAlive);
            QCOMPARE(framer.state(), State::Empty);
        }
    }

    void badRequestsAreRefusedHoweverTheyArrive_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        const auto post = [](const QByteArrayList &fields) {
            return lines(QByteArrayList{"POST / HTTP/1.1", host} + fields);
        };
        row("no blank", lines({"GET", host}), 400);
        row("two blanks", lines({"GET  / HTTP/1.1", host}), 400);
        row("no version", lines({"GET /", host}), 400);
        row("bad version", lines({"GET / HTTPX/1.1", host}), 400);
        row("lower-case version", lines({"GET / http/1.1", host}), 400);
        row("version 2", lines({"GET / HTTP/2.0", host}), 505);
        row("version 1.2", lines({"GET / HTTP/1.2", host}), 505);
        row("version 9.9", lines({"GET / HTTP/9.9", host}), 505);
        row("relative target", lines({"GET x HTTP/1.1", host}), 400);
        row("connect", lines({"CONNECT h:80 HTTP/1.1", host}), 400);
        row("fragment", lines({"GET /a#b HTTP/1.1", host}), 400);
        row("umlaut in target", lines({"GET /\xc3\xa4 HTTP/1.1", host}), 400);
        row("tab in target", lines({"GET /a\tb HTTP/1.1", host}), 400);
        row("bad method", lines({"G(T / HTTP/1.1", host}), 400);
        row("tls hello", QByteArray("\x16\x03\x01\x02", 4), 400);
        row("bare line feeds", "GET / HTTP/1.1\nHost: h\n\n", 400);
        row("bare return", "GET / HTTP/1.1\rHost: h\r\n\r\n", 400);
        row("no host", lines({"GET / HTTP/1.1"}), 400);
        row("two hosts", lines({"GET / HTTP/1.1", host, host}), 400);
        row("empty host", lines({"GET / HTTP/1.1", "Host:"}), 400);
        row("host with path", lines({"GET / HTTP/1.1", "Host: h/x"}), 400);
        row("host with user", lines({"GET / HTTP/1.1", "Host: a@h"}), 400);
        row("field without colon", post({"Foo"}), 400);
        row("blank before colon", post({"Foo : x"}), 400);
        row("folded field", post({"Foo: x", " y"}), 400);
        row("no field name", post({": x"}), 400);
        row("nul in field", post({QByteArray("Foo: a\0b", 8)}), 400);
        row("negative length", post({"Content-Length: -5"}), 400);
        row("signed length", post({"Content-Length: +5"}), 400);
        row("length of letters", post({"Content-Length: abc"}), 400);
        row("hexadecimal length", post({"Content-Length: 0x5"}), 400);
        row("length with a blank", post({"Content-Length: 4 2"}), 400);
        row("empty length", post({"Content-Length:"}), 400);
        row("list of lengths", post({"Content-Length: 5, 5"}), 400);
        row("differing lengths", post({"Content-Length: 5", "Content-Length: 6"}), 400);
        row("same length twice", post({"Content-Length: 5", "Content-Length: 5"}), 400);
        row("2^63", post({"Content-Length: 9223372036854775808"}), 413);
        row("2^64", post({"Content-Length: 18446744073709551616"}), 413);
        row("one byte too many", post({"Content-Length: 65537"}), 413);
        row("length and chunked", post({"Content-Length: 5", "Transfer-Encoding: chunked"}), 400);
        row("chunked", post({"Transfer-Encoding: Chunked"}), 411);
        row("chunked twice",
            post({"Transfer-Encoding: chunked", "Transfer-Encoding: chunked"}),
            501);
        row("unknown coding", post({"Transfer-Encoding: xchunked"}), 501);
        row("gzip", post({"Transfer-Encoding: gzip, chunked"}), 501);
        row("chunked 1.0", lines({"POST / HTTP/1.0", "Transfer-Encoding: chunked"}), 400);
        row("unknown expectation", post({"Expect: 200-maybe"}), 417);
        row("101 fields", post(QByteArrayList(100, "A: b")), 431);
        row("long method", lines({QByteArray(8300, 'G') + " / HTTP/1.1", host}), 414);
        row("long uri", lines({"GET /" + QByteArray(8192, 'a') + " HTTP/1.1", host}), 414);
        row("endless uri", "GET /" + QByteArray(100'000, 'a'), 414);
        row("large header", post({"A: " + QByteArray(17'000, 'a')}), 431);
        row("endless header", "GET / HTTP/1.1\r\nA: " + QByteArray(100'000, 'a'), 431);
    }

    void badRequestsAreRefusedHoweverTheyArrive()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        for (const qsizetype piece : {qsizetype(1), qsizetype(3), bytes.size()}) {
            RequestFramer framer{HttpLimits()};

            feedInPieces(framer, bytes, piece);

            QCOMPARE(framer.state(), State::Refused);
            QCOMPARE(framer.refusal().status, status);
            QCOMPARE(framer.feed("GET / HTTP/1.1\r\n"), 0);
        }
    }

    void whatIsJustPermittedPasses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("100 fields")
            << lines(QByteArrayList{"GET / HTTP/1.1", host} + QByteArrayList(99, "A: b"));
        QTest::newRow("uri") << lines({"GET /" + QByteArray(8191, 'a') + " HTTP/1.1", host});
        const QByteArray start = "GET / HTTP/1.1\r\nHost: h\r\nA: ";
        QTest::newRow("header") << start + QByteArray(16 * 1024 - start.size() - 4, 'a')
                + "\r\n\r\n";
        QTest::newRow("body") << lines({"POST / HTTP/1.1", host, "Content-Length: 65536"})
                + QByteArray(65'536, 'x');
    }

    void whatIsJustPermittedPasses()
    {
        QFETCH(QByteArray, bytes);
        RequestFramer framer{HttpLimits()};

        feedInPieces(framer, bytes, 4096);

        QCOMPARE(framer.state(), State::Complete);
    }

    void pipelinedRequestsComeOneByOne()
    {
        const QByteArray bytes = lines({"POST /1 HTTP/1.1", host, "Content-Length: 2"}) + "ab"
            + lines({"GET /2 HTTP/1.1", host});
        RequestFramer framer{HttpLimits()};

        const qsizetype first = feedInPieces(framer, bytes, bytes.size());
        QCOMPARE(framer.take().path, "/1");
        feedInPieces(framer, bytes.sliced(first), bytes.size());

        QCOMPARE(framer.state(), State::Complete);
        QCOMPARE(framer.take().path, "/2");
    }

    void theHeadIsKnownBeforeTheBody()
    {
        RequestFramer framer{HttpLimits()};

        feedInPieces(framer,
                     lines({"POST / HTTP/1.1", host, "Content-Length: 9", "Expect: 100-continue"}),
                     1000);

        QCOMPARE(framer.state(), State::Body);
        QCOMPARE(framer.head().bodyLength, 9);
        QVERIFY(framer.head().expectsContinue);
    }

    void aRefusalStillKnowsTheOrigin()
    {
        RequestFramer framer{HttpLimits()};

        feedInPieces(framer,
                     lines({"POST / HTTP/1.1", host, "Origin: https://a", "Content-Length: 70000"}),
                     1000);

        QCOMPARE(framer.state(), State::Refused);
        QCOMPARE(framer.head().request.field("ORIGIN"), "https://a");
    }
};

QTEST_APPLESS_MAIN(TestHttpFraming)
#include "tst_httpframing.moc"
