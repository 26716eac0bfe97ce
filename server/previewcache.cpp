// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/previewcache.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

using std::chrono::steady_clock;

namespace {

/// Not the revision, which grows with each step of progress.
QString runOf(const Job &job)
{
    return u"%1 %2 %3"_s.arg(job.epoch).arg(stageName(job.stage), stateName(job.state));
}

} // namespace

PreviewCache::PreviewCache(Open open, qsizetype capacity, std::chrono::milliseconds idleTime)
    : m_open(std::move(open))
    , m_capacity(capacity)
    , m_idleTime(idleTime)
    , m_thread([this](const std::stop_token &stop) { forgetIdle(stop); })
{}

Result<std::shared_ptr<TileSource>> PreviewCache::sourceOf(const Job &job)
{
    const QString run = runOf(job);
    if (std::shared_ptr<TileSource> source = known(job.id, run))
        return source;
    // Unlocked: two may open the same pyramid at once, none waits for the archive of another.
    Result<std::unique_ptr<TileSource>> opened = m_open(job.id);
    if (!opened)
        return opened.error();
    std::shared_ptr<TileSource> source = std::move(*opened);
    const std::lock_guard lock(m_mutex);
    m_entries.removeIf([&job](const Entry &entry) { return entry.jobId == job.id; });
    m_entries.prepend({job.id, run, source, steady_clock::now()});
    m_added.notify_one();
    while (m_entries.size() > m_capacity)
        m_entries.removeLast();
    return source;
}

void PreviewCache::forget(const QString &jobId)
{
    const std::lock_guard lock(m_mutex);
    m_entries.removeIf([&jobId](const Entry &entry) { return entry.jobId == jobId; });
}

std::shared_ptr<TileSource> PreviewCache::known(const QString &jobId, const QString &run)
{
    const std::lock_guard lock(m_mutex);
    const auto entry = std::find_if(
        m_entries.begin(), m_entries.end(), [&jobId](const Entry &e) { return e.jobId == jobId; });
    if (entry == m_entries.end() || entry->run != run)
        return nullptr;
    std::rotate(m_entries.begin(), entry, entry + 1);
    m_entries.first().asked = steady_clock::now();
    return m_entries.first().source;
}

void PreviewCache::forgetIdle(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (m_entries.isEmpty()) {
            m_added.wait(lock, stop, [this] { return !m_entries.isEmpty(); });
            continue;
        }
        const steady_clock::time_point idle = m_entries.last().asked + m_idleTime;
        if (steady_clock::now() < idle) {
            m_added.wait_until(lock, stop, idle, [] { return false; });
            continue;
        }
        // To close a large file that is removed takes its time: not under the lock.
        std::shared_ptr<TileSource> closed = m_entries.takeLast().source;
        lock.unlock();
        closed.reset();
        lock.lock();
    }
}

} // namespace createzoom
