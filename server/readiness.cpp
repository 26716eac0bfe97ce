// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/readiness.h"

#include <utility>

namespace createzoom {

void Readiness::listen(std::function<void()> tell)
{
    const std::lock_guard locker(m_mutex);
    m_tell = std::move(tell);
    if (m_tell && std::exchange(m_isMissed, false))
        m_tell();
}

void Readiness::notify()
{
    const std::lock_guard locker(m_mutex);
    if (m_tell)
        m_tell();
    else
        m_isMissed = true;
}

} // namespace createzoom
