// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/tilecache.h"
#include "ui/viewer/tilefades.h"
#include "ui/viewer/viewtransform.h"

#include <QList>
#include <QPainter>

namespace createzoom {

/// The tiles of a level that show some of `part` of the image, from the middle outwards.
QList<TileAddress> tilesOf(const PyramidLayout &layout, int level, const QRectF &part);

/// The finest level that is one tile: it shows the whole image at once.
int overviewLevel(const PyramidLayout &layout);

/// Paints what a view shows, from the tiles that are there: where one is missing, from the nearest
/// coarser one, over which new ones fade in. Neighbours share their edge, on a pixel of the screen:
/// no seams. GUI thread.
class TilePainter
{
public:
    /// What is given outlives it.
    TilePainter(const PyramidLayout &layout,
                TileCache &cache,
                const TileFades &fades,
                const ViewTransform &view);

    /// `painter` is in the view's widget.
    void paint(QPainter &painter) const;
    /// The tiles' frames and addresses, for who looks for a fault.
    void paintFrames(QPainter &painter) const;

private:
    struct Layer
    {
        TileAddress tile{};
        const QImage *image = nullptr; ///< of the cache
        double opacity = 1;
    };

    void paintTile(QPainter &painter, const TileAddress &tile) const;
    QList<Layer> layersOf(const TileAddress &tile) const;
    QRect innerRect(const TileAddress &tile) const;
    QRect onScreen(const QRect &inner, int level) const;
    QTransform turn() const;

    const PyramidLayout &m_layout;
    TileCache &m_cache;
    const TileFades &m_fades;
    const ViewTransform m_view; ///< upright
    const int m_quarterTurns;
    const QList<TileAddress> m_tiles;
};

} // namespace createzoom
