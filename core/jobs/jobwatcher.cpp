// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobwatcher.h"

#include "core/jobs/jobboard.h"

#include <condition_variable>
#include <utility>

namespace createzoom {

namespace {

constexpr int pageSize = 500;
/// Half as long as removals are known: EngineLimits::removals.
constexpr std::chrono::milliseconds longestSilence = EngineLimits{}.removals / 2;

} // namespace

JobWatcher::JobWatcher(JobBoard &jobs,
                       std::chrono::milliseconds interval,
                       QObject *parent,
                       Clock clock)
    : QObject(parent)
    , m_jobs(jobs)
    , m_interval(interval)
    , m_clock(std::move(clock))
{}

JobWatcher::~JobWatcher()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void JobWatcher::start()
{
    m_thread = std::jthread([this](const std::stop_token &stop) { watch(stop); });
}

void JobWatcher::watch(const std::stop_token &stop)
{
    std::mutex mutex; // of the pause alone
    std::condition_variable_any pause;
    while (!stop.stop_requested()) {
        while (!stop.stop_requested() && askForPage()) {}
        std::unique_lock lock(mutex);
        pause.wait_for(lock, stop, m_interval, [] { return false; });
    }
}

bool JobWatcher::askForPage()
{
    const bool isAnew = isOutOfTouch();
    const Result<JobChanges> changes = m_jobs.changes(isAnew ? 0 : m_revision, pageSize);
    noteConnection(changes ? std::optional<Error>() : changes.error());
    if (!changes)
        return false;
    m_lastAnswer = m_clock();
    m_revision = changes->revision;
    if (!isAnew && changes->jobs.isEmpty() && changes->removed.isEmpty())
        return changes->hasMore;
    {
        const std::lock_guard lock(m_mutex);
        if (isAnew)
            m_news
                = {.isBegunAnew = true, .outage = m_news.outage, .isRestored = m_news.isRestored};
        m_news.jobs << changes->jobs;
        m_news.removed << changes->removed;
    }
    QMetaObject::invokeMethod(this, &JobWatcher::deliver, Qt::QueuedConnection);
    return changes->hasMore;
}

bool JobWatcher::isOutOfTouch() const
{
    return m_lastAnswer != 0 && m_clock() - m_lastAnswer > longestSilence.count();
}

void JobWatcher::noteConnection(const std::optional<Error> &outage)
{
    if (m_isConnected == !outage)
        return;
    m_isConnected = !outage;
    {
        const std::lock_guard lock(m_mutex);
        m_news.outage = outage;
        m_news.isRestored = m_isConnected;
    }
    QMetaObject::invokeMethod(this, &JobWatcher::deliver, Qt::QueuedConnection);
}

void JobWatcher::deliver()
{
    News news;
    {
        const std::lock_guard lock(m_mutex);
        news = std::exchange(m_news, {});
    }
    if (news.outage)
        Q_EMIT connectionLost(*news.outage);
    if (news.isRestored)
        Q_EMIT connectionRestored();
    if (news.isBegunAnew)
        Q_EMIT begunAnew();
    if (!news.jobs.isEmpty())
        Q_EMIT jobsChanged(news.jobs);
    if (!news.removed.isEmpty()) // after the changes: one may have changed and gone
        Q_EMIT jobsRemoved(news.removed);
}

} // namespace createzoom
