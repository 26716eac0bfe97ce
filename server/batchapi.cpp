// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/batchapi.h"

#include "core/jobs/jobjson.h"
#include "server/jobsearch.h"
#include "server/jsonbody.h"
#include "server/problem.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Each is a transaction of its own; the answer must come while somebody waits for it.
constexpr qsizetype maxJobs = 1000;

const QStringList batchFields{u"action"_s, u"ids"_s, u"filter"_s, u"expect_count"_s, u"token"_s};

using Action = Result<void> (*)(JobService &, const QString &id, const Secret &token);

Result<void> cancel(JobService &service, const QString &id, const Secret &)
{
    const Result<CancelOutcome> outcome = service.cancel(id);
    if (!outcome)
        return outcome.error();
    if (*outcome == CancelOutcome::NotFound)
        return Error{ErrorCode::NotFound, u"There is no such job"_s};
    return {};
}

struct ActionRow
{
    const char *name;
    Action act;
    bool removes = false;
};
constexpr std::array actions{
    ActionRow{"cancel", cancel},
    ActionRow{"retry",
              [](JobService &service, const QString &id, const Secret &token) {
                  return service.retry(id, token);
              }},
    ActionRow{"pause",
              [](JobService &service, const QString &id, const Secret &) {
                  return service.pause(id);
              }},
    ActionRow{"resume",
              [](JobService &service, const QString &id, const Secret &) {
                  return service.resume(id);
              }},
    ActionRow{
        "remove",
        [](JobService &service, const QString &id, const Secret &) { return service.remove(id); },
        true},
};

const ActionRow *actionNamed(const QJsonValue &json)
{
    const auto *const row = std::find_if(actions.begin(), actions.end(), [&json](const auto &r) {
        return json.toString() == QLatin1String(r.name);
    });
    return row == actions.end() ? nullptr : row;
}

Result<QStringList> idsFrom(const QJsonValue &json)
{
    const QJsonArray array = json.toArray();
    if (!json.isArray() || array.isEmpty() || array.size() > maxJobs)
        return invalid(u"ids must be a list of 1 to %1 ids"_s.arg(maxJobs)).inField(u"#/ids"_s);
    QStringList ids;
    for (const QJsonValue &id : array) {
        if (!isIdentifier(id.toString().toLatin1()))
            return invalid(u"ids must be a list of 1 to %1 ids"_s.arg(maxJobs)).inField(u"#/ids"_s);
        ids << id.toString();
    }
    ids.removeDuplicates();
    return ids;
}

/// The jobs that are meant; not whether it is these that were expected.
Result<QStringList> meantBy(const QJsonObject &json, JobService &service)
{
    const bool hasIds = json.contains(u"ids");
    if (hasIds == json.contains(u"filter"))
        return invalid(u"The body must have either ids or filter"_s).inField(u"#/ids"_s);
    if (hasIds)
        return idsFrom(json.value(u"ids"));
    if (!json.value(u"filter").isObject())
        return invalid(u"filter must be an object"_s).inField(u"#/filter"_s);
    const Result<JobsQuery> query = readJobsFilter(json.value(u"filter").toObject());
    return query ? JobSearch(service).ids(*query) : query.error();
}

Result<std::optional<qint64>> expectedCount(const QJsonObject &json)
{
    const QJsonValue count = json.value(u"expect_count");
    if (count.isUndefined() && json.contains(u"ids"))
        return std::optional<qint64>();
    if (!count.isDouble() || count.toInteger(-1) < 0)
        return invalid(u"expect_count must be the number of jobs that the filter should match"_s)
            .inField(u"#/expect_count"_s);
    return std::optional(count.toInteger());
}

QJsonObject outcomeOf(const QString &id, const Result<void> &done)
{
    if (done)
        return {{u"id"_s, id}, {u"done"_s, true}};
    return {{u"id"_s, id},
            {u"done"_s, false},
            {u"code"_s, errorName(done.error().code)},
            {u"detail"_s, done.error().message}};
}

} // namespace

BatchApi::BatchApi(JobService &service,
                   JobAccess &access,
                   std::function<void(const QString &id)> forget)
    : m_service(service)
    , m_access(access)
    , m_forget(std::move(forget))
{}

QList<Route> BatchApi::routes()
{
    return {{"POST", "/api/v1/jobs:batch", m_access.place(), [this](const HttpRequest &request) {
                 const Result<void> admin = m_access.requireAdmin(request);
                 return admin ? run(request) : problemJson(admin.error());
             }}};
}

HttpAnswer BatchApi::run(const HttpRequest &request)
{
    const Result<QJsonObject> json = jsonBody(request);
    if (!json)
        return problemJson(json.error());
    if (const Result<void> known = checkFields(*json, batchFields); !known)
        return problemJson(known.error());
    const ActionRow *const action = actionNamed(json->value(u"action"));
    if (action == nullptr)
        return problemJson(invalid(u"action must be cancel, retry, pause, resume or remove"_s)
                               .inField(u"#/action"_s));
    const Result<Secret> token = tokenField(*json);
    if (!token)
        return problemJson(token.error());
    const Result<std::optional<qint64>> expected = expectedCount(*json);
    if (!expected)
        return problemJson(expected.error());
    const Result<QStringList> ids = meantBy(*json, m_service);
    if (!ids)
        return problemJson(ids.error());
    const QJsonObject count{{u"count"_s, ids->size()}};
    if (*expected && **expected != ids->size())
        return problemJson(
            {ErrorCode::Conflict,
             u"%1 jobs match, not %2: nothing was done"_s.arg(ids->size()).arg(**expected)},
            0,
            count);
    if (ids->size() > maxJobs)
        return problemJson(
            {ErrorCode::Limit,
             u"%1 jobs match; at most %2 at a time: narrow the filter"_s.arg(ids->size())
                 .arg(maxJobs)},
            0,
            count);
    QJsonArray results;
    for (const QString &id : *ids) {
        if (action->removes)
            m_forget(id);
        results << outcomeOf(id, action->act(m_service, id, *token));
    }
    return {.body = jsonBytes({{u"count"_s, ids->size()}, {u"results"_s, results}})};
}

} // namespace createzoom
