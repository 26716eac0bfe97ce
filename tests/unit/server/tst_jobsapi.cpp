// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobsubmit.h"
#include "tests/support/resultvalue.h"
#include "tests/unit/server/jobsapifixture.h"

#include <QJsonArray>
#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList idsOf(const HttpAnswer &answer)
{
    QStringList ids;
    for (const QJsonValue &job : jsonOf(answer).value(u"jobs").toArray())
        ids << job[u"id"].toString();
    return ids;
}

const QByteArray goodBody
    = "{\"source\":{\"bucket\":\"b/in/x y.tif\"},\"target\":\"b//out/\",\"token\":\"user-token\","
      "\"options\":{\"quality\":80}}";

} // namespace

class TestJobsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJobIsAccepted()
    {
        const Api api;

        const HttpAnswer answer = api.ask("POST /jobs", goodBody, {});

        QCOMPARE(answer.status, 202);
        const QString id = jsonOf(answer).value(u"id").toString();
        QCOMPARE(fieldOf(answer, "Location"), "/api/v1/jobs/" + id.toLatin1());
        QVERIFY(!fieldOf(answer, "Retry-After").isEmpty());
        const Job job = api.engine.all().first();
        QCOMPARE(job.id, id);
        QCOMPARE(job.request.source.text(), u"b/in/x y.tif"_s);
        QCOMPARE(job.request.targetFolder.text(), u"b/out"_s);
        QCOMPARE(job.request.options.quality, 80);
        QCOMPARE(job.request.options.exists, ExistsPolicy::Replace);
        QCOMPARE(job.request.origin, Origin::Rest);
        QCOMPARE(job.request.submitter, tokenHash(Secret(userToken)));
    }

    void badSubmitsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("sentence");
        const auto row
            = [](const char *name, const QByteArray &body, int status, const QString &sentence) {
                  QTest::newRow(name) << body << status << sentence;
              };
        const QByteArray rest = ",\"target\":\"b/o\",\"token\":\"t\"}";
        const QByteArray source = "{\"source\":{\"bucket\":\"b/x\"}";
        row("no JSON", "x", 400, u"JSON object"_s);
        row("no source", "{\"target\":\"b/o\",\"token\":\"t\"}", 400, u"source must be"_s);
        row("local source", "{\"source\":{\"path\":\"/etc/passwd\"}" + rest, 400, u"source must"_s);
        row("source as text", "{\"source\":\"b/x\"" + rest, 400, u"source must be"_s);
        row("dots", "{\"source\":{\"bucket\":\"b/../x\"}" + rest, 400, u"source.bucket must not"_s);
        row("no target", source + ",\"token\":\"t\"}", 400, u"target must be"_s);
        row("misspelt field", source + ",\"tokn\":1" + rest, 400, u"no field named tokn"_s);
        row("token with a line end",
            source + ",\"target\":\"b/o\",\"token\":\"a\\nb\"}",
            400,
            u"token must not"_s);
        row("no token", source + ",\"target\":\"b/o\"}", 401, u"token for the bucket"_s);
        row("options as text", source + ",\"options\":\"x\"" + rest, 400, u"options must be"_s);
        row("unknown option",
            source + ",\"options\":{\"qality\":3}" + rest,
            400,
            u"no option named qality"_s);
        row("option as a list",
            source + ",\"options\":{\"channels\":[1,2]}" + rest,
            400,
            u"channels must be a number or a text"_s);
        row("option out of range",
            source + ",\"options\":{\"quality\":101}" + rest,
            400,
            u"quality must be a number from 1 to 100"_s);
        const auto callback = [&](const char *name, QByteArray json, const QString &sentence) {
            json.replace('\'', '"');
            row(name, source + ",\"callback\":" + json + rest, 400, sentence);
        };
        callback("callback as text", "'x'", u"callback must be"_s);
        callback("callback without URL", "{'secret':'s'}", u"callback must be"_s);
        callback("secret as a number", "{'url':'https://x','secret':1}", u"callback must be"_s);
        callback("misspelt in it", "{'url':'https://x','scret':''}", u"field named scret"_s);
        callback("no http", "{'url':'ftp://x/'}", u"callback.url must be an http"_s);
        callback("no host", "{'url':'https:///x'}", u"callback.url must be an http"_s);
        callback("password", "{'url':'https://u:p@x/'}", u"must not hold a password"_s);
    }

    void badSubmitsAreRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, sentence);
        const Api api;

        // The server's own token is never one for a bucket.
        const HttpAnswer answer = api.ask("POST /jobs", body, "admin");

        QCOMPARE(answer.status, status);
        QCOMPARE(answer.contentType, "application/problem+json");
        QVERIFY2(jsonOf(answer).value(u"detail").toString().contains(sentence),
                 answer.body.constData());
        QVERIFY(api.engine.all().isEmpty());
    }

    void aRepeatedSubmitMakesOneJob_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QByteArray renewed = goodBody;
        QTest::newRow("the same") << goodBody << 200;
        QTest::newRow("another quality") << renewed.replace("80", "81") << 422;
        QByteArray told = goodBody;
        QTest::newRow("told to somebody")
            << told.insert(told.lastIndexOf('}'), ",\"callback\":{\"url\":\"https://x/\"}") << 422;
    }

    void aRepeatedSubmitMakesOneJob()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const Api api;
        const QList<HttpField> key{{"Idempotency-Key", "k1"}};
        QCOMPARE(api.ask("POST /jobs", goodBody, {}, key).status, 202);

        const HttpAnswer again = api.ask("POST /jobs", body, {}, key);

        QCOMPARE(again.status, status);
        QCOMPARE(api.engine.all().size(), 1);
        if (status == 200)
            QCOMPARE(jsonOf(again).value(u"id"), api.engine.all().first().id);
    }

    void theKeysOfTwoPeopleDoNotMeet()
    {
        const Api api;
        const QList<HttpField> key{{"Idempotency-Key", "k1"}};
        QByteArray ofAnother = goodBody;
        api.ask("POST /jobs", goodBody, {}, key);

        QCOMPARE(api.ask("POST /jobs", ofAnother.replace("user-token", "other"), {}, key).status,
                 202);
    }

    void afullQueueSaysWhenToComeBack()
    {
        Api api;
        api.engine.setQueueLimit(0);

        const HttpAnswer answer = api.ask("POST /jobs", goodBody, {});

        QCOMPARE(answer.status, 429);
        QCOMPARE(codeOf(answer), u"E_QUEUE_FULL"_s);
        QVERIFY(jsonOf(answer).value(u"retryable").toBool());
        QVERIFY(!fieldOf(answer, "Retry-After").isEmpty());
    }

    void aServerThatEndsTakesNothingNew()
    {
        Api api;
        api.engine.put(bucketJob(u"failed"_s, JobState::Failed));
        api.service.drain();

        for (const QByteArray call : {"POST /jobs", "POST /jobs/failed/retry"}) {
            const HttpAnswer answer
                = api.ask(call, call == "POST /jobs" ? goodBody : QByteArray(), userToken);
            QCOMPARE(answer.status, 503);
            QCOMPARE(codeOf(answer), u"E_DRAINING"_s);
            QVERIFY(!fieldOf(answer, "Retry-After").isEmpty());
        }
        QCOMPARE(api.ask("GET /jobs/failed").status, 200);
    }

    void bodiesAreJson_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("status");
        QTest::newRow("JSON") << QByteArray("application/json") << 202;
        QTest::newRow("with a charset") << QByteArray("Application/JSON; charset=utf-8") << 202;
        QTest::newRow("a kind of JSON") << QByteArray("application/x.job+json") << 202;
        QTest::newRow("not said") << QByteArray() << 202;
        QTest::newRow("a form") << QByteArray("application/x-www-form-urlencoded") << 415;
        QTest::newRow("text") << QByteArray("text/plain") << 415;
    }

    void bodiesAreJson()
    {
        QFETCH(QByteArray, type);
        QFETCH(int, status);

        const HttpAnswer answer = Api().ask("POST /jobs", goodBody, {}, {{"Content-Type", type}});

        QCOMPARE(answer.status, status);
        if (status == 415)
            QCOMPARE(codeOf(answer), u"E_MEDIA_TYPE"_s);
    }

    void aRefusalNamesTheField_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char *name, const QByteArray &body, const QString &pointer) {
            QTest::newRow(name) << body << pointer;
        };
        row("source", "{\"source\":1,\"target\":\"b/o\"}", u"#/source"_s);
        row("target", "{\"source\":{\"bucket\":\"b/x\"},\"target\":7}", u"#/target"_s);
        row("quality",
            QByteArray(goodBody).replace("\"quality\":80", "\"quality\":800"),
            u"#/options/quality"_s);
        row("token", QByteArray(goodBody).replace("\"user-token\"", "7"), u"#/token"_s);
        row("unknown", QByteArray(goodBody).replace("\"token\"", "\"tokn\""), u"#/tokn"_s);
    }

    void aRefusalNamesTheField()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, pointer);

        const HttpAnswer answer = Api().ask("POST /jobs", body, {});

        QCOMPARE(answer.status, 400);
        QCOMPARE(jsonOf(answer).value(u"errors")[0][u"pointer"].toString(), pointer);
    }

    void rightsAreThoseOfTheTable_data()
    {
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<int>("admin");
        QTest::addColumn<int>("submitter");
        QTest::addColumn<int>("other");
        QTest::addColumn<int>("nobody");
        const auto row = [](const QByteArray &call, int admin, int submitter, int other) {
            QTest::newRow(call.constData()) << call << admin << submitter << other << 401;
        };
        row("GET /jobs", 200, 401, 401);
        row("GET /jobs?changed_after=0", 200, 401, 401);
        row("GET /queue", 200, 401, 401);
        row("PUT /queue", 400, 401, 401);
        row("GET /jobs/done", 200, 200, 401);
        row("GET /jobs/done/log", 200, 200, 401);
        row("GET /jobs/done/preview", 200, 200, 401);
        row("GET /jobs/done/preview/image.dzi", 200, 200, 401);
        row("GET /jobs/done/preview/image_files/0/0_0.jpeg", 200, 200, 401);
        row("DELETE /jobs/done", 200, 200, 401);
        row("POST /jobs/failed/retry", 409, 200, 401);
        row("POST /jobs/done/move", 400, 403, 401);
        row("PATCH /jobs/done", 400, 400, 401);
        row("POST /jobs/done/remove", 204, 204, 401);
        row("GET /jobs/nothere", 404, 404, 404);
        row("GET /jobs/not%20an%20id", 404, 404, 404);
    }

    void rightsAreThoseOfTheTable()
    {
        QFETCH(QByteArray, call);
        QFETCH(int, admin);
        QFETCH(int, submitter);
        QFETCH(int, other);
        QFETCH(int, nobody);
        const auto statusFor = [&call](const QByteArray &bearer) {
            Api api;
            api.engine.put(bucketJob(u"done"_s, JobState::Done));
            api.engine.put(bucketJob(u"failed"_s, JobState::Failed));
            return api.ask(call, {}, bearer).status;
        };

        QCOMPARE(statusFor("admin"), admin);
        QCOMPARE(statusFor(userToken), submitter);
        QCOMPARE(statusFor("another-token"), other);
        QCOMPARE(statusFor({}), nobody);
    }

    void aListShowsPagesCountsAndTheRevision()
    {
        Api api;
        for (int i = 0; i < 5; ++i)
            api.engine.put(
                bucketJob(u"j%1"_s.arg(i), i < 2 ? JobState::Failed : JobState::Waiting));

        const HttpAnswer first = api.ask("GET /jobs?limit=3");
        const QByteArray cursor
            = QByteArray::number(jsonOf(first).value(u"next_cursor").toInteger());
        const HttpAnswer second = api.ask("GET /jobs?limit=3&cursor=" + cursor);

        QCOMPARE(idsOf(first), (QStringList{u"j4"_s, u"j3"_s, u"j2"_s}));
        QCOMPARE(idsOf(second), (QStringList{u"j1"_s, u"j0"_s}));
        QVERIFY(jsonOf(second).value(u"next_cursor").isNull());
        QCOMPARE(jsonOf(first).value(u"counts").toObject(),
                 (QJsonObject{{u"failed"_s, 2}, {u"waiting"_s, 3}}));
        QCOMPARE(jsonOf(first).value(u"revision"), 5);
    }

    void aListIsFiltered_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QStringList>("ids");
        const QStringList all{u"c"_s, u"b"_s, u"a"_s};
        QTest::newRow("all") << QByteArray("") << all;
        QTest::newRow("a state") << QByteArray("state=failed") << QStringList{u"b"_s};
        QTest::newRow("two states")
            << QByteArray("state=failed,done") << QStringList{u"c"_s, u"b"_s};
        QTest::newRow("a word of the name") << QByteArray("q=A.TIF") << QStringList{u"a"_s};
        QTest::newRow("two words") << QByteArray("q=cut+b.tif") << QStringList{u"b"_s};
        QTest::newRow("encoded words") << QByteArray("q=cut%20b.tif") << QStringList{u"b"_s};
        QTest::newRow("a code") << QByteArray("q=E_NETWORK") << QStringList{u"b"_s};
        QTest::newRow("a source") << QByteArray("source=b/in/b") << QStringList{u"b"_s};
        QTest::newRow("a source elsewhere") << QByteArray("source=in/b") << QStringList();
        QTest::newRow("lately") << QByteArray("created_after=2026-11-26T00:00:00Z")
                                << QStringList{u"c"_s};
        QTest::newRow("lately, in a zone")
            << QByteArray("created_after=2026-11-26T01:00:00%2B01:00") << QStringList{u"c"_s};
        QTest::newRow("nothing fits") << QByteArray("q=zebra") << QStringList();
        QTest::newRow("found beyond the page")
            << QByteArray("q=in/a&limit=1") << QStringList{u"a"_s};
    }

    void aListIsFiltered()
    {
        QFETCH(QByteArray, query);
        QFETCH(QStringList, ids);
        Api api;
        Job failed = bucketJob(u"b"_s, JobState::Failed);
        failed.error = Error{ErrorCode::Network, u"the connection was cut"_s};
        Job late = bucketJob(u"c"_s, JobState::Done);
        late.createdAt = 1'795'651'200'000; // 2026-11-26, midnight
        api.engine.put(bucketJob(u"a"_s));
        api.engine.put(failed);
        api.engine.put(late);

        QCOMPARE(idsOf(api.ask("GET /jobs?" + query)), ids);
    }

    void aListIsSorted_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<JobOrder>("order");
        QTest::newRow("usually") << QByteArray() << JobOrder::NewestFirst;
        QTest::newRow("newest") << QByteArray("sort=-created_at") << JobOrder::NewestFirst;
        QTest::newRow("oldest") << QByteArray("sort=created_at") << JobOrder::OldestFirst;
        QTest::newRow("latest") << QByteArray("sort=-updated_at") << JobOrder::LatestChangeFirst;
        QTest::newRow("quiet") << QByteArray("sort=updated_at") << JobOrder::EarliestChangeFirst;
    }

    void aListIsSorted()
    {
        QFETCH(QByteArray, query);
        QFETCH(JobOrder, order);
        const Api api;

        QCOMPARE(api.ask("GET /jobs?" + query).status, 200);
        QCOMPARE(api.engine.lastOrder(), order);
    }

    void aPageSaysWhereTheNextOneIs()
    {
        Api api;
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
            api.engine.put(bucketJob(id));

        const QByteArray link = fieldOf(api.ask("GET /jobs?q=b%2Fin+tif&limit=2&cursor=3"), "Link");
        const QByteArray last = fieldOf(api.ask("GET /jobs?limit=3"), "Link");

        QCOMPARE(link, "</api/v1/jobs?q=b%2Fin%20tif&limit=2&cursor=1>; rel=\"next\"");
        QCOMPARE(last, QByteArray());
    }

    void badQueriesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char *query : {"state=dreaming",
                                  "limit=0",
                                  "limit=501",
                                  "limit=x",
                                  "cursor=-1",
                                  "cursor=x",
                                  "changed_after=-1",
                                  "changed_after=",
                                  "changed_after=3&state=done",
                                  "changed_after=3&sort=created_at",
                                  "created_after=yesterday",
                                  "sort=name"})
            QTest::newRow(query) << QByteArray(query);
    }

    void badQueriesAreRefused()
    {
        QFETCH(QByteArray, query);

        const HttpAnswer answer = Api().ask("GET /jobs?" + query);

        QCOMPARE(answer.status, 400);
        QCOMPARE(codeOf(answer), u"E_INVALID_REQUEST"_s);
    }

    void pollersGetWhatChangedSince()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s));
        api.engine.put(bucketJob(u"b"_s));
        api.engine.put(bucketJob(u"a"_s, JobState::Done));

        const HttpAnswer all = api.ask("GET /jobs?changed_after=0");
        const HttpAnswer later = api.ask("GET /jobs?changed_after=2");
        const HttpAnswer nothing = api.ask("GET /jobs?changed_after=3");

        QCOMPARE(idsOf(all), (QStringList{u"b"_s, u"a"_s}));
        QCOMPARE(idsOf(later), QStringList{u"a"_s});
        QCOMPARE(jsonOf(later).value(u"revision"), 3);
        QVERIFY(idsOf(nothing).isEmpty());
        QCOMPARE(jsonOf(nothing).value(u"revision"), 3);
    }

    void pollersAreToldWhatIsGone()
    {
        Api api;
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
            api.engine.put(bucketJob(id, JobState::Done)); // revisions 1, 2, 3
        const auto removed = [](const HttpAnswer &answer) {
            return jsonOf(answer).value(u"removed").toVariant().toStringList();
        };

        QCOMPARE(api.ask("POST /jobs/a/remove").status, 204);
        QCOMPARE(api.ask("POST /jobs/c/remove").status, 204);
        const HttpAnswer both = api.ask("GET /jobs?changed_after=3");
        const HttpAnswer one = api.ask("GET /jobs?changed_after=3&limit=1");
        const HttpAnswer none = api.ask("GET /jobs?changed_after=5");
        const HttpAnswer first = api.ask("GET /jobs?changed_after=0");

        QCOMPARE(removed(both), (QStringList{u"a"_s, u"c"_s}));
        QVERIFY(idsOf(both).isEmpty());
        QCOMPARE(jsonOf(both).value(u"revision"), 5);
        QCOMPARE(removed(one), QStringList{u"a"_s});
        QCOMPARE(jsonOf(one).value(u"revision"), 4); // ask on from here
        QVERIFY(removed(none).isEmpty());
        QVERIFY(removed(first).isEmpty()); // who knows nothing misses nothing
        QCOMPARE(idsOf(first), QStringList{u"b"_s});
    }

    void aJobIsNotSentAgainWhileItIsTheSame()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s));
        const QByteArray etag = fieldOf(api.ask("GET /jobs/a"), "ETag");
        const auto statusWith = [&api](const QByteArray &tag, const QByteArray &bearer) {
            return api.ask("GET /jobs/a", {}, bearer, {{"If-None-Match", tag}}).status;
        };

        QCOMPARE(statusWith(etag, "admin"), 304);
        QCOMPARE(statusWith("\"0\", W/" + etag, "admin"), 304);
        QCOMPARE(statusWith("\"0\"", "admin"), 200);
        QCOMPARE(statusWith(etag, userToken), 200); // who sees less has another answer
        api.engine.put(bucketJob(u"a"_s, JobState::Running));
        QCOMPARE(statusWith(etag, "admin"), 200);
    }

    void cancellingIsAskedForOnceOrTwice()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s));
        api.engine.put(bucketJob(u"b"_s, JobState::Running));

        const HttpAnswer cancelled = api.ask("DELETE /jobs/a");
        QCOMPARE(cancelled.status, 200);
        QCOMPARE(jsonOf(cancelled).value(u"state"), u"cancelled"_s);
        QCOMPARE(api.ask("DELETE /jobs/a").status, 200);
        const HttpAnswer stopping = api.ask("DELETE /jobs/b");
        QCOMPARE(stopping.status, 202);
        QCOMPARE(jsonOf(stopping).value(u"state"), u"stopping"_s);
        QCOMPARE(api.ask("DELETE /jobs/b").status, 202);
    }

    void aRetryTakesNoTokenButTheUsers_data()
    {
        QTest::addColumn<QByteArray>("bearer");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("token"); ///< empty: refused
        QTest::newRow("the user") << userToken << QByteArray() << userToken;
        QTest::newRow("an admin") << QByteArray("admin") << QByteArray() << QByteArray();
        QTest::newRow("an admin with a token of the user")
            << QByteArray("admin") << QByteArray("{\"token\":\"fresh\"}") << QByteArray("fresh");
        QTest::newRow("an empty token")
            << QByteArray("admin") << QByteArray("{\"token\":\"\"}") << QByteArray();
    }

    void aRetryTakesNoTokenButTheUsers()
    {
        QFETCH(QByteArray, bearer);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, token);
        Api api;
        api.engine.put(bucketJob(u"a"_s, JobState::Failed));

        const HttpAnswer answer = api.ask("POST /jobs/a/retry", body, bearer);

        if (token.isEmpty()) {
            QCOMPARE(answer.status, 409);
            QCOMPARE(codeOf(answer), u"E_AUTH_EXPIRED"_s);
            return;
        }
        QCOMPARE(answer.status, 200);
        QCOMPARE(jsonOf(answer).value(u"state"), u"waiting"_s);
        QCOMPARE(valueOf(api.secrets.open(api.engine.retriedWith(), u"a"_s)).expose(), token);
    }

    void whatAJobIsNotReadyForIsAConflict()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s, JobState::Running));

        QCOMPARE(codeOf(api.ask("POST /jobs/a/retry", "{\"token\":\"t\"}")), u"E_CONFLICT"_s);
        QCOMPARE(codeOf(api.ask("POST /jobs/a/remove")), u"E_CONFLICT"_s);
    }

    void aRemovedJobIsGone()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s, JobState::Done));

        QCOMPARE(api.ask("POST /jobs/a/remove").status, 204);
        QCOMPARE(api.ask("GET /jobs/a").status, 404);
    }

    void changedOptionsKeepTheOthers()
    {
        const ConversionOptions options{.quality = 50, .page = 2};

        const ConversionOptions changed = valueOf(changedOptions(options, {{u"quality"_s, 90}}));
        const ConversionOptions preset
            = valueOf(changedOptions(options, {{u"preset"_s, u"segmentation"_s}, {u"page"_s, 3}}));

        QCOMPARE(changed.quality, 90);
        QCOMPARE(changed.page, 2);
        QCOMPARE(preset.format, TileFormat::Png);
        QCOMPARE(preset.quality, 50);
        QCOMPARE(preset.page, 3);
        QVERIFY(!changedOptions(options, {{u"preset"_s, u"nonesuch"_s}}));
    }

    void theLogNamesFoldersOfTheServerToAdminsOnly()
    {
        Api api;
        Job job = bucketJob(u"a"_s, JobState::Done);
        job.request.targetFolder = {{}, u"/srv/archives"_s};
        api.engine.put(job);
        api.engine.setLog({u"the archive is /srv/archives/a.tif.dzip"_s});

        QVERIFY(api.ask("GET /jobs/a/log").body.contains("/srv/archives"));
        QCOMPARE(jsonOf(api.ask("GET /jobs/a/log", {}, userToken)).value(u"lines").toArray(),
                 QJsonArray{u"the archive is a.tif.dzip"_s});
    }

    void theLogIsShown()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s));
        api.engine.setLog({u"one"_s, u"two"_s});

        QCOMPARE(jsonOf(api.ask("GET /jobs/a/log")).value(u"lines").toArray(),
                 (QJsonArray{u"one"_s, u"two"_s}));
    }

    void aStoreThatIsGoneIsAProblemThatPasses()
    {
        Api api;
        api.engine.setFailure(Error{ErrorCode::Unavailable, u"gone"_s});

        for (const QByteArray call : {"GET /jobs", "GET /jobs?changed_after=0", "GET /jobs/a"}) {
            const HttpAnswer answer = api.ask(call);
            QCOMPARE(answer.status, 503);
            QVERIFY(jsonOf(answer).value(u"retryable").toBool());
            QVERIFY(!fieldOf(answer, "Retry-After").isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(TestJobsApi)
#include "tst_jobsapi.moc"
