// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/jobsapifixture.h"

#include <QJsonArray>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Three jobs: "a" and "b" failed, "c" waits.
struct ThreeJobs : Api
{
    ThreeJobs()
    {
        engine.put(bucketJob(u"a"_s, JobState::Failed));
        engine.put(bucketJob(u"b"_s, JobState::Failed));
        engine.put(bucketJob(u"c"_s));
    }
    JobState state(const QString &id) { return (*engine.get(id))->state; }
};

QStringList doneIn(const HttpAnswer &answer)
{
    QStringList ids;
    for (const QJsonValue &result : jsonOf(answer).value(u"results").toArray()) {
        if (result[u"done"].toBool())
            ids << result[u"id"].toString();
    }
    return ids;
}

} // namespace

class TestBatchApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyJobsAreOneCall_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("done");
        const auto row = [](const char *name, const QByteArray &body, const QStringList &done) {
            QTest::newRow(name) << body << done;
        };
        row("by ids",
            "{\"action\":\"cancel\",\"ids\":[\"c\",\"nothere\",\"c\"]}",
            QStringList{u"c"_s});
        row("by state",
            "{\"action\":\"remove\",\"filter\":{\"state\":[\"failed\"]},\"expect_count\":2}",
            QStringList{u"b"_s, u"a"_s});
        row("by words",
            "{\"action\":\"remove\",\"filter\":{\"q\":\"a.tif\"},\"expect_count\":1}",
            QStringList{u"a"_s});
        row("retry with a token",
            "{\"action\":\"retry\",\"filter\":{\"source\":\"b/in/b\"},\"expect_count\":1,"
            "\"token\":\"t\"}",
            QStringList{u"b"_s});
        row("retry without one", "{\"action\":\"retry\",\"ids\":[\"a\"]}", QStringList());
        row("pause",
            "{\"action\":\"pause\",\"ids\":[\"c\"],\"expect_count\":1}",
            QStringList{u"c"_s});
    }

    void manyJobsAreOneCall()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, done);
        const ThreeJobs api;

        const HttpAnswer answer = api.ask("POST /jobs:batch", body);

        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(doneIn(answer), done);
    }

    void whatCannotBeDoneToOneJobIsSaid()
    {
        const ThreeJobs api;

        const HttpAnswer answer
            = api.ask("POST /jobs:batch", "{\"action\":\"remove\",\"ids\":[\"c\",\"none\"]}");

        const QJsonArray results = jsonOf(answer).value(u"results").toArray();
        QCOMPARE(results.size(), 2);
        QCOMPARE(results[0][u"code"].toString(), u"E_CONFLICT"_s);
        QCOMPARE(results[1][u"code"].toString(), u"E_NOT_FOUND"_s);
        QVERIFY(!results[0][u"detail"].toString().isEmpty());
    }

    void nothingIsDoneWhenOtherJobsMatchThanWereSeen()
    {
        ThreeJobs api;

        const HttpAnswer answer = api.ask(
            "POST /jobs:batch",
            "{\"action\":\"remove\",\"filter\":{\"state\":[\"failed\"]},\"expect_count\":1}");

        QCOMPARE(answer.status, 409);
        QCOMPARE(codeOf(answer), u"E_CONFLICT"_s);
        QCOMPARE(jsonOf(answer).value(u"count"), 2);
        QCOMPARE(api.state(u"a"_s), JobState::Failed);
    }

    void noCallTouchesMoreThanAThousandJobs()
    {
        Api api;
        for (int i = 0; i < 1001; ++i)
            api.engine.put(bucketJob(u"j%1"_s.arg(i)));

        const HttpAnswer answer = api.ask(
            "POST /jobs:batch", "{\"action\":\"cancel\",\"filter\":{},\"expect_count\":1001}");

        QCOMPARE(answer.status, 422);
        QCOMPARE(codeOf(answer), u"E_LIMIT"_s);
        QCOMPARE(jsonOf(answer).value(u"count"), 1001);
    }

    void badBodiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const QByteArray &body, const QString &pointer) {
            QTest::newRow(body.constData()) << body << pointer;
        };
        row("{\"action\":\"explode\",\"ids\":[\"a\"]}", u"#/action"_s);
        row("{\"action\":\"cancel\"}", u"#/expect_count"_s);
        row("{\"action\":\"cancel\",\"ids\":[]}", u"#/ids"_s);
        row("{\"action\":\"cancel\",\"ids\":[7]}", u"#/ids"_s);
        row("{\"action\":\"cancel\",\"ids\":[\"a\"],\"filter\":{}}", u"#/ids"_s);
        row("{\"action\":\"cancel\",\"filter\":{}}", u"#/expect_count"_s);
        row("{\"action\":\"cancel\",\"filter\":7,\"expect_count\":1}", u"#/filter"_s);
        row("{\"action\":\"cancel\",\"filter\":{\"state\":[\"x\"]},\"expect_count\":1}",
            u"#/filter/state"_s);
        row("{\"action\":\"cancel\",\"filter\":{\"q\":[\"x\"]},\"expect_count\":1}",
            u"#/filter/q"_s);
        row("{\"action\":\"cancel\",\"filter\":{\"limit\":\"1\"},\"expect_count\":1}",
            u"#/filter/limit"_s);
        row("{\"action\":\"cancel\",\"ids\":[\"a\"],\"who\":1}", u"#/who"_s);
    }

    void badBodiesAreRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, pointer);
        const ThreeJobs api;

        const HttpAnswer answer = api.ask("POST /jobs:batch", body);

        QCOMPARE(answer.status, 400);
        QCOMPARE(jsonOf(answer).value(u"errors")[0][u"pointer"].toString(), pointer);
    }
};

QTEST_APPLESS_MAIN(TestBatchApi)
#include "tst_batchapi.moc"
