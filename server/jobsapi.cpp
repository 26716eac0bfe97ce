// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobsapi.h"

#include "core/jobs/jobjson.h"
#include "core/jobs/webtoken.h"
#include "server/jobsearch.h"
#include "server/jobsubmit.h"
#include "server/jobwatch.h"
#include "server/jsonbody.h"
#include "server/problem.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

HttpAnswer jsonAnswer(const QJsonObject &json, int status = 200)
{
    return {.status = status, .body = jsonBytes(json)};
}

QByteArray etagOf(const SeenJob &seen)
{
    return '"' + QByteArray::number(seen.job.revision)
        + (seen.audience == Audience::Admin ? "a\"" : "s\"");
}

/// If-None-Match: a list of tags, weak or strong, or "*".
bool isKnown(const QByteArray &field, const QByteArray &etag)
{
    const QByteArrayList tags = field.split(',');
    return std::any_of(tags.begin(), tags.end(), [&etag](const QByteArray &entry) {
        const QByteArray tag = entry.trimmed();
        return tag == "*" || tag == etag || tag == "W/" + etag;
    });
}

HttpAnswer withEtag(HttpAnswer answer, const QByteArray &etag)
{
    answer.fields << HttpField{"ETag", etag} << HttpField{"Cache-Control", "private, no-cache"};
    return answer;
}

HttpAnswer jobAnswer(const SeenJob &seen)
{
    return withEtag(jsonAnswer(toWire(seen.job, seen.audience)), etagOf(seen));
}

/// ?wait=30: how long an unchanged job may be waited for.
Result<std::chrono::seconds> waitIn(const QByteArray &query)
{
    constexpr int longest = 60;
    const QUrlQuery items(QString::fromUtf8(query));
    if (!items.hasQueryItem(u"wait"_s))
        return std::chrono::seconds(0);
    bool isNumber = false;
    const int seconds = items.queryItemValue(u"wait"_s).toInt(&isNumber);
    if (!isNumber || seconds < 0 || seconds > longest)
        return Error{ErrorCode::InvalidRequest, u"wait must be a number of seconds up to 60"_s};
    return std::chrono::seconds(seconds);
}

QJsonArray jobsToWire(const QList<Job> &jobs)
{
    QJsonArray json;
    for (const Job &job : jobs)
        json << toWire(job, Audience::Admin);
    return json;
}

QJsonObject countsToWire(const QueueStats &stats)
{
    QJsonObject json;
    for (auto row = stats.byState.begin(); row != stats.byState.end(); ++row)
        json.insert(stateName(row.key()), row.value());
    return json;
}

} // namespace

JobsApi::JobsApi(JobService &service,
                 Authenticator &authenticator,
                 JobFeed &feed,
                 UploadStore *uploads,
                 Options options,
                 const Operations &operations)
    : m_service(service)
    , m_authenticator(authenticator)
    , m_options(std::move(options))
    , m_access(service, authenticator)
    , m_previews([&service](const QString &id) { return service.preview(id); },
                 m_options.isStoreRemote ? Place::Network : m_access.place(),
                 [this](const HttpRequest &request) -> Result<Job> {
                     Result<SeenJob> seen = m_access.find(request);
                     return seen ? Result<Job>(std::move(seen->job)) : seen.error();
                 })
    , m_workers(service, m_access)
    , m_queue(service, m_access, operations)
    , m_batch(service, m_access, [this](const QString &id) { m_previews.forget(id); })
    , m_feed(feed)
    , m_events(service, m_access, feed)
    , m_uploads(uploads, authenticator, m_access)
    , m_submits(
          service,
          authenticator,
          m_uploads,
          {.tokenRequired = m_options.tokenRequired, .checkCallback = m_options.checkCallback})
{}

QList<Route> JobsApi::routes()
{
    return QList<Route>{forAdmins("GET", jobsPath, &JobsApi::list),
                        forJob("GET", "", &JobsApi::show),
                        forJob("PATCH", "", &JobsApi::change),
                        forJob("DELETE", "", &JobsApi::cancel),
                        forJob("POST", "/retry", &JobsApi::retry),
                        forJob("POST", "/pause", &JobsApi::pause),
                        forJob("POST", "/resume", &JobsApi::resume),
                        forJob("POST", "/move", &JobsApi::move),
                        forJob("POST", "/remove", &JobsApi::remove),
                        forJob("GET", "/log", &JobsApi::log)}
    + m_submits.routes() + m_previews.routes() + m_workers.routes() + m_queue.routes()
        + m_batch.routes() + m_events.routes() + m_uploads.routes();
}

Route JobsApi::forAdmins(const QByteArray &method, const QByteArray &path, Handler handler)
{
    return {method, path, m_access.place(), [this, handler](const HttpRequest &request) {
                const Result<void> admin = m_access.requireAdmin(request);
                return admin ? (this->*handler)(request) : problemJson(admin.error());
            }};
}

Route JobsApi::forJob(const QByteArray &method, const QByteArray &below, JobHandler handler)
{
    return {method,
            jobsPath + "/{id}" + below,
            m_access.place(),
            [this, handler](const HttpRequest &request) {
                const Result<SeenJob> seen = m_access.find(request);
                return seen ? (this->*handler)(request, *seen) : problemJson(seen.error());
            }};
}

HttpAnswer JobsApi::list(const HttpRequest &request)
{
    const Result<JobsQuery> query = readJobsQuery(request.query);
    if (!query)
        return problemJson(query.error());
    if (query->changedAfter)
        return changes(*query);
    // Counted first: what changes meanwhile is then among the changes after this revision.
    const Result<QueueStats> stats = m_service.stats();
    if (!stats)
        return problemJson(stats.error());
    const Result<JobPage> page = JobSearch(m_service).page(*query);
    if (!page)
        return problemJson(page.error());
    HttpAnswer answer = jsonAnswer(
        {{u"jobs"_s, jobsToWire(page->jobs)},
         {u"next_cursor"_s, page->nextCursor == 0 ? QJsonValue() : QJsonValue(page->nextCursor)},
         {u"counts"_s, countsToWire(*stats)},
         {u"revision"_s, stats->revision}});
    if (page->nextCursor != 0)
        answer.fields << HttpField{"Link",
                                   '<' + jobsPath + '?' + nextQuery(request.query, page->nextCursor)
                                       + ">; rel=\"next\""};
    return answer;
}

HttpAnswer JobsApi::changes(const JobsQuery &query)
{
    const Result<JobChanges> changes = m_service.changes(*query.changedAfter, query.limit);
    if (!changes)
        return problemJson(changes.error());
    return jsonAnswer({{u"jobs"_s, jobsToWire(changes->jobs)},
                       {u"removed"_s, QJsonArray::fromStringList(changes->removed)},
                       {u"revision"_s, changes->revision}});
}

HttpAnswer JobsApi::show(const HttpRequest &request, const SeenJob &seen)
{
    const Result<std::chrono::seconds> wait = waitIn(request.query);
    if (!wait)
        return problemJson(wait.error());
    const QByteArray etag = etagOf(seen);
    if (!isKnown(request.field("if-none-match"), etag))
        return jobAnswer(seen);
    if (wait->count() > 0 && request.mayWait)
        return awaitChange(request, seen, *wait);
    return withEtag({.status = 304}, etag);
}

HttpAnswer
JobsApi::awaitChange(const HttpRequest &request, const SeenJob &seen, std::chrono::seconds wait)
{
    const Result<qint64> now = m_feed.position();
    if (!now)
        return problemJson(now.error());
    Result<std::optional<Job>> job = m_service.job(seen.job.id);
    if (!job)
        return problemJson(job.error());
    if (!job->has_value())
        return problemJson({ErrorCode::NotFound, u"There is no such job"_s});
    const SeenJob current{std::move(**job), seen.audience};
    if (!isKnown(request.field("if-none-match"), etagOf(current)))
        return jobAnswer(current);
    const auto watch = std::make_shared<JobWatch>(seen.job.id, *now);
    m_feed.add(watch);
    HttpAnswer answer = withEtag({.status = 304}, etagOf(current));
    answer.putOff = {.changed = watch, .atMost = wait};
    return answer;
}

HttpAnswer JobsApi::cancel(const HttpRequest & /*request*/, const SeenJob &seen)
{
    const Result<CancelOutcome> outcome = m_service.cancel(seen.job.id);
    if (!outcome)
        return problemJson(outcome.error());
    return afterwards(seen, *outcome == CancelOutcome::Stopping ? 202 : 200);
}

HttpAnswer JobsApi::retry(const HttpRequest &request, const SeenJob &seen)
{
    const Result<QJsonObject> json = optionalJsonBody(request);
    if (!json)
        return problemJson(json.error());
    Result<Secret> token = tokenField(*json);
    if (!token)
        return problemJson(token.error());
    if (token->isEmpty())
        token = m_access.ownToken(request, seen);
    const Result<void> retried = m_service.retry(seen.job.id, *token);
    // Of the job, not of the request: who asks may well be signed in.
    if (!retried && retried.error().code == ErrorCode::AuthExpired)
        return problemJson(retried.error(), 409);
    return done(retried, seen);
}

HttpAnswer JobsApi::pause(const HttpRequest & /*request*/, const SeenJob &seen)
{
    return done(m_service.pause(seen.job.id), seen);
}

HttpAnswer JobsApi::resume(const HttpRequest & /*request*/, const SeenJob &seen)
{
    return done(m_service.resume(seen.job.id), seen);
}

HttpAnswer JobsApi::move(const HttpRequest &request, const SeenJob &seen)
{
    // Whose job goes ahead makes others wait.
    if (seen.audience != Audience::Admin)
        return problemJson({ErrorCode::Forbidden, u"Only an admin may move jobs in the queue"_s});
    const Result<QJsonObject> json = jsonBody(request);
    if (!json)
        return problemJson(json.error());
    const std::optional<QueueMove> where = moveFromName(json->value(u"where").toString());
    if (!where)
        return problemJson(
            Error{ErrorCode::InvalidRequest, u"where must be up, down, top or bottom"_s}.inField(
                u"#/where"_s));
    return done(m_service.move(seen.job.id, *where), seen);
}

HttpAnswer JobsApi::remove(const HttpRequest & /*request*/, const SeenJob &seen)
{
    m_previews.forget(seen.job.id);
    const Result<void> removed = m_service.remove(seen.job.id);
    return removed ? HttpAnswer{.status = 204} : problemJson(removed.error());
}

HttpAnswer JobsApi::change(const HttpRequest &request, const SeenJob &seen)
{
    const Result<QJsonObject> json = jsonBody(request);
    if (!json)
        return problemJson(json.error());
    const QJsonValue changes = json->value(u"options");
    if (!changes.isObject() || json->size() != 1)
        return problemJson({ErrorCode::InvalidRequest, u"The body must be {\"options\": {...}}"_s});
    const Result<ConversionOptions> options
        = changedOptions(seen.job.request.options, changes.toObject());
    if (!options)
        return problemJson(options.error());
    return done(m_service.setOptions(seen.job.id, *options), seen);
}

HttpAnswer JobsApi::log(const HttpRequest & /*request*/, const SeenJob &seen)
{
    const Result<QStringList> lines = m_service.log(seen.job.id);
    if (!lines)
        return problemJson(lines.error());
    const QStringList shown = logToWire(*lines, seen.job, seen.audience);
    return jsonAnswer({{u"lines"_s, QJsonArray::fromStringList(shown)}});
}

HttpAnswer JobsApi::done(const Result<void> &result, const SeenJob &seen)
{
    return result ? afterwards(seen) : problemJson(result.error());
}

HttpAnswer JobsApi::afterwards(const SeenJob &seen, int status)
{
    const Result<std::optional<Job>> job = m_service.job(seen.job.id);
    if (!job)
        return problemJson(job.error());
    return jsonAnswer(toWire(job->value_or(seen.job), seen.audience), status);
}

} // namespace createzoom
