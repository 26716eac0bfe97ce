// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace createzoom {

/// Tells the engine again and again, from a thread of its own, that this process takes part, and at
/// the end that it leaves. An engine that cannot be reached hears of it later. Owned by Services.
class Presence
{
public:
    /// `worker`: what is to be told, asked for each time; any thread. `interval`: a third of a
    /// lease, so that two may get lost.
    Presence(JobEngine &engine,
             std::function<WorkerInfo()> worker,
             std::chrono::milliseconds interval = std::chrono::seconds(10));
    ~Presence();
    Presence(const Presence &) = delete;
    Presence &operator=(const Presence &) = delete;

private:
    void run(const std::stop_token &stop);

    JobEngine &m_engine;
    const std::function<WorkerInfo()> m_worker;
    const std::chrono::milliseconds m_interval;
    std::mutex m_mutex{}; ///< guards nothing but the wait
    std::condition_variable_any m_wake{};
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace createzoom
