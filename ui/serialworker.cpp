// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serialworker.h"

#include <utility>

namespace createzoom {

SerialWorker::SerialWorker()
    : m_thread([work = m_work](const std::stop_token &stop) {
        while (const Task task = work->next(stop))
            task();
    })
{}

SerialWorker::~SerialWorker()
{
    end();
}

void SerialWorker::post(Task task)
{
    const std::lock_guard lock(m_work->mutex);
    m_work->tasks.push_back(std::move(task));
    m_work->posted.notify_one();
}

void SerialWorker::end()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void SerialWorker::leave()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.detach();
}

SerialWorker::Task SerialWorker::Work::next(const std::stop_token &stop)
{
    std::unique_lock lock(mutex);
    posted.wait(lock, stop, [this] { return !tasks.empty(); });
    if (stop.stop_requested())
        return {};
    Task task = std::move(tasks.front());
    tasks.pop_front();
    return task;
}

} // namespace createzoom
