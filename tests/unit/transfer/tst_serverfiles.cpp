// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/serverfiles.h"
#include "tests/support/cannedserver.h"
#include "tests/support/resultvalue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray whole(const QByteArray &etag, const QByteArray &body)
{
    return answer("200 OK\r\nETag: \"" + etag + '"', body);
}

/// The connection ends after the first `sent` bytes.
QByteArray cutAfter(qsizetype sent, const QByteArray &wire)
{
    return wire.first(wire.indexOf("\r\n\r\n") + 4 + sent);
}

} // namespace

class TestServerFiles : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder{};
    const Secret m_token{"a token"};

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray contentOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    ServerFiles filesOf(const CannedServer &server) const
    {
        return {server.url({}),
                m_token,
                {.stallTimeout = std::chrono::milliseconds(5'000), .fruitlessTries = 2},
                [] { return 0.5; },
                [](std::chrono::milliseconds, const std::stop_token &) {
                }};
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anArchiveIsFetchedWhole_data()
    {
        QTest::addColumn<QList<QByteArray>>("answers");
        QTest::addColumn<QByteArray>("lastRange");
        const QByteArray part = answer("206 Partial Content\r\nETag: \"v1\"\r\n"
                                       "Content-Range: bytes 4-9/10",
                                       "456789");
        QTest::newRow("at once") << QList<QByteArray>{whole("v1", "0123456789")} << QByteArray();
        QTest::newRow("cut off") << QList<QByteArray>{cutAfter(4, whole("v1", "0123456789")), part}
                                 << QByteArray("bytes=4-");
        QTest::newRow("another one meanwhile")
            << QList<QByteArray>{cutAfter(4, whole("v0", "abcdefghij")), whole("v1", "0123456789")}
            << QByteArray("bytes=4-");
        QTest::newRow("cut off, and no telling whether the rest is of the same")
            << QList<QByteArray>{cutAfter(4, answer("200 OK", "abcdefghij")),
                                 whole("v1", "0123456789")}
            << QByteArray();
        QTest::newRow("busy") << QList<QByteArray>{answer("503 Service Unavailable"),
                                                   whole("v1", "0123456789")}
                              << QByteArray();
    }

    void anArchiveIsFetchedWhole()
    {
        QFETCH(QList<QByteArray>, answers);
        QFETCH(QByteArray, lastRange);
        CannedServer server(answers);

        checkOk(filesOf(server).fetchResult(u"j1"_s, path(u"a.dzip"_s), {}));

        QCOMPARE(contentOf(u"a.dzip"_s), "0123456789");
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"a.dzip"_s});
        const QByteArray &last = server.requests.last();
        QVERIFY(last.startsWith("GET /api/v1/jobs/j1/result HTTP/1.1"));
        QCOMPARE(fieldOf(last, "range"), lastRange);
        QCOMPARE(fieldOf(last, "authorization"), "Bearer a token");
    }

    void aRefusalLeavesNothing()
    {
        CannedServer server({answer("404 Not Found\r\nContent-Type: application/problem+json",
                                    R"({"code":"E_NOT_FOUND","detail":"There is no such job"})")});

        const Result<void> fetched = filesOf(server).fetchResult(u"j1"_s, path(u"a.dzip"_s), {});

        QVERIFY(!fetched);
        QCOMPARE(fetched.error().code, ErrorCode::NotFound);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void anImageIsSentUnderItsName()
    {
        QFile image(path(u"s 012+ü.tif"_s));
        QVERIFY(image.open(QIODevice::WriteOnly) && image.write("II*") == 3);
        image.close();
        CannedServer server({answer("503 Service Unavailable"),
                             answer("201 Created", R"({"id":"u1","name":"s"})")});

        QCOMPARE(valueOf(filesOf(server).upload(image.fileName(), {})), u"u1"_s);

        QCOMPARE(server.requests.size(), 2);
        QVERIFY2(server.requests.last().startsWith(
                     "POST /api/v1/uploads?name=s%20012%2B%C3%BC.tif HTTP/1.1"),
                 server.requests.last().constData());
        QCOMPARE(fieldOf(server.requests.last(), "content-length"), "3");
    }
};

QTEST_GUILESS_MAIN(TestServerFiles)
#include "tst_serverfiles.moc"
