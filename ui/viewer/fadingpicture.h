// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/tilepainter.h"

#include <QHash>
#include <QImage>
#include <QSet>

#include <algorithm>
#include <functional>
#include <optional>

namespace createzoom {

/// What a view shows, kept in pixels of the screen. Tiles that come while it stands still fade in
/// over what was there. Each is scaled once, and not all in one frame; the other frames of a fade
/// only blend two pictures. Where the view moves everything is painted anew and nothing fades.
/// Owned by the view; GUI thread.
class FadingPicture
{
public:
    static constexpr double duration = 150; ///< milliseconds
    /// Of the picture so much begins to fade in a frame, and the rest in the next ones: to scale a
    /// screenful takes half of a frame's 16 ms, beside what blending takes.
    static constexpr double shareOfFrame = 0.25;
    using Ground = std::function<void(QPainter &painter)>; ///< paints what is below the tiles

    /// A tile is there now, or is another one now; shown by the next paint().
    void add(const TileAddress &tile, bool isFadingIn);
    void advance(double milliseconds);
    bool isFading() const;
    void forget(); ///< the next paint() paints everything

    /// `painter` is in the view's widget; `tiles` are of what it shows now.
    void paint(QPainter &painter, const TilePainter &tiles, const Ground &ground);

private:
    struct Fade
    {
        QRect place{}; ///< in pixels of the screen
        double age = 0; ///< milliseconds

        double share() const { return std::min(1.0, age / duration); } ///< of m_coming
    };

    void paintAll(const TilePainter &tiles, const Ground &ground);
    void takeNew(const TilePainter &tiles);
    /// Of the tiles that are seen at a cell the latest one's; nullopt: none is new.
    std::optional<double> ageOfNew(const QList<TileAddress> &layers) const;
    void fadeIn(const TilePainter &tiles, const TileAddress &cell, double age);
    void showAtOnce(const TilePainter &tiles, const TileAddress &cell);
    void blend(const Fade &fade); ///< into m_shown

    std::optional<ViewTransform> m_view{}; ///< of m_shown
    QImage m_shown{}; ///< as if nothing faded in yet
    QImage m_coming{}; ///< as it will be, at the places of m_fades; elsewhere anything
    QHash<TileAddress, Fade> m_fades{}; ///< by the tile of the view's own level
    QHash<TileAddress, double> m_new{}; ///< not painted yet, and their age
    QSet<TileAddress> m_filled{}; ///< where m_shown has something: elsewhere is a hole
};

} // namespace createzoom
