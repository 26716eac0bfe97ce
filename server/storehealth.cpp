// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storehealth.h"

#include <chrono>
#include <utility>

namespace createzoom {

namespace {

constexpr std::chrono::milliseconds lifetime{2'000};

} // namespace

StoreHealth::StoreHealth(std::function<Result<void>()> ask, Clock clock)
    : m_ask(std::move(ask))
    , m_clock(std::move(clock))
{}

bool StoreHealth::isFresh() const
{
    return m_clock() < m_freshUntil.load();
}

Result<void> StoreHealth::current()
{
    const QMutexLocker locker(&m_mutex);
    if (!isFresh()) {
        m_last = m_ask();
        m_freshUntil.store(m_clock() + qint64(lifetime.count()));
    }
    return m_last;
}

} // namespace createzoom
