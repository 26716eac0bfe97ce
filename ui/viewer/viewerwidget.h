// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/tilesource.h"
#include "ui/viewer/fadingpicture.h"
#include "ui/viewer/tilecache.h"
#include "ui/viewer/tileloader.h"
#include "ui/viewer/viewmotion.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QSet>
#include <QWidget>

#include <memory>
#include <optional>

class QNativeGestureEvent;
class QTouchEvent;

namespace createzoom {

/// Shows a pyramid: zoom with the wheel at the cursor, move by hand, keys for both; a small map,
/// and a scale bar. Where a tile is not there yet, the next coarser one is shown; one that is still
/// growing is asked again. Reads and decodes nothing on the GUI thread, to which it belongs.
/// ViewerActions gives it its menu and keys.
class ViewerWidget : public QWidget
{
    Q_OBJECT

public:
    /// What may be laid over the picture.
    enum class Overlay { Map, ScaleBar, TileFrames };
    Q_ENUM(Overlay)
    /// Of the picture that is shown next.
    enum class Position {
        All, ///< from the beginning
        Kept, ///< the same part as of the picture before
    };

    explicit ViewerWidget(QWidget *parent = nullptr);
    ~ViewerWidget() override;

    /// Opens a file off the GUI thread; opened() or failed() tells.
    void openFile(const QString &path, Position position = Position::All);
    void showSource(std::shared_ptr<TileSource> source, Position position = Position::All);
    /// The same pyramid from elsewhere: nothing on the screen changes.
    void continueWith(std::shared_ptr<TileSource> source);
    void clear();

    /// Where the view is, or will be in a moment.
    const ViewTransform &view() const { return m_motion.goal(); }
    bool isOpen() const { return m_source != nullptr; }
    bool isGrowing() const { return m_growth.isActive(); }
    /// Memory for decoded tiles; of pyramids opened from now on.
    void setCacheBytes(qint64 bytes) { m_cacheBytes = bytes; }
    qint64 cachedBytes() const { return m_cache ? m_cache->bytes() : 0; }
    /// Every change of the view at once, for people whom motion makes ill.
    void setMotionReduced(bool isReduced) { m_isMotionReduced = isReduced; }
    bool hasOverlay(Overlay overlay) const { return m_overlays.contains(overlay); }
    /// "1234, 567 px   617.0, 283.5 µm   12 %   level 14", the place while the cursor is on the
    /// picture; empty when nothing is open.
    QString statusText() const;
    /// What is shown, with its scale bar, in pixels of the screen.
    QImage picture();

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit();
    void showPixels(int screenPixels); ///< so many of the screen for one of the image
    void turn(int quarters); ///< clockwise
    void setOverlay(createzoom::ViewerWidget::Overlay overlay, bool isShown);

Q_SIGNALS:
    void opened();
    void failed(const QString &sentence);
    void viewChanged(); ///< also when the cursor moves
    void overlaysChanged();
    /// Another picture is asked for; who has several shows it, with Position::Kept.
    void previousRequested();
    void nextRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    struct Hand
    {
        QPointF last{};
        QPointF speed{}; ///< logical pixels a millisecond
        quint64 at = 0; ///< the event's own time, milliseconds
        bool isInMap = false;
    };

    const PyramidLayout &layout() const { return m_source->descriptor().layout; }
    void setSource(std::shared_ptr<TileSource> source);
    void take(const TileAddress &tile, const TileCache::Tile &content);
    void lose(const TileAddress &tile);
    void askAgain();

    void go(const ViewTransform &goal);
    void jump(const ViewTransform &view);
    void zoomTo(double scale, QPointF at);
    void fitToWidget();
    void advance();
    void announceView();
    bool isAnimated() const;
    void runFrames();
    void requestTiles();
    QList<TileAddress> missingTiles();
    void addMissing(QList<TileAddress> &missing, int level, const QRectF &part) const;

    void paintGround(QPainter &painter) const;
    void paintAbove(QPainter &painter, const TilePainter &tiles) const;
    void paintMap(QPainter &painter);
    QRect map() const; ///< empty: not shown
    QString note() const;

    bool pinch(const QNativeGestureEvent &event);
    bool pinch(const QTouchEvent &event);
    void moveInMap(QPointF position);
    std::optional<QPointF> keyDistance(const QKeyEvent &event) const;

    std::shared_ptr<TileSource> m_source;
    std::unique_ptr<TileLoader> m_loader;
    std::unique_ptr<TileCache> m_cache;
    QSet<TileAddress> m_lost; ///< cannot be read now: not asked for
    QString m_path; ///< being opened
    Position m_nextPosition = Position::All;
    std::optional<ViewTransform> m_kept; ///< of the picture before
    ViewMotion m_motion;
    FadingPicture m_picture;
    QBasicTimer m_frames; ///< runs while the view moves or tiles fade in
    QElapsedTimer m_sinceFrame;
    QBasicTimer m_growth; ///< runs while the pyramid grows
    std::optional<Hand> m_hand;
    std::optional<QPointF> m_cursor;
    QSet<Overlay> m_overlays{Overlay::Map, Overlay::ScaleBar};
    qint64 m_cacheBytes;
    bool m_isMotionReduced = false;
};

} // namespace createzoom
