// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRunnable>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <mutex>

namespace createzoom {

/// Jobs for a few threads, first come, first served. Its threads stay: one may hold a connection to
/// the store. Owned by RestServer; start() from any thread.
class WorkQueue
{
public:
    explicit WorkQueue(int threads);
    ~WorkQueue();
    WorkQueue(const WorkQueue &) = delete;
    WorkQueue &operator=(const WorkQueue &) = delete;

    void start(std::function<void()> job);
    /// Drops what has not begun, waits for what has.
    void finish();

private:
    /// The pool runs this one object once for each job.
    class Runner : public QRunnable
    {
    public:
        explicit Runner(WorkQueue &queue);
        void run() override;

    private:
        WorkQueue &m_queue;
    };
    void runNext();

    Runner m_runner;
    std::mutex m_mutex{}; ///< guards m_jobs
    std::deque<std::function<void()>> m_jobs{};
    QThreadPool m_pool{};
};

} // namespace createzoom
