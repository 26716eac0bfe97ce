// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workqueue.h"

#include <utility>

namespace createzoom {

WorkQueue::Runner::Runner(WorkQueue &queue)
    : m_queue(queue)
{
    setAutoDelete(false);
}

void WorkQueue::Runner::run()
{
    m_queue.runNext();
}

WorkQueue::WorkQueue(int threads)
    : m_runner(*this)
{
    m_pool.setMaxThreadCount(threads);
    m_pool.setExpiryTimeout(-1);
}

WorkQueue::~WorkQueue()
{
    finish();
}

void WorkQueue::start(std::function<void()> job)
{
    {
        const std::lock_guard locker(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_pool.start(&m_runner);
}

void WorkQueue::finish()
{
    {
        const std::lock_guard locker(m_mutex);
        m_jobs.clear();
    }
    m_pool.waitForDone();
}

void WorkQueue::runNext()
{
    std::function<void()> job;
    {
        const std::lock_guard locker(m_mutex);
        if (m_jobs.empty()) // dropped by finish()
            return;
        job = std::move(m_jobs.front());
        m_jobs.pop_front();
    }
    job();
}

} // namespace createzoom
