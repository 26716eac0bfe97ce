// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redislisting.h"

#include "core/jobs/jobjson.h"
#include "core/jobs/jobtransitions.h"
#include "core/redis/redisclient.h"
#include "core/redis/redisrow.h"

namespace createzoom {

namespace {

/// Jobs that one script looks at: a millisecond or two, in which the server does nothing else.
constexpr int lookedAtOnce = 1000;

Result<Job> jobFrom(const RespValue &value)
{
    Result<JobRecord> record = recordFrom(rowFrom(value));
    return record ? Result<Job>(std::move(record->job)) : record.error();
}

} // namespace

RedisListing::RedisListing(RedisClient &client)
    : m_client(client)
{}

Result<std::optional<Job>> RedisListing::job(const QString &id)
{
    const Result<RespValue> found = m_client.script("find", {id.toUtf8()});
    if (!found)
        return found.error();
    if (found->items.size() < 2)
        return std::optional<Job>();
    Result<Job> job = jobFrom(found->at(1));
    return job ? Result<std::optional<Job>>(std::move(*job)) : job.error();
}

Result<JobPage> RedisListing::page(const JobFilter &filter, qint64 cursor, int limit)
{
    JobPage page;
    const bool backwards = isBackwards(filter.order);
    QByteArray from = cursor > 0 ? '(' + QByteArray::number(cursor) : backwards ? "+inf" : "-inf";
    while (!from.isEmpty()) {
        const qsizetype wanted = limit + 1 - page.jobs.size(); // one more: is there another page?
        QByteArrayList words{isByChange(filter.order) ? "changes" : "tasks",
                             backwards ? "1" : "0",
                             from,
                             QByteArray::number(wanted),
                             QByteArray::number(lookedAtOnce),
                             filter.bucketJobsOnly ? "1" : "0"};
        for (const JobState state : filter.states)
            words << stateName(state).toLatin1();
        const Result<RespValue> part = m_client.script("page", words);
        if (!part)
            return part.error();
        for (const RespValue &item : part->at(1).items) {
            if (page.jobs.size() == limit)
                return page;
            Result<Job> job = jobFrom(item.at(1));
            if (!job)
                return job.error();
            page.jobs << std::move(*job);
            page.nextCursor = item.at(0).integer();
        }
        from = part->at(0).text.isEmpty() ? QByteArray() : '(' + part->at(0).text;
    }
    page.nextCursor = 0;
    return page;
}

Result<QList<Job>> RedisListing::changes(qint64 since, int limit)
{
    const Result<RespValue> found
        = m_client.script("changes", {QByteArray::number(since), QByteArray::number(limit)});
    if (!found)
        return found.error();
    QList<Job> jobs;
    for (const RespValue &item : found->items) {
        Result<Job> job = jobFrom(item);
        if (!job)
            return job.error();
        jobs << std::move(*job);
    }
    return jobs;
}

Result<QList<Removal>> RedisListing::removals(qint64 since, int limit)
{
    const Result<RespValue> found = m_client.command({"ZRANGEBYSCORE",
                                                      "{dz}:removals",
                                                      '(' + QByteArray::number(since),
                                                      "+inf",
                                                      "WITHSCORES",
                                                      "LIMIT",
                                                      "0",
                                                      QByteArray::number(limit)});
    if (!found)
        return found.error();
    QList<Removal> removals;
    for (qsizetype i = 0; i + 1 < found->items.size(); i += 2)
        removals << Removal{found->at(i + 1).integer(), QString::fromUtf8(found->at(i).text)};
    return removals;
}

Result<QueueStats> RedisListing::stats()
{
    const Result<RespValue> found = m_client.script("stats", {});
    if (!found)
        return found.error();
    QueueStats stats{.revision = found->at(0).integer()};
    const QList<RespValue> counts = found->at(1).items;
    for (qsizetype i = 0; i + 1 < counts.size(); i += 2) {
        const std::optional<JobState> state = stateFromName(QString::fromLatin1(counts[i].text));
        const qint64 count = counts[i + 1].integer();
        if (!state || count == 0)
            continue;
        qint64 &group = isHeld(*state) ? stats.running
            : isTerminal(*state)       ? stats.ended
                                       : stats.waiting;
        group += count;
        stats.byState[*state] += count;
    }
    for (const RespValue &queue : found->at(2).items) {
        const std::optional<Stage> stage = stageFromName(QString::fromLatin1(queue.at(0).text));
        const qint64 waiting = queue.at(1).integer();
        if (stage && waiting > 0)
            stats.queues.insert(*stage, {waiting, queue.at(2).integer()});
    }
    return stats;
}

Result<QStringList> RedisListing::unfinishedIds()
{
    QStringList ids;
    QByteArray after = "0";
    while (!after.isEmpty()) {
        const Result<RespValue> part
            = m_client.script("unfinished", {after, QByteArray::number(lookedAtOnce)});
        if (!part)
            return part.error();
        for (const RespValue &id : part->at(1).items)
            ids << QString::fromUtf8(id.text);
        after = part->at(0).text;
    }
    return ids;
}

Result<QList<WorkerInfo>> RedisListing::workers(std::chrono::milliseconds lease)
{
    const Result<RespValue> found = m_client.script("workers", {});
    if (!found)
        return found.error();
    QList<WorkerInfo> workers;
    for (const RespValue &item : found->items) {
        Result<WorkerInfo> worker = workerFromJson(jsonObject(item.at(0).text));
        if (!worker)
            return worker.error();
        worker->seenAt = item.at(1).integer() - lease.count();
        workers << std::move(*worker);
    }
    return workers;
}

} // namespace createzoom
