// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"

#include <QHash>

namespace createzoom {

/// Tiles that have just come, and how much of them is seen: they fade in over the coarser ones that
/// stood in for them. A value; pure arithmetic.
class TileFades
{
public:
    static constexpr double duration = 150; ///< milliseconds

    void begin(const TileAddress &tile) { m_ages.insert(tile, 0); }
    void advance(double milliseconds);
    void clear() { m_ages.clear(); }

    /// 0...1; of those that do not fade 1.
    double opacity(const TileAddress &tile) const;
    bool isEmpty() const { return m_ages.isEmpty(); }

private:
    QHash<TileAddress, double> m_ages{};
};

} // namespace createzoom
