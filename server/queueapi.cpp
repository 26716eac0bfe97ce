// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/queueapi.h"

#include "core/jobs/jobjson.h"
#include "server/jsonbody.h"
#include "server/problem.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int mostAtATime = 64; ///< as the settings
constexpr int jobsAtOnce = 500; ///< jobs asked for at a time

const QStringList queueFields{u"paused"_s, u"concurrency"_s};

/// What an unfinished job may still take of the disk, in sizes of its source: the source and twice
/// as much for its archive (core/pipeline/downloadstage), the archive alone, nothing more.
qint64 sizesToCome(const Job &job)
{
    switch (job.stage) {
    case Stage::Download:
        return 3;
    case Stage::Process:
        return 2;
    case Stage::Upload:
        break;
    }
    return 0;
}

struct Need
{
    qint64 bytes = 0;
    qint64 unknown = 0; ///< jobs whose image has not been looked at
};

Result<Need> neededBy(JobService &service)
{
    Need need;
    const JobFilter unfinished{.states = {JobState::Waiting,
                                          JobState::Running,
                                          JobState::Paused,
                                          JobState::RetryWait,
                                          JobState::Blocked,
                                          JobState::NeedsToken,
                                          JobState::Interrupted}};
    qint64 cursor = 0;
    do {
        const Result<JobPage> jobs = service.jobs(unfinished, cursor, jobsAtOnce);
        if (!jobs)
            return jobs.error();
        for (const Job &job : jobs->jobs) {
            need.bytes += job.facts.sourceBytes * sizesToCome(job);
            need.unknown += job.facts.sourceBytes == 0 && sizesToCome(job) > 0 ? 1 : 0;
        }
        cursor = jobs->nextCursor;
    } while (cursor != 0);
    return need;
}

QJsonObject folderToWire(const StorageFolder &folder)
{
    return {{u"name"_s, folder.name},
            {u"path"_s, folder.path},
            {u"free_bytes"_s, folder.free < 0 ? QJsonValue() : QJsonValue(folder.free)},
            {u"floor_bytes"_s, folder.floor}};
}

QJsonObject concurrencyToWire(const QMap<Stage, int> &concurrency)
{
    QJsonObject json;
    for (auto row = concurrency.begin(); row != concurrency.end(); ++row)
        json.insert(stageName(row.key()), row.value());
    return json;
}

Result<QMap<Stage, int>> concurrencyFrom(const QJsonValue &json)
{
    QMap<Stage, int> concurrency;
    const QJsonObject object = json.toObject();
    for (auto row = object.begin(); row != object.end(); ++row) {
        const std::optional<Stage> stage = stageFromName(row.key());
        const int count = row->toInt();
        if (!stage || count < 1 || count > mostAtATime)
            return Error{
                ErrorCode::InvalidRequest,
                u"concurrency must be numbers from 1 to %1 for download, process or upload"_s.arg(
                    mostAtATime)}
                .inField(u"#/concurrency/"_s + row.key());
        concurrency.insert(*stage, count);
    }
    if (concurrency.isEmpty())
        return Error{ErrorCode::InvalidRequest, u"concurrency must name at least one step"_s}
            .inField(u"#/concurrency"_s);
    return concurrency;
}

} // namespace

QueueApi::QueueApi(JobService &service, JobAccess &access, const Operations &operations)
    : m_service(service)
    , m_access(access)
    , m_operations(operations)
{}

QList<Route> QueueApi::routes()
{
    const auto forAdmins = [this](const QByteArray &method, const QByteArray &path, auto handle) {
        return Route{method, path, m_access.place(), [this, handle](const HttpRequest &request) {
                         const Result<void> admin = m_access.requireAdmin(request);
                         return admin ? handle(request) : problemJson(admin.error());
                     }};
    };
    return {forAdmins("GET", "/api/v1/queue", [this](const HttpRequest &) { return show(); }),
            forAdmins("PUT",
                      "/api/v1/queue",
                      [this](const HttpRequest &request) { return change(request); }),
            forAdmins("GET", "/api/v1/storage", [this](const HttpRequest &) { return storage(); })};
}

HttpAnswer QueueApi::show()
{
    const Result<QueueState> state = m_service.queue();
    if (!state)
        return problemJson(state.error());
    QMap<Stage, int> concurrency;
    if (m_operations.concurrency)
        concurrency = m_operations.concurrency();
    return {.body = jsonBytes({{u"paused"_s, state->isPaused},
                               {u"concurrency"_s, concurrencyToWire(concurrency)}})};
}

HttpAnswer QueueApi::change(const HttpRequest &request)
{
    const Result<QJsonObject> json = jsonBody(request);
    if (!json)
        return problemJson(json.error());
    if (const Result<void> known = checkFields(*json, queueFields); !known)
        return problemJson(known.error());
    const QJsonValue paused = json->value(u"paused");
    if (json->isEmpty() || (!paused.isUndefined() && !paused.isBool()))
        return problemJson(Error{
            ErrorCode::InvalidRequest,
            u"The body must be {\"paused\": true or false, \"concurrency\": {...}}, or one of them"_s}
                               .inField(u"#/paused"_s));
    if (json->contains(u"concurrency")) {
        const Result<QMap<Stage, int>> wanted = concurrencyFrom(json->value(u"concurrency"));
        if (!wanted)
            return problemJson(wanted.error());
        if (const Result<void> applied = apply(*wanted); !applied)
            return problemJson(applied.error());
    }
    if (paused.isBool()) {
        if (const Result<void> set = m_service.setQueuePaused(paused.toBool()); !set)
            return problemJson(set.error());
    }
    return show();
}

/// All of it, or nothing.
Result<void> QueueApi::apply(const QMap<Stage, int> &concurrency)
{
    const QMap<Stage, int> now
        = m_operations.concurrency ? m_operations.concurrency() : QMap<Stage, int>();
    for (auto row = concurrency.begin(); row != concurrency.end(); ++row) {
        if (!now.contains(row.key()))
            return Error{ErrorCode::Conflict,
                         u"This server does not %1 images: ask the one that does"_s.arg(
                             stageName(row.key()))};
    }
    for (auto row = concurrency.begin(); row != concurrency.end(); ++row)
        m_operations.setConcurrency(row.key(), row.value());
    return {};
}

HttpAnswer QueueApi::storage()
{
    const Result<Need> need = neededBy(m_service);
    if (!need)
        return problemJson(need.error());
    QJsonArray folders;
    const QList<StorageFolder> known
        = m_operations.storage ? m_operations.storage() : QList<StorageFolder>();
    for (const StorageFolder &folder : known)
        folders << folderToWire(folder);
    return {.body = jsonBytes({{u"folders"_s, folders},
                               {u"needed_bytes"_s, need->bytes},
                               {u"jobs_of_unknown_size"_s, need->unknown}})};
}

} // namespace createzoom
