// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace createzoom {

/// Wakes the claims that wait in this process. Owned by the engine; any thread. Look at rings()
/// before looking for a job, and wait with that number: a ring in between is not missed.
class Doorbell
{
public:
    quint64 rings() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_rings;
    }

    void ring()
    {
        {
            const std::scoped_lock lock(m_mutex);
            ++m_rings;
        }
        m_rung.notify_all();
    }

    void
    waitUntil(std::chrono::steady_clock::time_point end, quint64 seen, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_rung.wait_until(lock, stop, end, [&] { return m_rings != seen; });
    }

private:
    mutable std::mutex m_mutex{}; // guards m_rings
    std::condition_variable_any m_rung{};
    quint64 m_rings = 0;
};

} // namespace createzoom
