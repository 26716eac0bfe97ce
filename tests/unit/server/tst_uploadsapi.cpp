// SPDX-License-Identifier: GPL-3.0-or-later
// Images of those who have no bucket, and the archives that are made of them.
#include "server/answerstream.h"
#include "tests/unit/server/jobsapifixture.h"

#include <QFile>
#include <QJsonValue>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

AdminRules scientists()
{
    return {.identify = [](const Secret &token) -> Result<QString> {
        if (token.equals("ann") || token.equals("bob"))
            return u"somebody@lab.example"_s;
        return Error{ErrorCode::AuthRequired, u"nobody knows this token"_s};
    }};
}

HttpAnswer send(const Api &api, const QByteArray &bearer, const QByteArray &body = "image")
{
    return api.ask("POST /uploads?name=s%201.tif",
                   body,
                   bearer,
                   {{"Content-Length", QByteArray::number(body.size())}});
}

QString idOf(const HttpAnswer &answer)
{
    return jsonOf(answer).value(u"id").toString();
}

HttpAnswer submit(const Api &api, const QString &upload, const QByteArray &bearer)
{
    return api.ask("POST /jobs", "{\"source\":{\"upload\":\"" + upload.toUtf8() + "\"}}", bearer);
}

QByteArray bodyOf(const HttpAnswer &answer)
{
    QByteArray body = answer.body;
    AnswerStream::State state = AnswerStream::State::More;
    while (answer.stream && state == AnswerStream::State::More) {
        const AnswerStream::Piece piece = answer.stream->read();
        body += piece.bytes;
        state = piece.state;
    }
    return body;
}

/// A finished job whose archive holds "0123456789".
struct Finished
{
    Finished()
        : api({}, scientists())
    {
        const QString upload = idOf(send(api, "ann"));
        path = "/jobs/" + idOf(submit(api, upload, "ann")).toLatin1() + "/result";
        Job job = api.engine.all().constLast();
        job.state = JobState::Done;
        job.result = job.request.target().text();
        api.engine.put(job);
        QFile file(api.uploads.archiveOf(job));
        file.open(QIODevice::WriteOnly);
        file.write("0123456789");
    }
    HttpAnswer get(QList<HttpField> fields = {}, const QByteArray &bearer = "ann") const
    {
        return api.ask("GET " + path, {}, bearer, std::move(fields));
    }

    Api api;
    QByteArray path;
};

} // namespace

class TestUploadsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anImageBecomesAJob()
    {
        const Api api({}, scientists());
        const HttpAnswer sent = send(api, "ann");
        QCOMPARE(sent.status, 201);
        QCOMPARE(jsonOf(sent).value(u"name").toString(), u"s 1.tif"_s);
        QCOMPARE(jsonOf(sent).value(u"size").toInteger(), 5);
        QCOMPARE(fieldOf(sent, "Location"), "/api/v1/uploads/" + idOf(sent).toLatin1());
        QCOMPARE(submit(api, idOf(sent), "ann").status, 202);
        const Job job = api.engine.all().constLast();
        QCOMPARE(job.request.source.path, idOf(sent) + u"/s 1.tif"_s);
        QCOMPARE(job.request.targetFolder, (Location{uploadBucket, idOf(sent)}));
        QCOMPARE(job.request.submitter, submitterOf(Secret("ann")));
        const QJsonObject shown = jsonOf(api.ask("GET /jobs/" + job.id.toLatin1(), {}, "ann"));
        QCOMPARE(shown.value(u"source"), (QJsonObject{{u"upload"_s, job.request.source.path}}));
    }

    void whoMaySendAndAsk_data()
    {
        QTest::addColumn<QByteArray>("bearer");
        QTest::addColumn<int>("sends");
        QTest::addColumn<int>("asks"); // for what Ann has sent
        QTest::newRow("nobody") << QByteArray() << 401 << 401;
        QTest::newRow("a token that nobody knows") << QByteArray("eve") << 401 << 404;
        QTest::newRow("its owner") << QByteArray("ann") << 201 << 200;
        QTest::newRow("somebody else") << QByteArray("bob") << 201 << 404;
        QTest::newRow("the server's own token") << QByteArray("admin") << 201 << 404;
    }
    void whoMaySendAndAsk()
    {
        QFETCH(QByteArray, bearer);
        QFETCH(int, sends);
        QFETCH(int, asks);
        const Api api({}, scientists());
        QCOMPARE(send(api, bearer).status, sends);
        const QByteArray id = idOf(send(api, "ann")).toLatin1();
        QCOMPARE(api.ask("GET /uploads/" + id, {}, bearer).status, asks);
        QCOMPARE(submit(api, QString::fromLatin1(id), bearer).status, asks == 200 ? 202 : asks);
        QCOMPARE(api.ask("DELETE /uploads/" + id, {}, bearer).status, asks == 200 ? 204 : asks);
    }

    // It may keep a caller waiting, and others with him.
    void identityServiceIsNotAskedAboutStrangers()
    {
        int asked = 0;
        const Api api({}, {.identify = [&](const Secret &) -> Result<QString> {
                          ++asked;
                          return u"somebody@lab.example"_s;
                      }});
        const QString upload = idOf(send(api, "ann"));
        asked = 0;

        QCOMPARE(submit(api, u"nothere"_s, "eve").status, 404);
        QCOMPARE(submit(api, upload, "eve").status, 404);

        QCOMPARE(asked, 0);
    }

    void badUploadsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("no name") << QByteArray() << QByteArray("x") << 400;
        QTest::newRow("a path") << QByteArray("?name=a%2Fb") << QByteArray("x") << 400;
        QTest::newRow("up") << QByteArray("?name=..") << QByteArray("x") << 400;
        QTest::newRow("empty") << QByteArray("?name=a.tif") << QByteArray() << 400;
        QTest::newRow("too large") << QByteArray("?name=a.tif") << QByteArray(1001, 'x') << 413;
    }
    void badUploadsAreRefused()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const Api api({}, scientists());
        QCOMPARE(api.ask("POST /uploads" + query,
                         body,
                         "ann",
                         {{"Content-Length", QByteArray::number(body.size())}})
                     .status,
                 status);
    }

    void callersDoNotReachUploadsByPath_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("source") << QByteArray(
            R"({"source":{"bucket":"@uploads/x/y.tif"},"target":"b/o"})");
        QTest::newRow("target") << QByteArray(
            R"({"source":{"bucket":"b/y.tif"},"target":"@uploads/x"})");
        QTest::newRow("no target") << QByteArray(R"({"source":{"bucket":"b/y.tif"}})");
        QTest::newRow("two sources")
            << QByteArray(R"({"source":{"bucket":"b/y.tif","upload":"x"},"target":"b/o"})");
    }
    void callersDoNotReachUploadsByPath()
    {
        QFETCH(QByteArray, body);
        const Api api({}, scientists());
        QCOMPARE(api.ask("POST /jobs", body, "ann").status, 400);
    }

    void anArchiveIsDownloaded()
    {
        const Finished job;
        const HttpAnswer answer = job.get();
        QCOMPARE(answer.status, 200);
        QCOMPARE(bodyOf(answer), QByteArray("0123456789"));
        QCOMPARE(fieldOf(answer, "Content-Disposition"),
                 QByteArray("attachment; filename*=UTF-8''s%201.tif.dzip"));
        QCOMPARE(job.get({{"If-None-Match", fieldOf(answer, "ETag")}}).status, 304);
        QCOMPARE(job.get({}, "bob").status, 403);
        QCOMPARE(job.get({}, "admin").status, 200);
    }

    void partsOfIt_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("contentRange");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *range, int status, const char *field, const char *body) {
            QTest::newRow(range) << QByteArray(range) << status << QByteArray(field)
                                 << QByteArray(body);
        };
        row("bytes=0-0", 206, "bytes 0-0/10", "0");
        row("bytes=2-4", 206, "bytes 2-4/10", "234");
        row("bytes=7-", 206, "bytes 7-9/10", "789");
        row("bytes=7-99999", 206, "bytes 7-9/10", "789");
        row("bytes=-3", 206, "bytes 7-9/10", "789");
        row("bytes=-99", 206, "bytes 0-9/10", "0123456789");
        row("bytes=10-", 416, "bytes */10", nullptr);
        row("bytes=-0", 416, "bytes */10", nullptr);
        // Not understood, and so passed over.
        row("bytes=4-2", 200, "", "0123456789");
        row("bytes=1-2,4-5", 200, "", "0123456789");
        row("bytes=-", 200, "", "0123456789");
        row("bytes=a-b", 200, "", "0123456789");
        row("bytes=99999999999999999999-", 200, "", "0123456789");
        row("lines=1-2", 200, "", "0123456789");
    }
    void partsOfIt()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, status);
        QFETCH(QByteArray, contentRange);
        QFETCH(QByteArray, body);
        const Finished job;
        const HttpAnswer answer = job.get({{"Range", range}});
        QCOMPARE(answer.status, status);
        QCOMPARE(fieldOf(answer, "Content-Range"), contentRange);
        if (answer.stream)
            QCOMPARE(bodyOf(answer), body);
    }

    void aPartOfAnotherVersionIsTheWhole()
    {
        const Finished job;
        const QByteArray etag = fieldOf(job.get(), "ETag");
        QCOMPARE(job.get({{"Range", "bytes=1-2"}, {"If-Range", etag}}).status, 206);
        QCOMPARE(job.get({{"Range", "bytes=1-2"}, {"If-Range", "\"old\""}}).status, 200);
    }

    void whatIsNotHereIsNotFound()
    {
        Finished job;
        Job ended = job.api.engine.all().constLast();
        QFile::remove(job.api.uploads.archiveOf(ended));
        QCOMPARE(job.get().status, 404);
        ended.state = JobState::Failed;
        job.api.engine.put(ended);
        QCOMPARE(job.get().status, 404);
        Job elsewhere = bucketJob(u"b"_s, JobState::Done);
        job.api.engine.put(elsewhere);
        const HttpAnswer answer = job.api.ask("GET /jobs/b/result", {}, "admin");
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.body.contains("b/out/b.tif.dzip")); // says where it is
    }
};

QTEST_GUILESS_MAIN(TestUploadsApi)
#include "tst_uploadsapi.moc"
