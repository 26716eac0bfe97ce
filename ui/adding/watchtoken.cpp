// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/watchtoken.h"

#include "core/jobs/webtoken.h"

#include <optional>

namespace createzoom {

void WatchToken::set(const Secret &token)
{
    const std::lock_guard lock(m_mutex);
    m_token = token.copy();
    ++m_number;
    m_isRefused = false;
}

WatchToken::Copy WatchToken::copy() const
{
    const std::lock_guard lock(m_mutex);
    return {m_token.copy(), m_number};
}

void WatchToken::refuse(int number)
{
    const std::lock_guard lock(m_mutex);
    if (number == m_number)
        m_isRefused = true;
}

bool WatchToken::isRefused() const
{
    const std::lock_guard lock(m_mutex);
    return m_isRefused;
}

bool WatchToken::holds(qint64 now) const
{
    const std::lock_guard lock(m_mutex);
    const std::optional<qint64> expiry = tokenExpiry(m_token);
    return !m_token.isEmpty() && !m_isRefused && (!expiry || *expiry > now);
}

} // namespace createzoom
