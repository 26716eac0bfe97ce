// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serialworker.h"

#include <utility>

namespace createzoom {

SerialWorker::SerialWorker()
    : m_thread([this](const std::stop_token &stop) { run(stop); })
{}

SerialWorker::~SerialWorker()
{
    end();
}

void SerialWorker::post(Task task)
{
    const std::lock_guard lock(m_mutex);
    m_tasks.push_back(std::move(task));
    m_posted.notify_one();
}

void SerialWorker::end()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

SerialWorker::Task SerialWorker::next(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_posted.wait(lock, stop, [this] { return !m_tasks.empty(); });
    if (stop.stop_requested())
        return {};
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    return task;
}

void SerialWorker::run(const std::stop_token &stop)
{
    while (const Task task = next(stop))
        task();
}

} // namespace createzoom
