// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/tilesource.h"

namespace createzoom {

/// The pyramid of a stained brain section that is painted, tile by tile, when it is asked for; all
/// of it, or the upper part, as while it is being made.
class SectionTiles final : public TileSource
{
public:
    explicit SectionTiles(double part = 1);

    Result<QByteArray> tile(const TileAddress &tile) override;
    bool isGrowing() const override { return m_part < 1; }
    bool isNear() const override { return true; }

private:
    const double m_part; ///< of the height, that is there
};

} // namespace createzoom
