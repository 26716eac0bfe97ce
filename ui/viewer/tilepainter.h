// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/tilecache.h"
#include "ui/viewer/viewtransform.h"

#include <QList>
#include <QPainter>

namespace createzoom {

/// The tiles of a level that show some of `part` of the image, from the middle outwards.
QList<TileAddress> tilesOf(const PyramidLayout &layout, int level, const QRectF &part);

/// The finest level that is one tile: it shows the whole image at once.
int overviewLevel(const PyramidLayout &layout);

/// Paints what a view shows, from the tiles that are there: where one is missing, from the nearest
/// coarser one. Neighbours share their edge, on a pixel of the screen: no seams. GUI thread.
class TilePainter
{
public:
    /// What is given outlives it.
    TilePainter(const PyramidLayout &layout, TileCache &cache, const ViewTransform &view);

    const ViewTransform &view() const { return m_seen; }
    /// The tiles of the view's own level, whether they are there or not.
    const QList<TileAddress> &cells() const { return m_cells; }
    /// Of those that are there, which are seen at the place of a cell: the finest first, down to
    /// the first that hides all below it. Empty: a hole. A use of each for the cache.
    QList<TileAddress> layers(const TileAddress &cell) const;
    QRect placeOf(const TileAddress &cell) const; ///< in pixels of the screen

    /// `painter` is in the view's widget.
    void paint(QPainter &painter) const;
    void paintCell(QPainter &painter, const TileAddress &cell) const;
    /// The tiles' frames and addresses, for who looks for a fault.
    void paintFrames(QPainter &painter) const;

private:
    void begin(QPainter &painter) const;
    void paintLayers(QPainter &painter, const TileAddress &cell) const;
    QRect innerRect(const TileAddress &tile) const;
    QRect onScreen(const QRect &inner, int level) const;
    QTransform turn() const;

    const PyramidLayout &m_layout;
    TileCache &m_cache;
    const ViewTransform m_seen;
    const ViewTransform m_view; ///< upright
    const QList<TileAddress> m_cells;
};

} // namespace createzoom
