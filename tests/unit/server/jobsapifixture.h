// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/webtoken.h"
#include "server/jobfeed.h"
#include "server/jobsapi.h"
#include "tests/unit/server/fakejobengine.h"
#include "tests/unit/server/fakepyramid.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace createzoom {

inline const QByteArray userToken = "user-token";

/// The API on an engine in memory, without any socket.
struct Api
{
    explicit Api(JobsApi::Options options = {}, AdminRules rules = {})
        : authenticator(withLocalToken(std::move(rules)), [this] { return now; })
        , jobs(service, authenticator, feed, &uploads, options, operations)
        , router(jobs.routes(), CorsPolicy({}))
    {}

    HttpAnswer ask(const QByteArray &call,
                   const QByteArray &body = {},
                   const QByteArray &bearer = "admin",
                   QList<HttpField> fields = {}) const
    {
        const QByteArrayList parts = call.split(' ');
        const QByteArrayList target = parts.value(1).split('?');
        if (!bearer.isEmpty())
            fields << HttpField{"Authorization", "Bearer " + bearer};
        return router.answer({.method = parts.value(0),
                              .path = "/api/v1" + target.value(0),
                              .query = target.value(1),
                              .fields = fields,
                              .body = body});
    }

    qint64 now = 1'795'000'000'000;
    std::atomic<bool> isGrowing = false;
    std::atomic<bool> isAway = false;
    int opened = 0;
    FakeJobEngine engine{};
    SecretBox secrets = *SecretBox::fromKeys(Secret("k:" + QByteArray(32, 'x').toBase64()));
    JobService service{
        engine,
        secrets,
        [this] { return now; },
        [this](const Job &job) -> Result<std::unique_ptr<TileSource>> {
            if (job.state == JobState::Waiting)
                return Error{ErrorCode::NotFound, QStringLiteral("Nothing is there yet")};
            ++opened;
            return std::unique_ptr<TileSource>(std::make_unique<FakePyramid>(isGrowing, &isAway));
        }};
    static AdminRules withLocalToken(AdminRules rules)
    {
        rules.localToken = Secret("admin");
        return rules;
    }
    Authenticator authenticator;
    Operations operations{};
    JobFeed feed{service, std::chrono::milliseconds(5)};
    QTemporaryDir files{};
    UploadStore uploads{files.path(), {.bytes = 1000}, [this] {
                            return now;
                        }};
    JobsApi jobs;
    Router router;
};

inline Job bucketJob(const QString &id, JobState state = JobState::Waiting)
{
    return {.id = id,
            .request
            = {.source = {QStringLiteral("b"), QStringLiteral("in/") + id + QStringLiteral(".tif")},
               .targetFolder = {QStringLiteral("b"), QStringLiteral("out")},
               .submitter = tokenHash(Secret(userToken))},
            .state = state};
}

inline QJsonObject jsonOf(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

inline QByteArray fieldOf(const HttpAnswer &answer, const QByteArray &name)
{
    return HttpRequest{.fields = answer.fields}.field(name);
}

inline QString codeOf(const HttpAnswer &answer)
{
    return jsonOf(answer).value(u"code").toString();
}

} // namespace createzoom
