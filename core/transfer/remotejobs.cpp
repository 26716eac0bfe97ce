// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/remotejobs.h"

#include "core/base/logging.h"
#include "core/jobs/jobwire.h"
#include "core/transfer/remotecalls.h"
#include "core/transfer/remotetiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// What a page of changes may hold at most (server/jobsquery).
constexpr int maxPage = 500;

QByteArray jobPath(const QString &id, const QByteArray &below = {})
{
    return "jobs/" + pathSegment(id) + below;
}

QJsonObject submitBody(const JobRequest &request, const Secret &token)
{
    QJsonObject json{{u"source"_s, toWire(request.source)},
                     {u"target"_s, toWire(request.targetFolder).value(u"bucket")},
                     {u"options"_s, optionsToJson(request.options)}};
    if (!token.isEmpty())
        json.insert(u"token"_s, QString::fromUtf8(token.expose()));
    return json;
}

QByteArray keyOf(const std::optional<IdempotencyKey> &key)
{
    return key ? key->key.toUtf8() : QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

/// One entry that makes no sense here does not hide the others.
template<typename Entry>
QList<Entry> usable(const QJsonArray &array, Result<Entry> (*fromWire)(const QJsonObject &))
{
    QList<Entry> entries;
    entries.reserve(array.size());
    for (const QJsonValue &value : array) {
        if (Result<Entry> entry = fromWire(value.toObject()))
            entries << std::move(*entry);
        else
            qCWarning(lcTransfer).noquote()
                << "an entry of the server's list is not shown:" << entry.error().message;
    }
    return entries;
}

Result<JobChanges> changesFrom(const QJsonObject &json, int limit)
{
    const QJsonValue jobs = json.value(u"jobs");
    const QJsonValue revision = json.value(u"revision");
    if (!jobs.isArray() || !revision.isDouble())
        return Error{ErrorCode::RemoteFailure, u"The server's answer has no usable list of jobs"_s};
    const QStringList removed = json.value(u"removed").toVariant().toStringList();
    return JobChanges{.jobs = usable(jobs.toArray(), jobFromWire),
                      .removed = removed,
                      .revision = revision.toInteger(),
                      .hasMore = jobs.toArray().size() >= limit || removed.size() >= limit};
}

} // namespace

RemoteJobs::RemoteJobs(const QByteArray &baseUrl, Secret token)
    : RemoteJobs(baseUrl, std::move(token), limitsOfPatience())
{}

RemoteJobs::RemoteJobs(const QByteArray &baseUrl, Secret token, const TransferLimits &limits)
    : m_calls(std::make_shared<RemoteCalls>(baseUrl, std::move(token), limits))
{}

RemoteJobs::~RemoteJobs() = default;

Result<Submitted> RemoteJobs::submit(JobRequest request,
                                     const Secret &token,
                                     const std::optional<IdempotencyKey> &key)
{
    if (request.source.isLocal() || request.targetFolder.isLocal())
        return Error{ErrorCode::InvalidRequest,
                     u"A server converts images of a bucket into a bucket: %1 is a file of this "
                     "computer"_s.arg(request.sourceName())};
    const Result<HttpReply> reply = m_calls->send({.verb = "POST",
                                                   .path = "jobs",
                                                   .body = submitBody(request, token),
                                                   .headers = {{"Idempotency-Key", keyOf(key)}}});
    if (!reply)
        return reply.error();
    if (reply->isSuccess()) {
        const QString id = QJsonDocument::fromJson(reply->body).object().value(u"id").toString();
        if (id.isEmpty())
            return Error{ErrorCode::RemoteFailure, u"The server gave the job no name"_s};
        return Submitted{reply->status == 200 ? Submitted::Outcome::Duplicate
                                              : Submitted::Outcome::Accepted,
                         id};
    }
    const Error error = problemError(*reply);
    if (error.code == ErrorCode::QueueFull)
        return Submitted{Submitted::Outcome::QueueFull, {}};
    if (error.code == ErrorCode::Conflict)
        return Submitted{Submitted::Outcome::KeyReused, {}};
    return error;
}

Result<JobChanges> RemoteJobs::changes(qint64 since, int limit)
{
    const int asked = std::clamp(limit, 1, maxPage);
    const QByteArray query
        = "jobs?changed_after=" + QByteArray::number(since) + "&limit=" + QByteArray::number(asked);
    const Result<QJsonObject> json = m_calls->json({.path = query});
    return json ? changesFrom(*json, asked) : json.error();
}

Result<CancelOutcome> RemoteJobs::cancel(const QString &id)
{
    const Result<QJsonObject> json = m_calls->json({.verb = "DELETE", .path = jobPath(id)});
    if (!json)
        return json.error().code == ErrorCode::NotFound ? Result(CancelOutcome::NotFound)
                                                        : json.error();
    const Result<Job> job = jobFromWire(*json);
    if (!job)
        return job.error();
    if (job->state == JobState::Stopping)
        return CancelOutcome::Stopping;
    return job->state == JobState::Cancelled ? CancelOutcome::Cancelled
                                             : CancelOutcome::AlreadyEnded;
}

Result<void> RemoteJobs::retry(const QString &id, const Secret &token)
{
    QJsonObject body;
    if (!token.isEmpty())
        body.insert(u"token"_s, QString::fromUtf8(token.expose()));
    return m_calls->order({.verb = "POST", .path = jobPath(id, "/retry"), .body = body});
}

Result<void> RemoteJobs::remove(const QString &id)
{
    return m_calls->order({.verb = "POST", .path = jobPath(id, "/remove")});
}

Result<void> RemoteJobs::pause(const QString &id)
{
    return m_calls->order({.verb = "POST", .path = jobPath(id, "/pause")});
}

Result<void> RemoteJobs::resume(const QString &id)
{
    return m_calls->order({.verb = "POST", .path = jobPath(id, "/resume")});
}

Result<void> RemoteJobs::move(const QString &id, QueueMove where)
{
    return m_calls->order({.verb = "POST",
                           .path = jobPath(id, "/move"),
                           .body = QJsonObject{{u"where"_s, moveName(where)}}});
}

Result<void> RemoteJobs::setOptions(const QString &id, const ConversionOptions &options)
{
    return m_calls->order({.verb = "PATCH",
                           .path = jobPath(id),
                           .body = QJsonObject{{u"options"_s, optionsToJson(options)}}});
}

Result<QueueState> RemoteJobs::queue()
{
    const Result<QJsonObject> json = m_calls->json({.path = "queue"});
    if (!json)
        return json.error();
    return QueueState{.isPaused = json->value(u"paused").toBool()};
}

Result<void> RemoteJobs::setQueuePaused(bool paused)
{
    return m_calls->order(
        {.verb = "PUT", .path = "queue", .body = QJsonObject{{u"paused"_s, paused}}});
}

Result<QList<WorkerInfo>> RemoteJobs::workers()
{
    const Result<QJsonObject> json = m_calls->json({.path = "workers"});
    if (!json)
        return json.error();
    return usable(json->value(u"workers").toArray(), workerFromWire);
}

Result<QStringList> RemoteJobs::log(const QString &id)
{
    const Result<QJsonObject> json = m_calls->json({.path = jobPath(id, "/log")});
    if (!json)
        return json.error();
    return json->value(u"lines").toVariant().toStringList();
}

Result<std::unique_ptr<TileSource>> RemoteJobs::preview(const QString &id)
{
    return openRemoteTiles(m_calls, jobPath(id, "/preview"));
}

void RemoteJobs::cutOff()
{
    m_calls->cutOff();
}

Result<QByteArray> normalServerUrl(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QString whole = trimmed.contains(u"://") ? trimmed : u"http://"_s + trimmed;
    const QUrl url(whole, QUrl::StrictMode);
    const bool isHttp = url.scheme() == u"http" || url.scheme() == u"https";
    if (!url.isValid() || !isHttp || url.host().isEmpty() || !url.userInfo().isEmpty()
        || url.hasQuery() || url.hasFragment())
        return Error{ErrorCode::Usage,
                     u"\"%1\" is no address of a server: https://host:port"_s.arg(trimmed)};
    QByteArray normal = url.toEncoded(QUrl::NormalizePathSegments);
    while (normal.endsWith('/'))
        normal.chop(1);
    return normal;
}

} // namespace createzoom
