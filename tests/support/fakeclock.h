// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <utility>

namespace createzoom::tests {

/// A clock that stands still until it is told to go on. Must outlive what it was handed to; any
/// thread.
class FakeClock
{
public:
    Clock clock()
    {
        return [this] {
            return m_now.load();
        };
    }
    qint64 now() const { return m_now; }
    void advance(std::chrono::milliseconds time)
    {
        m_now += time.count();
        if (m_follow)
            m_follow(m_now);
    }
    /// For a store that has a clock of its own: told the time now and whenever it changes.
    void followedBy(std::function<void(qint64)> follow)
    {
        m_follow = std::move(follow);
        m_follow(m_now);
    }

private:
    std::atomic<qint64> m_now = 1'800'000'000'000;
    std::function<void(qint64)> m_follow{};
};

} // namespace createzoom::tests
