// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QMutex>

#include <atomic>
#include <functional>

namespace createzoom {

/// Whether the store of jobs works, or a disk, or whatever else a service hangs on: asked at most
/// once in two seconds however often callers want to know. Any thread.
class StoreHealth
{
public:
    StoreHealth(std::function<Result<void>()> ask, Clock clock);

    /// current() would return without asking the store.
    bool isFresh() const;
    /// May wait for the store.
    Result<void> current();

private:
    const std::function<Result<void>()> m_ask;
    const Clock m_clock;
    QMutex m_mutex{}; ///< guards m_last; held while the store is asked, so that it is asked once
    Result<void> m_last{};
    std::atomic<qint64> m_freshUntil{0};
};

} // namespace createzoom
