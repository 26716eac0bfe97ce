// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobfeed.h"

#include "core/jobs/jobjson.h"

#include <algorithm>

namespace createzoom {

namespace {

constexpr int changesAtOnce = 500; ///< changes asked for at a time

bool concerns(const JobListener &listener, const QString &jobId)
{
    return listener.jobId().isEmpty() || listener.jobId() == jobId;
}

/// None when they cannot be read now: they will be later.
QStringList linesOf(JobService &service, const QString &jobId)
{
    Result<QStringList> lines = service.log(jobId);
    return lines ? *std::move(lines) : QStringList();
}

} // namespace

FedJob::FedJob(Job job, bool isProgress)
    : m_job(std::move(job))
    , m_isProgress(isProgress)
{}

const QByteArray &FedJob::json(Audience audience) const
{
    QByteArray &json = m_json.at(audience == Audience::Admin ? 0 : 1);
    if (json.isEmpty())
        json = jsonBytes(toWire(m_job, audience));
    return json;
}

JobListener::JobListener(QString jobId, qint64 position)
    : m_jobId(std::move(jobId))
    , m_position(position)
{}

JobFeed::JobFeed(JobService &service, std::chrono::milliseconds interval)
    : m_service(service)
    , m_interval(interval)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{}

JobFeed::~JobFeed() = default;

Result<qint64> JobFeed::position()
{
    const Result<QueueStats> stats = m_service.stats();
    if (!stats)
        return stats.error();
    return stats->revision;
}

void JobFeed::add(const std::shared_ptr<JobListener> &listener)
{
    {
        const std::lock_guard locker(m_mutex);
        m_listeners.push_back(listener);
    }
    m_someoneListens.notify_one();
}

void JobFeed::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        {
            std::unique_lock locker(m_mutex);
            m_someoneListens.wait(locker, stop, [this] { return !m_listeners.empty(); });
        }
        if (const Listeners all = listeners(); !all.empty())
            look(all);
        std::unique_lock locker(m_mutex);
        m_someoneListens.wait_for(locker, stop, m_interval, [] { return false; });
    }
}

JobFeed::Listeners JobFeed::listeners()
{
    const std::lock_guard locker(m_mutex);
    Listeners living;
    std::erase_if(m_listeners, [&living](const std::weak_ptr<JobListener> &listener) {
        std::shared_ptr<JobListener> alive = listener.lock();
        const bool isGone = alive == nullptr;
        if (!isGone)
            living.push_back(std::move(alive));
        return isGone;
    });
    return living;
}

/// From the position of whoever knows least: the others pass over what they know.
void JobFeed::look(const Listeners &listeners)
{
    bool hasMore = true;
    while (hasMore) {
        qint64 since = listeners.front()->m_position;
        for (const std::shared_ptr<JobListener> &listener : listeners)
            since = std::min(since, listener->m_position);
        const Result<JobChanges> changes = m_service.changes(since, changesAtOnce);
        if (!changes)
            break; // the store is away: told when it is back
        tell(listeners, *changes);
        hasMore = changes->hasMore;
    }
    lookAtQueue(listeners);
    readLogs(listeners);
    for (const std::shared_ptr<JobListener> &listener : listeners)
        listener->lookedAt();
}

void JobFeed::tell(const Listeners &listeners, const JobChanges &changes)
{
    for (const Job &job : changes.jobs) {
        const FedJob fed(job, isProgress(job));
        for (const std::shared_ptr<JobListener> &listener : listeners) {
            if (concerns(*listener, job.id) && job.revision > listener->m_position)
                listener->jobChanged(fed);
        }
    }
    for (const QString &id : changes.removed) {
        m_running.remove(id);
        for (const std::shared_ptr<JobListener> &listener : listeners) {
            if (concerns(*listener, id) && changes.revision > listener->m_position)
                listener->jobRemoved(id, changes.revision);
        }
    }
    for (const std::shared_ptr<JobListener> &listener : listeners)
        listener->m_position = std::max(listener->m_position, changes.revision);
}

bool JobFeed::isProgress(const Job &job)
{
    if (!isHeld(job.state)) {
        m_running.remove(job.id);
        return false;
    }
    const std::pair now(job.state, job.stage);
    const auto known = m_running.constFind(job.id);
    const bool isSame = known != m_running.cend() && *known == now;
    m_running.insert(job.id, now);
    return isSame;
}

void JobFeed::lookAtQueue(const Listeners &listeners)
{
    const Result<QueueState> queue = m_service.queue();
    if (!queue || m_isPaused == queue->isPaused)
        return;
    const bool isFirst = !m_isPaused;
    m_isPaused = queue->isPaused;
    for (const std::shared_ptr<JobListener> &listener : listeners) {
        if (!isFirst && listener->jobId().isEmpty())
            listener->queueChanged(*queue);
    }
}

void JobFeed::readLogs(const Listeners &listeners)
{
    QHash<QString, QStringList> logs;
    for (const std::shared_ptr<JobListener> &listener : listeners) {
        if (!listener->wantsLog())
            continue;
        auto known = logs.find(listener->jobId());
        if (known == logs.end())
            known = logs.insert(listener->jobId(), linesOf(m_service, listener->jobId()));
        listener->logRead(*known);
    }
}

} // namespace createzoom
