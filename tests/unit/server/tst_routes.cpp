// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logcontext.h"
#include "server/problem.h"
#include "server/routes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <stdexcept>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray fieldOf(const HttpAnswer &answer, const QByteArray &name)
{
    return HttpRequest{.fields = answer.fields}.field(name);
}

Router routerWith(const QStringList &origins)
{
    const auto echo = [](const HttpRequest &r) {
        return HttpAnswer{.body = r.arguments.join(' ')};
    };
    const auto fail = [](const HttpRequest &) -> HttpAnswer {
        throw std::runtime_error("secret");
    };
    return Router({{"GET", "/thing/{id}", Place::Server, echo},
                   {"DELETE", "/thing/{id}", Place::Store, echo},
                   {"POST", "/throws", Place::Network, fail},
                   {"GET",
                    "/ready",
                    Place::Store,
                    echo,
                    [] {
                        return true;
                    }}},
                  CorsPolicy(origins));
}

} // namespace

class TestRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsMatchPatternsLiterally_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("argument"); ///< empty: no match
        const auto row = [](const QByteArray &path, const QByteArray &argument) {
            QTest::newRow(path.constData()) << path << argument;
        };
        row("/a/x/b", "x");
        row("/a/A_z-9/b", "A_z-9");
        row("/a//b", "");
        row("/a/x/c", "");
        row("/a/x", "");
        row("/a/b", "");
        row("/a/../b", "..");
        row("/a/x%00/b", "x%00");
        row("/a/x%2Fy/b", "x%2Fy");
        row("/a/x/y/b", "");
        row("/A/x/b", "");
        row("//a/x/b", "");
    }

    void pathsMatchPatternsLiterally()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, argument);
        QByteArrayList found;

        QCOMPARE(matchesPattern("/a/{id}/b", path, &found), !argument.isEmpty());
        if (!argument.isEmpty())
            QCOMPARE(found, QByteArrayList{argument});
    }

    void patternsTakeSeveralSegments_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArrayList>("arguments"); ///< empty: no match
        const auto row = [](const QByteArray &path, const QByteArrayList &arguments) {
            QTest::newRow(path.constData()) << path << arguments;
        };
        row("/j/7/t/12/3_4.jpeg", {"7", "12", "3_4.jpeg"});
        row("/j/7/t/12/..", {"7", "12", ".."});
        row("/j/7/t/12/", {});
        row("/j/7/t//3_4.jpeg", {});
        row("/j//t/12/3_4.jpeg", {});
        row("/j/7/t/12/3_4.jpeg/", {});
        row("/j/7/t/12/3/4.jpeg", {});
        row("/j/7/t/12", {});
        row("/j/7/u/12/3_4.jpeg", {});
        row("", {});
        row("*", {});
    }

    void patternsTakeSeveralSegments()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArrayList, arguments);
        QByteArrayList found;

        QCOMPARE(matchesPattern("/j/{id}/t/{level}/{tile}", path, &found), !arguments.isEmpty());
        if (!arguments.isEmpty())
            QCOMPARE(found, arguments);
    }

    void eachSurfaceHasItsOwnFormOfErrors_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("no path") << QByteArray("GET") << QByteArray("/api/v1/nothing") << 404
                                 << QByteArray("E_NOT_FOUND");
        QTest::newRow("wrong method")
            << QByteArray("POST") << QByteArray("/api/thing") << 405 << QByteArray("E_USAGE");
        QTest::newRow("a handler throws")
            << QByteArray("GET") << QByteArray("/api/thing") << 500 << QByteArray("E_INTERNAL");
    }

    void eachSurfaceHasItsOwnFormOfErrors()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const auto fail = [](const HttpRequest &) -> HttpAnswer {
            throw std::runtime_error("secret");
        };
        const Router router({{"GET", "/api/thing", Place::Server, fail}}, CorsPolicy({}));

        const HttpAnswer answer = router.answer({.method = method, .path = path});

        QCOMPARE(answer.status, status);
        QCOMPARE(answer.contentType, "application/problem+json");
        QVERIFY2(answer.body.contains("\"code\":\"" + code + '"'), answer.body.constData());
        QVERIFY(!answer.body.contains("secret"));
    }

    void anAnswerMaySayThatItCanBeKept()
    {
        const auto kept = [](const HttpRequest &) {
            return HttpAnswer{.fields = {{"Cache-Control", "private, max-age=60"}}};
        };
        const Router router({{"GET", "/kept", Place::Server, kept}}, CorsPolicy({}));

        const HttpAnswer answer = router.answer({.method = "GET", .path = "/kept"});

        QCOMPARE(fieldOf(answer, "Cache-Control"), "private, max-age=60");
        QCOMPARE(std::count_if(answer.fields.begin(),
                               answer.fields.end(),
                               [](const HttpField &f) { return f.name == "Cache-Control"; }),
                 1);
    }

    void requestsAreAnsweredByTheTable_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("allow");
        const auto row = [](const char *name, const QByteArrayList &text, int status) {
            QTest::newRow(name) << text[0] << text[1] << status << text[2] << text[3];
        };
        row("found", {"GET", "/thing/7", "7", ""}, 200);
        row("head is get", {"HEAD", "/thing/7", "7", ""}, 200);
        row("other path", {"GET", "/thing", R"({"detail":"Not Found"})", ""}, 404);
        row("wrong method",
            {"PUT", "/thing/7", R"({"detail":"Method Not Allowed"})", "GET, HEAD, DELETE, OPTIONS"},
            405);
        row("unknown method",
            {"BREW", "/throws", R"({"detail":"Method Not Allowed"})", "POST, OPTIONS"},
            405);
        row("a handler throws",
            {"POST", "/throws", R"({"detail":"Internal Server Error"})", ""},
            500);
        row("preflight", {"OPTIONS", "/throws", "", "POST, OPTIONS"}, 204);
        row("preflight elsewhere", {"OPTIONS", "/nowhere", "", "GET, HEAD, POST, OPTIONS"}, 204);
        row("asterisk", {"OPTIONS", "*", "", "GET, HEAD, POST, OPTIONS"}, 204);
    }

    void requestsAreAnsweredByTheTable()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, allow);

        const HttpAnswer answer = routerWith({u"*"_s}).answer({.method = method, .path = path});

        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body, body);
        QCOMPARE(fieldOf(answer, "Allow"), allow);
        QCOMPARE(fieldOf(answer, "Access-Control-Allow-Origin"), "*");
        QCOMPARE(fieldOf(answer, "Access-Control-Allow-Methods"),
                 status == 204 ? allow : QByteArray());
        QVERIFY(fieldOf(answer, "Access-Control-Allow-Credentials").isEmpty());
    }

    void refusalsHaveTheFormOfTheirSurface_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("not found") << 404 << QByteArray("E_NOT_FOUND");
        QTest::newRow("too slow") << 408 << QByteArray("E_TIMEOUT");
        QTest::newRow("too large") << 413 << QByteArray("E_LIMIT");
        QTest::newRow("no JSON") << 415 << QByteArray("E_MEDIA_TYPE");
        QTest::newRow("too busy") << 503 << QByteArray("E_UNAVAILABLE");
    }

    void refusalsHaveTheFormOfTheirSurface()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);

        const HttpAnswer ours = refusalAnswer({.path = "/api/v1/jobs"}, status, u"No"_s);
        const HttpAnswer legacy = refusalAnswer({.path = "/deepzoom"}, status, u"No"_s);

        QCOMPARE(ours.contentType, "application/problem+json");
        QVERIFY2(ours.body.contains("\"code\":\"" + code + '"'), ours.body.constData());
        QCOMPARE(legacy.body, "{\"detail\":\"No\"}");
    }

    void preflightsAllowWhatFrontEndsSend()
    {
        const HttpAnswer answer
            = routerWith({u"*"_s}).answer({.method = "OPTIONS", .path = "/throws"});

        QCOMPARE(fieldOf(answer, "Access-Control-Allow-Headers"), "content-type, authorization");
        QCOMPARE(fieldOf(answer, "Access-Control-Max-Age"), "86400");
    }

    void pagesMayUseAllOfOurOwnSurface()
    {
        const auto tagged = [](const HttpRequest &) {
            return HttpAnswer{.fields = {{"ETag", "\"1\""}}};
        };
        const Router router({{"GET", "/api/v1/x", Place::Server, tagged}}, CorsPolicy({u"*"_s}));

        const HttpAnswer preflight = router.answer({.method = "OPTIONS", .path = "/api/v1/x"});
        const HttpAnswer answer = router.answer({.method = "GET", .path = "/api/v1/x"});

        QCOMPARE(fieldOf(preflight, "Access-Control-Allow-Headers"),
                 "content-type, authorization, idempotency-key, if-none-match, if-range, "
                 "last-event-id, range, x-request-id");
        QCOMPARE(fieldOf(answer, "Access-Control-Expose-Headers"),
                 "Retry-After, X-Request-ID, ETag");
    }

    void aRequestIsCalledWhatItsCallerSaysIfThatCanBe_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("plain") << QByteArray("Lab-7_a.b") << true;
        QTest::newRow("as long as may be") << QByteArray(128, 'x') << true;
        QTest::newRow("longer") << QByteArray(129, 'x') << false;
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("with a blank") << QByteArray("a b") << false;
        QTest::newRow("with a bracket") << QByteArray("a]") << false;
        QTest::newRow("not plain") << QByteArray("\xc3\xa4") << false;
    }

    void aRequestIsCalledWhatItsCallerSaysIfThatCanBe()
    {
        QFETCH(QByteArray, sent);
        QFETCH(bool, isTaken);
        const Router router = routerWith({});
        const auto named = [&](const QByteArray &path) {
            const HttpAnswer answer = router.answer(
                {.method = "GET", .path = path, .fields = {{"X-Request-Id", sent}}});
            return fieldOf(answer, "X-Request-ID");
        };

        const QByteArray id = named("/thing/7");

        QVERIFY(!id.isEmpty());
        QCOMPARE(id == sent, isTaken);
        QCOMPARE(named("/nowhere") == id, isTaken); // refusals too, and no two of ours are alike
    }

    void aProblemSaysOfWhichRequestItIs()
    {
        const auto refuse = [](const HttpRequest &) {
            return problemJson(
                Error{ErrorCode::InvalidRequest, u"No"_s}.inField(u"#/options/quality"_s));
        };
        const Router router({{"GET", "/api/v1/x", Place::Server, refuse}}, CorsPolicy({}));

        const QJsonObject json
            = QJsonDocument::fromJson(router
                                          .answer({.method = "GET",
                                                   .path = "/api/v1/x",
                                                   .query = "token=t",
                                                   .fields = {{"X-Request-ID", "r1"}}})
                                          .body)
                  .object();

        QCOMPARE(json.value(u"instance"), u"/api/v1/x"_s);
        QCOMPARE(json.value(u"request_id"), u"r1"_s);
        QCOMPARE(json.value(u"code"), u"E_INVALID_REQUEST"_s);
        QCOMPARE(json.value(u"retryable"), false);
        QCOMPARE(json.value(u"errors").toArray(),
                 (QJsonArray{
                     QJsonObject{{u"pointer"_s, u"#/options/quality"_s}, {u"detail"_s, u"No"_s}}}));
    }

    void whatARequestMakesUsSayIsMarkedWithItsId()
    {
        const auto say = [](const HttpRequest &) {
            return HttpAnswer{.body = LogContext::current(LogContext::Kind::Request).toUtf8()};
        };
        const Router router({{"GET", "/say", Place::Server, say}}, CorsPolicy({}));

        const HttpAnswer answer
            = router.answer({.method = "GET", .path = "/say", .fields = {{"X-Request-ID", "r1"}}});

        QCOMPARE(answer.body, "r1");
        QCOMPARE(LogContext::current(LogContext::Kind::Request), QString());
    }

    void listedOriginsAreEchoedAndOthersNot_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<QByteArray>("allowed");
        QTest::newRow("listed") << QByteArray("https://a.example")
                                << QByteArray("https://a.example");
        QTest::newRow("listed with a slash")
            << QByteArray("https://b.example") << QByteArray("https://b.example");
        QTest::newRow("other") << QByteArray("https://evil.example") << QByteArray();
        QTest::newRow("suffix") << QByteArray("https://a.example.evil") << QByteArray();
        QTest::newRow("null") << QByteArray("null") << QByteArray();
        QTest::newRow("none") << QByteArray() << QByteArray();
    }

    void listedOriginsAreEchoedAndOthersNot()
    {
        QFETCH(QByteArray, origin);
        QFETCH(QByteArray, allowed);
        const Router router = routerWith({u"https://a.example"_s, u"https://b.example/"_s});

        const HttpAnswer answer
            = router.answer({.method = "GET", .path = "/", .fields = {{"Origin", origin}}});

        QCOMPARE(fieldOf(answer, "Access-Control-Allow-Origin"), allowed);
        QCOMPARE(fieldOf(answer, "Vary"), "Origin");
    }

    void waitingRoutesLeaveTheServerUnlessReady_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<Place>("place");
        QTest::addColumn<bool>("isRoute");
        QTest::newRow("at once") << QByteArray("GET") << QByteArray("/thing/7") << Place::Server
                                 << true;
        QTest::newRow("store") << QByteArray("DELETE") << QByteArray("/thing/7") << Place::Store
                               << true;
        QTest::newRow("network") << QByteArray("POST") << QByteArray("/throws") << Place::Network
                                 << true;
        QTest::newRow("ready") << QByteArray("GET") << QByteArray("/ready") << Place::Guard << true;
        QTest::newRow("no route") << QByteArray("GET") << QByteArray("/nowhere") << Place::Server
                                  << false;
    }

    void waitingRoutesLeaveTheServerUnlessReady()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(Place, place);
        QFETCH(bool, isRoute);

        const Router::Target target = routerWith({}).target({.method = method, .path = path});

        QCOMPARE(target.place, place);
        QCOMPARE(target.route != nullptr, isRoute);
    }

    void errorsHaveOneStatusEach_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("retryAfter");
        const auto row
            = [](const char *name, ErrorCode code, int status, const QByteArray &retryAfter = {}) {
                  QTest::newRow(name) << code << status << retryAfter;
              };
        row("request", ErrorCode::InvalidRequest, 400);
        row("token missing", ErrorCode::AuthRequired, 401);
        row("token expired", ErrorCode::AuthExpired, 401);
        row("forbidden", ErrorCode::Forbidden, 403);
        row("not found", ErrorCode::NotFound, 404);
        row("conflict", ErrorCode::Conflict, 409);
        row("queue full", ErrorCode::QueueFull, 503, "5");
        row("about to end", ErrorCode::Draining, 503, "5");
        row("store gone", ErrorCode::Unavailable, 503, "5");
        row("disk full", ErrorCode::DiskFull, 503, "5");
        row("defect", ErrorCode::Internal, 500);
    }

    void errorsHaveOneStatusEach()
    {
        QFETCH(ErrorCode, code);
        QFETCH(int, status);
        QFETCH(QByteArray, retryAfter);

        const HttpAnswer answer
            = problemAnswer({code, u"What happened"_s, u"detail for the log"_s});

        QCOMPARE(answer.status, status);
        QCOMPARE(fieldOf(answer, "Retry-After"), retryAfter);
        QCOMPARE(fieldOf(answer, "WWW-Authenticate"),
                 status == 401 ? QByteArray("Bearer") : QByteArray());
        const QByteArray text = status == 500 ? "Internal Server Error" : "What happened";
        QCOMPARE(answer.body, R"({"detail":")" + text + R"("})");
    }

    void theServersWishForADelayIsPassedOn()
    {
        const Error error{ErrorCode::Unavailable, u"Later"_s, {}, std::chrono::seconds(42)};

        QCOMPARE(fieldOf(problemAnswer(error), "Retry-After"), "42");
    }
};

QTEST_APPLESS_MAIN(TestRoutes)
#include "tst_routes.moc"
