// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/legacyapi.h"

#include "core/jobs/jobjson.h"
#include "server/legacysubmit.h"
#include "server/legacytask.h"
#include "server/problem.h"

#include <QJsonObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int tasksPage = 500;

Error taskNotFound()
{
    return {ErrorCode::NotFound, u"Task not found"_s};
}

/// Of the window's jobs, which have local paths, this surface knows nothing.
bool isBucketJob(const Job &job)
{
    return !job.request.source.isLocal() && !job.request.targetFolder.isLocal();
}

HttpAnswer submitAnswer(const Submitted &submitted)
{
    if (submitted.outcome == Submitted::Outcome::QueueFull)
        return problemAnswer({ErrorCode::QueueFull, u"The queue is full: try again later"_s});
    const QByteArray id = submitted.id.toLatin1();
    if (!isIdentifier(id))
        return problemAnswer({ErrorCode::Internal, u"The engine gave no usable id"_s});
    // By hand: callers were given this order of the keys, and QJsonObject sorts them.
    return {.status = 202,
            .body = R"({"task_id":")" + id
                + R"(","status":"accepted","status_endpoint":"/deepzoom/status/)" + id + R"("})"};
}

} // namespace

LegacyApi::LegacyApi(JobService &service,
                     Authenticator &authenticator,
                     StoreHealth &health,
                     Options options)
    : m_service(service)
    , m_authenticator(authenticator)
    , m_options(std::move(options))
    , m_health(health)
{}

QList<Route> LegacyApi::routes()
{
    const SubmitForm form{.read = [this](const HttpRequest &r) { return readWish(r); },
                          .refuse = problemAnswer};
    const auto submits = [this, form](const QList<HttpRequest> &requests) {
        return submitTogether(m_service, requests, form);
    };
    return {
        {"GET",
         "/deepzoom/health",
         Place::Store,
         [this](const HttpRequest &) { return health(); },
         [this] {
             return m_health.isFresh();
         }},
        {.method = "POST", .pattern = "/deepzoom", .place = Place::Store, .handleAll = submits},
        {.method = "POST", .pattern = "/deepzoom/", .place = Place::Store, .handleAll = submits},
        {"GET",
         "/deepzoom/status/{id}",
         m_options.isStoreRemote ? Place::Store : Place::Guard,
         [this](const HttpRequest &r) {
             return status(r);
         }},
        {"GET",
         "/deepzoom/tasks",
         Place::Network,
         [this](const HttpRequest &r) {
             return tasks(r);
         }},
    };
}

HttpAnswer LegacyApi::health()
{
    const Result<void> healthy = m_health.current();
    if (!healthy)
        return problemAnswer({ErrorCode::Unavailable,
                              u"The store of jobs does not work"_s,
                              healthy.error().message});
    return {.body = R"({"status":"I'm alive!"})"};
}

Result<JobWish> LegacyApi::readWish(const HttpRequest &request) const
{
    Result<LegacySubmit> wanted
        = readSubmit(request, m_options.tokenRequired ? TokenNeed::Required : TokenNeed::Optional);
    if (!wanted)
        return wanted.error();
    return JobWish{.submission
                   = {.request = std::move(wanted->request), .token = std::move(wanted->token)},
                   .answer = submitAnswer};
}

HttpAnswer LegacyApi::status(const HttpRequest &request)
{
    if (!isIdentifier(request.argument()))
        return problemAnswer(taskNotFound());
    const std::optional<quint64> count = m_service.changeCount(); // before the job is read
    if (count) {
        if (std::optional<QByteArray> known = m_statuses.find(request.argument(), *count))
            return {.body = std::move(*known)};
    }
    const Result<std::optional<Job>> job = m_service.job(QString::fromLatin1(request.argument()));
    if (!job)
        return problemAnswer(job.error());
    if (!job->has_value() || !isBucketJob(**job))
        return problemAnswer(taskNotFound());
    HttpAnswer answer{.body = legacyTask(**job, m_options.failureWord)};
    if (count)
        m_statuses.keep(request.argument(), *count, answer.body);
    return answer;
}

/// Written page by page as bytes: ten thousand tasks as one QJsonObject would be copied and sorted.
HttpAnswer LegacyApi::tasks(const HttpRequest &request)
{
    if (const Result<void> admin = m_authenticator.checkAdmin(request.bearer()); !admin)
        return problemAnswer(admin.error());
    QByteArray body = R"({"tasks":{)";
    qint64 total = 0;
    qint64 cursor = 0;
    do {
        const Result<JobPage> page = m_service.jobs({.bucketJobsOnly = true}, cursor, tasksPage);
        if (!page)
            return problemAnswer(page.error());
        for (const Job &job : page->jobs) {
            body.append(total++ > 0 ? ",\"" : "\"").append(job.id.toLatin1()).append("\":");
            body.append(legacyTask(job, m_options.failureWord));
        }
        cursor = page->nextCursor;
    } while (cursor != 0);
    body.append(R"(},"total":)").append(QByteArray::number(total)).append('}');
    return {.body = body};
}

} // namespace createzoom
