// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/tilesource.h"
#include "ui/viewer/tilecache.h"
#include "ui/viewer/tileloader.h"
#include "ui/viewer/viewtransform.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QSet>
#include <QWidget>

#include <memory>
#include <optional>

namespace createzoom {

/// Shows a pyramid: zoom with the wheel at the cursor, move by hand, keys for both; a small map,
/// and a scale bar. Where a tile is not there yet, the next coarser one is shown. Reads and decodes
/// nothing on the GUI thread, to which it belongs.
class ViewerWidget : public QWidget
{
    Q_OBJECT

public:
    explicit ViewerWidget(QWidget *parent = nullptr);
    ~ViewerWidget() override;

    /// Opens a file off the GUI thread; opened() or failed() tells.
    void openFile(const QString &path);
    void showSource(std::shared_ptr<TileSource> source);
    void clear();

    const ViewTransform &view() const { return m_view; }
    bool isOpen() const { return m_source != nullptr; }
    /// Memory for decoded tiles beside the coarse ones; of pyramids opened from now on.
    void setCacheBytes(qint64 bytes) { m_cacheBytes = bytes; }
    /// "1234, 567 px, 12 % of full size"; empty when nothing is open.
    QString statusText() const;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit();
    void showFullSize(); ///< a pixel of the image is one of the screen

Q_SIGNALS:
    void opened();
    void failed(const QString &sentence);
    void viewChanged(); ///< also when the cursor moves

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    struct Hand
    {
        QPointF last{};
        QPointF speed{}; ///< logical pixels a millisecond
        QElapsedTimer since{};
        bool isInMap = false;
    };

    const PyramidLayout &layout() const { return m_source->descriptor().layout; }
    void take(const TileAddress &tile, const QImage &image);
    void changeView();
    void requestTiles();
    QList<TileAddress> missingTiles() const;
    void paintLevel(QPainter &painter);
    void paintTile(QPainter &painter, const TileAddress &tile);
    void moveInMap(QPointF position);
    std::optional<QPointF> keyDistance(const QKeyEvent &event) const;

    std::shared_ptr<TileSource> m_source;
    std::unique_ptr<TileLoader> m_loader;
    std::unique_ptr<TileCache> m_cache;
    QSet<TileAddress> m_lost; ///< cannot be read: not asked for again
    ViewTransform m_view;
    QString m_path; ///< being opened
    std::optional<Hand> m_hand;
    QPointF m_glide; ///< speed after the hand let go
    QBasicTimer m_gliding;
    QPointF m_cursor;
    qint64 m_cacheBytes = qint64{512} << 20;
};

} // namespace createzoom
