// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workersapi.h"

#include "core/jobs/jobjson.h"
#include "core/jobs/jobwire.h"
#include "server/problem.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int runningAtOnce = 500; ///< jobs asked for at a time

QJsonObject runToWire(const Job &job)
{
    return {{u"id"_s, job.id},
            {u"name"_s, job.request.sourceName()},
            {u"stage"_s, stageName(job.stage)},
            {u"since"_s, isoTime(job.steps.isEmpty() ? 0 : job.steps.last().startedAt)},
            {u"progress"_s, job.progress}};
}

QJsonObject workerToWire(const WorkerInfo &worker, const QJsonArray &jobs)
{
    QJsonObject json = toWire(worker);
    json.insert(u"jobs"_s, jobs);
    return json;
}

/// What runs, by the name of its worker.
Result<QHash<QString, QJsonArray>> runningJobs(JobService &service)
{
    QHash<QString, QJsonArray> running;
    qint64 cursor = 0;
    do {
        const Result<JobPage> jobs = service.jobs(
            {.states = {JobState::Running, JobState::Stopping}}, cursor, runningAtOnce);
        if (!jobs)
            return jobs.error();
        for (const Job &job : jobs->jobs)
            running[job.worker] << runToWire(job);
        cursor = jobs->nextCursor;
    } while (cursor != 0);
    return running;
}

} // namespace

WorkersApi::WorkersApi(JobService &service, JobAccess &access)
    : m_service(service)
    , m_access(access)
{}

QList<Route> WorkersApi::routes()
{
    return {{"GET", "/api/v1/workers", m_access.place(), [this](const HttpRequest &request) {
                 const Result<void> admin = m_access.requireAdmin(request);
                 return admin ? list() : problemJson(admin.error());
             }}};
}

HttpAnswer WorkersApi::list()
{
    const Result<QList<WorkerInfo>> workers = m_service.workers();
    if (!workers)
        return problemJson(workers.error());
    Result<QHash<QString, QJsonArray>> running = runningJobs(m_service);
    if (!running)
        return problemJson(running.error());
    QJsonArray json;
    for (const WorkerInfo &worker : *workers)
        json << workerToWire(worker, running->take(worker.name));
    // Of a worker that died, until somebody takes its jobs over.
    for (auto lost = running->cbegin(); lost != running->cend(); ++lost)
        json << workerToWire({.name = lost.key()}, lost.value());
    return {.body = jsonBytes({{u"workers"_s, json}})};
}

} // namespace createzoom
