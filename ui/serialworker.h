// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace createzoom {

/// A thread that does what it is given, one after the other. Owned by who gives; end() and the
/// destructor drop what has not begun and wait for what has.
class SerialWorker
{
public:
    using Task = std::function<void()>;

    SerialWorker();
    ~SerialWorker();
    SerialWorker(const SerialWorker &) = delete;
    SerialWorker &operator=(const SerialWorker &) = delete;

    void post(Task task);
    void end();

private:
    Task next(const std::stop_token &stop); ///< waits; empty: the end
    void run(const std::stop_token &stop);

    std::mutex m_mutex{}; ///< guards m_tasks
    std::condition_variable_any m_posted{};
    std::deque<Task> m_tasks{};
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace createzoom
