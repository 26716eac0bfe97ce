// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace createzoom {

/// A thread that does what it is given, one after the other. Owned by who gives; end() and the
/// destructor drop what has not begun and wait for what has, leave() waits for nothing.
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
    /// For tasks that may block for minutes, as on a disk that is gone: the one that runs goes on
    /// without its giver, of whom it must use nothing.
    void leave();

private:
    struct Work ///< of giver and thread; the last of them takes it away
    {
        Task next(const std::stop_token &stop); ///< waits; empty: the end

        std::mutex mutex{}; ///< guards tasks
        std::condition_variable_any posted{};
        std::deque<Task> tasks{};
    };

    const std::shared_ptr<Work> m_work = std::make_shared<Work>();
    std::jthread m_thread;
};

} // namespace createzoom
