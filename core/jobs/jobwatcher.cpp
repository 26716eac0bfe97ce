// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobwatcher.h"

#include "core/jobs/jobboard.h"

#include <condition_variable>
#include <utility>

namespace createzoom {

namespace {

constexpr int pageSize = 500;

} // namespace

JobWatcher::JobWatcher(JobBoard &jobs, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_interval(interval)
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
    const Result<QList<Job>> page = m_jobs.changes(m_revision, pageSize);
    noteConnection(page ? std::optional<Error>() : page.error());
    if (!page || page->isEmpty())
        return false;
    m_revision = page->last().revision;
    {
        const std::lock_guard lock(m_mutex);
        m_news.jobs << *page;
    }
    QMetaObject::invokeMethod(this, &JobWatcher::deliver, Qt::QueuedConnection);
    return page->size() == pageSize;
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
    if (!news.jobs.isEmpty())
        Q_EMIT jobsChanged(news.jobs);
}

} // namespace createzoom
