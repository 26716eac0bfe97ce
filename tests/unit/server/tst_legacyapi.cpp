// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/legacyapi.h"
#include "tests/unit/server/fakejobengine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The API on an engine in memory, without any socket.
struct Api
{
    explicit Api(LegacyApi::Options options = {},
                 AdminRules admins = {.localToken = Secret("admin")})
        : authenticator(std::move(admins), [this] { return now; })
        , legacy(service, authenticator, health, std::move(options))
        , router(legacy.routes(), CorsPolicy({u"*"_s}))
    {}

    HttpAnswer post(const QByteArray &body, const QList<HttpField> &fields = {}) const
    {
        return router.answer(
            {.method = "POST", .path = "/deepzoom", .fields = fields, .body = body});
    }
    HttpAnswer get(const QByteArray &path, const QByteArray &bearer = {}) const
    {
        return router.answer(
            {.method = "GET", .path = path, .fields = {{"Authorization", "Bearer " + bearer}}});
    }

    qint64 now = 1'795'000'000'000;
    FakeJobEngine engine{};
    SecretBox secrets = *SecretBox::fromKeys(Secret("k:" + QByteArray(32, 'x').toBase64()));
    JobService service{engine, secrets, [this] {
                           return now;
                       }};
    Authenticator authenticator;
    StoreHealth health{[this] { return service.health(); },
                       [this] {
                           return now;
                       }};
    LegacyApi legacy;
    Router router;
};

const QByteArray goodBody = R"({"path":"b/in/x y.tif","target_path":"b//out/","token":"t.o.k"})";

QByteArray detail(const QByteArray &text)
{
    return R"({"detail":")" + text + R"("})";
}

/// A JSON Web Token that ended in 1970.
QByteArray expiredToken()
{
    const auto part = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part(R"({"alg":"none"})") + '.' + part(R"({"exp":1,"sub":"u"})") + '.' + part("x");
}

Job bucketJob(const QString &id)
{
    return {.id = id,
            .request = {.source = {u"b"_s, u"in/x.tif"_s}, .targetFolder = {u"b"_s, u"out"_s}}};
}

} // namespace

class TestLegacyApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthIsAnsweredToTheByte()
    {
        const HttpAnswer answer = Api().get("/deepzoom/health");

        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "{\"status\":\"I'm alive!\"}");
    }

    void healthIsNotFineWithoutTheStore()
    {
        Api api;
        QCOMPARE(api.get("/deepzoom/health").status, 200);
        api.engine.setFailure(Error{ErrorCode::Unavailable, u"gone"_s});

        QCOMPARE(api.get("/deepzoom/health").status, 200); // asked less than two seconds ago
        api.now += 2'000;
        QCOMPARE(api.get("/deepzoom/health").status, 503);

        api.engine.setFailure({});
        api.now += 2'000;
        QCOMPARE(api.get("/deepzoom/health").status, 200);
    }

    void aJobIsAcceptedToTheByte()
    {
        const Api api;

        const HttpAnswer answer = api.post(goodBody);

        QCOMPARE(answer.status, 202);
        static const QRegularExpression form(
            u"^\\{\"task_id\":\"([0-9a-f-]{36})\",\"status\":\"accepted\","
            "\"status_endpoint\":\"/deepzoom/status/\\1\"\\}$"_s);
        QVERIFY2(form.match(QString::fromUtf8(answer.body)).hasMatch(), answer.body.constData());
        const Job job = api.engine.all().first();
        QCOMPARE(job.request.source.text(), u"b/in/x y.tif"_s);
        QCOMPARE(job.request.targetFolder.text(), u"b/out"_s);
        QCOMPARE(job.request.options.exists, ExistsPolicy::Replace);
        QCOMPARE(job.request.origin, Origin::Rest);
        QVERIFY(!job.request.submitter.isEmpty());
    }

    void bothSpellingsOfThePathAccept()
    {
        const Api api;

        QCOMPARE(
            api.router.answer({.method = "POST", .path = "/deepzoom/", .body = goodBody}).status,
            202);
    }

    void aTokenMayComeInTheHeader()
    {
        const Api api;

        QCOMPARE(api.post(R"({"path":"b/x","target_path":"b"})", {{"authorization", "Bearer abc"}})
                     .status,
                 202);
        QCOMPARE(api.post(R"({"path":"b/x","target_path":"b","token":""})",
                          {{"authorization", "Bearer abc"}})
                     .status,
                 202);
    }

    void aFolderBucketNeedsNoToken()
    {
        const Api api({.tokenRequired = false});

        QCOMPARE(api.post(R"({"path":"b/x","target_path":"b"})").status, 202);
    }

    void badRequestsAreAnsweredWithASentence_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &answer) {
            QTest::newRow(name) << body << 400 << detail(answer);
        };
        const auto withPath = [](const QByteArray &path) {
            return R"({"path":)" + path + R"(,"target_path":"b/o","token":"t"})";
        };
        const auto withTarget = [](const QByteArray &target) {
            return R"({"path":"b/x","target_path":)" + target + R"(,"token":"t"})";
        };
        const auto withToken = [](const QByteArray &token) {
            return R"({"path":"b/x","target_path":"b/o","token":)" + token + '}';
        };
        const QByteArray missing = "Missing required parameter: ";
        const QByteArray wrong = " must be a non-empty string";
        row("nothing", "", "The request body must be a JSON object");
        row("not json", "path=b/x", "The request body must be a JSON object");
        row("cut off", R"({"path":"b/x")", "The request body must be a JSON object");
        row("a list", "[1]", "The request body must be a JSON object");
        row("a string", "\"x\"", "The request body must be a JSON object");
        row("very deep", QByteArray(30'000, '['), "The request body must be a JSON object");
        row("empty object", "{}", missing + "path");
        row("empty path", withPath("\"\""), missing + "path");
        row("null path", withPath("null"), missing + "path");
        row("number path", withPath("5"), "path" + wrong);
        row("zero path", withPath("0"), "path" + wrong);
        row("list path", withPath("[\"b/x\"]"), "path" + wrong);
        row("bool path", withPath("false"), "path" + wrong);
        row("no target", R"({"path":"b/x","token":"t"})", missing + "target_path");
        row("object target", withTarget("{}"), "target_path" + wrong);
        row("no token", R"({"path":"b/x","target_path":"b/o"})", missing + "token");
        row("number token", withToken("7"), "token" + wrong);
        row("token with line ends",
            withToken(R"("a\r\nX: y")"),
            "token must not contain blanks or control characters");
        row("order", R"({"token":7,"target_path":7})", missing + "path");
        row("bucket only", withPath("\"b\""), "path must be <bucket>/<object>");
        row("folder as path", withPath("\"b/x/\""), "path must be <bucket>/<object>");
        row("dots",
            withPath("\"b/../c/x\""),
            "path must not contain '.' or '..' as a part of its path");
        row("dots in target",
            withTarget("\"b/../../x\""),
            "target_path must not contain '.' or '..' as a part of its path");
        row("control", withPath(R"("b/x\u0000")"), "path must not contain control characters");
        row("slashes", withTarget("\"//\""), "target_path must be <bucket>/<folder>");
        QTest::newRow("expired token")
            << withToken('"' + expiredToken() + '"') << 401 << QByteArray();
    }

    void badRequestsAreAnsweredWithASentence()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, answer);
        const Api api;

        const HttpAnswer got = api.post(body);

        QCOMPARE(got.status, status);
        if (!answer.isEmpty())
            QCOMPARE(got.body, answer);
        else
            QVERIFY2(got.body.startsWith(R"({"detail":"The token has expired)"),
                     got.body.constData());
        QVERIFY(api.engine.all().isEmpty());
    }

    void oddNamesAreAccepted()
    {
        const Api api;

        QCOMPARE(
            api.post(R"({"path":"b/a b+#?%20ä/x.tif[]","target_path":"b/o?x=1#y","token":"t"})")
                .status,
            202);

        QCOMPARE(api.engine.all().first().request.source.path, u"a b+#?%20ä/x.tif[]"_s);
        QCOMPARE(api.engine.all().first().request.targetFolder.path, u"o?x=1#y"_s);
    }

    void aFullQueueAndALostStoreAskToComeBack_data()
    {
        QTest::addColumn<bool>("isLost");
        QTest::newRow("queue full") << false;
        QTest::newRow("store lost") << true;
    }

    void aFullQueueAndALostStoreAskToComeBack()
    {
        QFETCH(bool, isLost);
        Api api;
        if (isLost)
            api.engine.setFailure(Error{ErrorCode::Unavailable, u"The store cannot be reached"_s});
        else
            api.engine.setQueueLimit(0);

        const HttpAnswer answer = api.post(goodBody);

        QCOMPARE(answer.status, 503);
        QVERIFY(HttpRequest{.fields = answer.fields}.field("Retry-After").toInt() > 0);
        QVERIFY(answer.body.startsWith(R"({"detail":")"));
    }

    /// Who waits for another machine must not hold up the thread of all sockets.
    void statusWaitsForARemoteStoreElsewhere()
    {
        const HttpRequest request{.method = "GET", .path = "/deepzoom/status/x"};

        QCOMPARE(Api().router.target(request).place, Place::Guard);
        QCOMPARE(Api({.isStoreRemote = true}).router.target(request).place, Place::Store);
    }

    void aStatusIsFoundById_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("known") << QByteArray("/deepzoom/status/job-1") << 200;
        QTest::newRow("unknown") << QByteArray("/deepzoom/status/job-2") << 404;
        QTest::newRow("of the window") << QByteArray("/deepzoom/status/local") << 404;
    }

    void aStatusIsFoundById()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        Api api;
        api.engine.put(bucketJob(u"job-1"_s));
        api.engine.put(
            {.id = u"local"_s,
             .request = {.source = {{}, u"/home/u/x.tif"_s}, .targetFolder = {{}, u"/home/u"_s}}});

        const HttpAnswer answer = api.get(path);

        QCOMPARE(answer.status, status);
        if (status == 404)
            QCOMPARE(answer.body, detail("Task not found"));
        else
            QCOMPARE(QJsonDocument::fromJson(answer.body).object().value(u"status"), u"queued"_s);
    }

    void adminsSeeAllBucketJobs()
    {
        Api api;
        QStringList expected;
        for (int i = 0; i < 1203; ++i) {
            expected << u"job-%1"_s.arg(i, 4, 10, QChar(u'0'));
            api.engine.put(bucketJob(expected.last()));
        }
        api.engine.put({.id = u"local"_s, .request = {.source = {{}, u"/home/u/x.tif"_s}}});

        const HttpAnswer answer = api.get("/deepzoom/tasks", "admin");

        QCOMPARE(answer.status, 200);
        const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
        QCOMPARE(json.value(u"total"), 1203);
        QCOMPARE(json.value(u"tasks").toObject().keys(), expected);
        QVERIFY(!answer.body.contains("/home"));
    }

    void anEmptyListIsAnObjectToo()
    {
        QCOMPARE(Api().get("/deepzoom/tasks", "admin").body, R"({"tasks":{},"total":0})");
    }

    void onlyAdminsSeeTheList_data()
    {
        QTest::addColumn<QByteArray>("bearer");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("none") << QByteArray() << 401 << detail("Missing or invalid token");
        QTest::newRow("refused") << QByteArray("refused") << 401
                                 << detail("Missing or invalid token");
        QTest::newRow("elsewhere")
            << QByteArray("elsewhere") << 403 << detail("Unauthorized email domain");
        QTest::newRow("no e-mail")
            << QByteArray("nameless") << 403 << detail("Unauthorized email domain");
        QTest::newRow("not reached") << QByteArray("down") << 503
                                     << detail("The identity service cannot be reached: try again");
        QTest::newRow("admin") << QByteArray("good") << 200
                               << QByteArray(R"({"tasks":{},"total":0})");
    }

    void onlyAdminsSeeTheList()
    {
        QFETCH(QByteArray, bearer);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        AdminRules rules{.domains = {u"@uio.no"_s}};
        rules.identify = [](const Secret &token) -> Result<QString> {
            if (token.equals("refused"))
                return Error{ErrorCode::AuthRequired, u"401"_s};
            if (token.equals("down"))
                return Error{ErrorCode::Network, u"connection refused"_s};
            if (token.equals("nameless"))
                return QString();
            return token.equals("good") ? u"a@uio.no"_s : u"a@elsewhere.example"_s;
        };
        const Api api({}, std::move(rules));

        const HttpAnswer answer = api.get("/deepzoom/tasks", bearer);

        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body, body);
    }

    void noTokenComesBack()
    {
        Api api;
        const QByteArray body = R"({"path":"b/x","target_path":"b","token":"TOPSECRET"})";
        const QByteArray accepted = api.post(body).body;
        const QString id = api.engine.all().first().id;

        for (const QByteArray &answer : {accepted,
                                         api.get("/deepzoom/status/" + id.toLatin1()).body,
                                         api.get("/deepzoom/tasks", "admin").body})
            QVERIFY2(!answer.contains("TOPSECRET"), answer.constData());
    }

    void whatHasNotChangedIsNotLookedUpAgain()
    {
        Api api;
        api.engine.countChanges();
        Job job = bucketJob(u"job-1"_s);
        job.state = JobState::Running;
        api.engine.put(job);
        const QByteArray path = "/deepzoom/status/" + job.id.toLatin1();
        const HttpAnswer first = api.get(path);
        const qint64 lookups = api.engine.lookups();
        QCOMPARE(api.get(path).body, first.body);
        QCOMPARE(api.engine.lookups(), lookups);
        job.progress = 77;
        api.engine.put(job);
        QVERIFY(api.get(path).body.contains("77"));
        QCOMPARE(api.get("/deepzoom/status/none").status, 404);
        QVERIFY(api.get(path).body.contains("77"));
    }
};

QTEST_APPLESS_MAIN(TestLegacyApi)
#include "tst_legacyapi.moc"
