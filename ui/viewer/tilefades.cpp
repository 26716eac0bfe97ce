// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/tilefades.h"

namespace createzoom {

void TileFades::advance(double milliseconds)
{
    m_ages.removeIf([&](const auto &entry) {
        entry.value() += milliseconds;
        return entry.value() >= duration;
    });
}

double TileFades::opacity(const TileAddress &tile) const
{
    const auto age = m_ages.constFind(tile);
    return age == m_ages.constEnd() ? 1 : *age / duration;
}

} // namespace createzoom
