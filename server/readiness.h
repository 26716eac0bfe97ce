// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <mutex>

namespace createzoom {

/// "There is something to do now": told by one thread to another that waits for it without a thread
/// of its own. Shared by both; any thread.
class Readiness
{
public:
    Readiness() = default;
    virtual ~Readiness() = default;
    Readiness(const Readiness &) = delete;
    Readiness &operator=(const Readiness &) = delete;

    /// `tell` is called by each notify() from now on, and at once when there was one before. It
    /// must not wait. An empty one: nobody listens any more; when this returns, none is being told.
    void listen(std::function<void()> tell);
    void notify();

private:
    std::mutex m_mutex{}; ///< guards all below; held while telling
    std::function<void()> m_tell{};
    bool m_isMissed = false;
};

} // namespace createzoom
