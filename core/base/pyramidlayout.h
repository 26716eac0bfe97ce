// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QRect>
#include <QSize>

namespace createzoom {

struct TileAddress
{
    int level = 0;
    int column = 0;
    int row = 0;

    friend bool operator==(const TileAddress &, const TileAddress &) = default;
    friend size_t qHash(const TileAddress &tile, size_t seed = 0)
    {
        return qHashMulti(seed, tile.level, tile.column, tile.row);
    }
};

/// The arithmetic of a Deep Zoom pyramid (contract "dzip", Pyramid and tiles): levels 0 ...
/// ceil(log2(max(w, h))), each half the next, rounded up, down to 1 x 1. Pure values: no image, no
/// file. Here, below imaging and archive, because the builder, the verifier and the viewer must
/// agree on it.
class PyramidLayout
{
public:
    /// `size` at least 1 x 1, below 2^31 a side; `tileSize` > 0; 0 <= overlap <= tileSize.
    PyramidLayout(QSize size, int tileSize, int overlap);

    QSize size() const { return m_size; }
    int tileSize() const { return m_tileSize; }
    int overlap() const { return m_overlap; }

    int levelCount() const { return m_levelCount; }
    int topLevel() const { return m_levelCount - 1; } ///< the full-resolution one
    QSize levelSize(int level) const;
    int columns(int level) const;
    int rows(int level) const;
    /// The tile's pixels in its level, overlap included and cut at the edges.
    QRect tileRect(const TileAddress &tile) const;
    bool contains(const TileAddress &tile) const;
    qint64 tileCount() const; ///< of all levels
    qint64 pixelCount() const; ///< of all levels, without overlap

private:
    QSize m_size{};
    int m_tileSize = 0;
    int m_overlap = 0;
    int m_levelCount = 0;
};

} // namespace createzoom
