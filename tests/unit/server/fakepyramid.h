// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/tilesource.h"

#include <atomic>

namespace createzoom {

/// A pyramid of 1000 x 700 pixels whose tiles say where they are; those of level 10 are missing
/// while it grows, and none can be had while its machine is away. Any thread.
class FakePyramid : public TileSource
{
public:
    explicit FakePyramid(const std::atomic<bool> &isGrowing,
                         const std::atomic<bool> *isAway = nullptr)
        : TileSource({PyramidLayout(QSize(1000, 700), 254, 1), TileFormat::Jpeg}, {0.25, 0.25})
        , m_isGrowing(isGrowing)
        , m_isAway(isAway)
    {}

    Result<QByteArray> tile(const TileAddress &tile) override
    {
        if (m_isAway && *m_isAway)
            return Error{ErrorCode::Network, QStringLiteral("away")};
        if (m_isGrowing && tile.level == 10)
            return Error{ErrorCode::NotFound, QStringLiteral("not yet")};
        return "tile " + QByteArray::number(tile.level) + ' ' + QByteArray::number(tile.column)
            + ' ' + QByteArray::number(tile.row);
    }
    bool isGrowing() const override { return m_isGrowing; }

private:
    const std::atomic<bool> &m_isGrowing;
    const std::atomic<bool> *m_isAway;
};

} // namespace createzoom
