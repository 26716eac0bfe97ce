// SPDX-License-Identifier: GPL-3.0-or-later
// Who may call what: every route of the server, asked by everybody.
#include "server/restserver.h"
#include "tests/unit/server/jobsapifixture.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Whom a route answers.
enum class For {
    All,
    TokenHolders, ///< whoever the identity service knows
    Admins, ///< to see something: readers and actors; to change it: actors
    JobsPeople, ///< the same, and whoever submitted the job
    Actors,
};

const QHash<QByteArray, For> rights{
    {"GET /", For::All},
    {"GET /deepzoom/health", For::All},
    {"POST /deepzoom", For::All}, // the token is for the bucket, which judges it
    {"POST /deepzoom/", For::All},
    {"GET /deepzoom/status/{id}", For::All},
    {"GET /deepzoom/tasks", For::Admins},
    {"GET /livez", For::All},
    {"GET /readyz", For::All},
    {"GET /healthz", For::All},
    {"GET /metrics", For::All},
    {"GET /version", For::All},
    {"GET /openapi.json", For::All},
    {"GET /docs", For::All},
    {"GET /dashboard", For::All}, // the page; what it shows needs a token
    {"GET /web/{file}", For::All},
    {"GET /web/icons/{file}", For::All},
    {"POST /api/v1/jobs", For::All}, // as POST /deepzoom
    {"GET /api/v1/jobs", For::Admins},
    {"POST /api/v1/jobs:batch", For::Actors},
    {"GET /api/v1/events", For::Admins},
    {"GET /api/v1/queue", For::Admins},
    {"PUT /api/v1/queue", For::Actors},
    {"GET /api/v1/storage", For::Admins},
    {"GET /api/v1/workers", For::Admins},
    {"POST /api/v1/uploads", For::TokenHolders},
    {"GET /api/v1/uploads/{id}", For::TokenHolders}, // nothing is said of other people's
    {"DELETE /api/v1/uploads/{id}", For::TokenHolders},
    {"GET /api/v1/jobs/{id}", For::JobsPeople},
    {"PATCH /api/v1/jobs/{id}", For::JobsPeople},
    {"DELETE /api/v1/jobs/{id}", For::JobsPeople},
    {"POST /api/v1/jobs/{id}/retry", For::JobsPeople},
    {"POST /api/v1/jobs/{id}/pause", For::JobsPeople},
    {"POST /api/v1/jobs/{id}/resume", For::JobsPeople},
    {"POST /api/v1/jobs/{id}/move", For::Actors}, // others wait for it
    {"POST /api/v1/jobs/{id}/remove", For::JobsPeople},
    {"GET /api/v1/jobs/{id}/log", For::JobsPeople},
    {"GET /api/v1/jobs/{id}/events", For::JobsPeople},
    {"GET /api/v1/jobs/{id}/result", For::JobsPeople},
    {"GET /api/v1/jobs/{id}/preview", For::JobsPeople},
    {"GET /api/v1/jobs/{id}/preview/image.dzi", For::JobsPeople},
    {"GET /api/v1/jobs/{id}/preview/image_files/{level}/{tile}", For::JobsPeople},
};

bool maySee(For whom, const QByteArray &caller)
{
    switch (whom) {
    case For::All:
        return true;
    case For::TokenHolders:
        return caller != "nobody";
    case For::Admins:
        return caller == "reader" || caller == "actor";
    case For::JobsPeople:
        return caller == "reader" || caller == "actor" || caller == userToken;
    case For::Actors:
        return caller == "actor";
    }
    return false;
}

bool mayCall(For whom, const QByteArray &method, const QByteArray &caller)
{
    const bool changes = method != "GET";
    return maySee(whom, caller) && !(changes && caller == "reader" && whom == For::JobsPeople);
}

Result<QString> emailOf(const Secret &token)
{
    const QByteArray name = token.expose();
    if (name == "reader")
        return u"r@see.example"_s;
    if (name == "actor")
        return u"a@act.example"_s;
    if (name == userToken)
        return u"u@elsewhere.example"_s;
    return Error{ErrorCode::AuthRequired, u"unknown"_s};
}

/// A server that listens nowhere, with a job of the user's.
struct Server
{
    Server()
    {
        api.engine.put(bucketJob(u"done"_s, JobState::Done));
        RestServerOptions options;
        options.admins.domains = QStringList{u"see.example"_s};
        options.admins.actionDomains = QStringList{u"act.example"_s};
        options.admins.identify = emailOf;
        rest = std::make_unique<RestServer>(api.service, &api.uploads, std::move(options));
    }

    HttpAnswer ask(const Route &route, const QByteArray &caller) const
    {
        QByteArray path = route.pattern;
        path.replace("{id}", "done").replace("{level}", "0").replace("{tile}", "0_0.jpeg");
        QList<HttpField> fields;
        if (caller != "nobody")
            fields << HttpField{"Authorization", "Bearer " + caller};
        return Router(rest->routes(), CorsPolicy({}))
            .answer({.method = route.method, .path = path, .fields = fields, .body = "{}"});
    }

    Api api{};
    std::unique_ptr<RestServer> rest{};
};

} // namespace

class TestRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRouteAnswersThoseWhoMayAndNobodyElse_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("pattern");
        const Server server;
        for (const Route &route : server.rest->routes())
            QTest::newRow((route.method + ' ' + route.pattern).constData())
                << route.method << route.pattern;
    }

    void everyRouteAnswersThoseWhoMayAndNobodyElse()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, pattern);
        const auto row = rights.constFind(method + ' ' + pattern);
        QVERIFY2(row != rights.constEnd(), "nobody has said who may call it");

        for (const QByteArray caller : {"nobody", "user-token", "reader", "actor"}) {
            const Server server;
            const QList<Route> routes = server.rest->routes();
            const auto route = std::find_if(routes.begin(), routes.end(), [&](const Route &r) {
                return r.method == method && r.pattern == pattern;
            });

            const int status = server.ask(*route, caller).status;

            const QByteArray what = caller + ": " + QByteArray::number(status);
            if (mayCall(*row, method, caller))
                QVERIFY2(*row == For::All || (status != 401 && status != 403), what.constData());
            else
                QVERIFY2(status == (caller == "nobody" ? 401 : 403), what.constData());
        }
    }

    void whoMayOnlySeeHearsWhatActingTakes()
    {
        const Server server;
        const HttpAnswer answer = server.ask({"PUT", "/api/v1/queue"}, "reader");

        QCOMPARE(codeOf(answer), u"E_FORBIDDEN"_s);
        QVERIFY(jsonOf(answer).value(u"detail").toString().contains(u"admin-actions-domains"));
        QCOMPARE(codeOf(server.ask({"DELETE", "/api/v1/jobs/{id}"}, "reader")), u"E_FORBIDDEN"_s);
    }
};

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
