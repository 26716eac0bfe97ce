// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/statuscache.h"

namespace createzoom {

namespace {

/// As many jobs as may wait by default; half a kilobyte each.
constexpr qsizetype mostKept = 10'000;

} // namespace

std::optional<QByteArray> StatusCache::find(const QByteArray &id, quint64 changeCount)
{
    const std::lock_guard locker(m_mutex);
    const auto known = m_answers.constFind(id);
    if (m_changeCount != changeCount || known == m_answers.cend())
        return std::nullopt;
    return *known;
}

void StatusCache::keep(const QByteArray &id, quint64 changeCount, const QByteArray &answer)
{
    const std::lock_guard locker(m_mutex);
    if (m_changeCount != changeCount || m_answers.size() >= mostKept)
        m_answers.clear();
    m_changeCount = changeCount;
    m_answers.insert(id, answer);
}

} // namespace createzoom
