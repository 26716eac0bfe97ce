// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewerwidget.h"

#include "core/archive/pyramidtiles.h"
#include "ui/viewer/viewerpaint.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPointer>
#include <QResizeEvent>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QColor surround(0x30, 0x30, 0x33);

/// The tile of the coarsest level that is one picture: what the map shows.
TileAddress overviewTile(const PyramidLayout &layout)
{
    int level = 0;
    while (level < layout.topLevel() && layout.columns(level + 1) * layout.rows(level + 1) == 1)
        ++level;
    return {level, 0, 0};
}

/// The tiles of a level that show some of `part` of the image, from the middle outwards.
QList<TileAddress> tilesOf(const PyramidLayout &layout, int level, const QRectF &part)
{
    if (part.isEmpty())
        return {};
    const double side = std::ldexp(layout.tileSize(), layout.topLevel() - level);
    const auto first = [&](double at) {
        return std::max(0, static_cast<int>(at / side));
    };
    const int lastColumn = std::min(layout.columns(level) - 1, first(part.right()));
    const int lastRow = std::min(layout.rows(level) - 1, first(part.bottom()));
    QList<TileAddress> tiles;
    for (int row = first(part.top()); row <= lastRow; ++row) {
        for (int column = first(part.left()); column <= lastColumn; ++column)
            tiles << TileAddress{level, column, row};
    }
    const QPointF middle = part.center() / side;
    const auto distance = [&](const TileAddress &tile) {
        const double x = tile.column + 0.5 - middle.x();
        const double y = tile.row + 0.5 - middle.y();
        return x * x + y * y;
    };
    std::stable_sort(tiles.begin(), tiles.end(), [&](const auto &a, const auto &b) {
        return distance(a) < distance(b);
    });
    return tiles;
}

} // namespace

ViewerWidget::ViewerWidget(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Image viewer"));
    setAccessibleDescription(
        tr("Plus and minus zoom, the arrow keys move, 0 shows all, 1 shows full size"));
}

ViewerWidget::~ViewerWidget() = default;

void ViewerWidget::openFile(const QString &path)
{
    clear();
    m_path = path;
    QThreadPool::globalInstance()->start([path, viewer = QPointer(this)] {
        Result<std::unique_ptr<TileSource>> opened = openPyramid(path);
        std::shared_ptr<TileSource> source = opened ? std::move(*opened) : nullptr;
        const QString sentence = opened ? QString() : opened.error().message;
        QMetaObject::invokeMethod(QCoreApplication::instance(), [path, viewer, source, sentence] {
            if (!viewer || viewer->m_path != path)
                return; // closed, or another file was asked for
            if (source)
                viewer->showSource(source);
            else
                Q_EMIT viewer->failed(sentence);
        });
    });
}

void ViewerWidget::showSource(std::shared_ptr<TileSource> source)
{
    clear();
    m_source = std::move(source);
    m_cache = std::make_unique<TileCache>(layout(), m_cacheBytes);
    m_loader = std::make_unique<TileLoader>(m_source, std::max(2, QThread::idealThreadCount() - 1));
    connect(m_loader.get(), &TileLoader::loaded, this, &ViewerWidget::take);
    connect(m_loader.get(), &TileLoader::failed, this, [this](const TileAddress &tile) {
        m_lost.insert(tile);
        requestTiles();
    });
    m_view = ViewTransform(layout().size(), size());
    changeView();
    Q_EMIT opened();
}

void ViewerWidget::clear()
{
    m_path.clear();
    m_gliding.stop();
    m_loader.reset();
    m_cache.reset();
    m_source.reset();
    m_lost.clear();
    update();
}

QString ViewerWidget::statusText() const
{
    if (!m_source)
        return {};
    const QPointF at = m_view.toImage(m_cursor);
    constexpr double percent = 100;
    QString text
        = tr("%1, %2 px").arg(static_cast<qint64>(at.x())).arg(static_cast<qint64>(at.y()));
    const QSizeF pixel = m_source->pixelSize();
    if (!pixel.isEmpty())
        text += u"   "_s
            + tr("%1, %2 \u00b5m")
                  .arg(at.x() * pixel.width(), 0, 'f', 1)
                  .arg(at.y() * pixel.height(), 0, 'f', 1);
    return text + u"   "_s
        + tr("%1 % of full size").arg(m_view.scale() * devicePixelRatioF() * percent, 0, 'g', 3);
}

void ViewerWidget::zoomIn()
{
    m_view.zoom(2, QRectF(rect()).center());
    changeView();
}

void ViewerWidget::zoomOut()
{
    m_view.zoom(0.5, QRectF(rect()).center());
    changeView();
}

void ViewerWidget::fit()
{
    m_view.fit();
    changeView();
}

void ViewerWidget::showFullSize()
{
    m_view.setScale(1 / devicePixelRatioF(), QRectF(rect()).center());
    changeView();
}

void ViewerWidget::take(const TileAddress &tile, const QImage &image)
{
    m_cache->insert(tile, image);
    requestTiles();
    update();
}

void ViewerWidget::changeView()
{
    requestTiles();
    update();
    Q_EMIT viewChanged();
}

void ViewerWidget::requestTiles()
{
    if (m_source)
        m_loader->want(missingTiles());
}

/// What can be seen now: first the overview, then coarse levels, which cover everything at once,
/// then the level that is wanted.
QList<TileAddress> ViewerWidget::missingTiles() const
{
    const int finest = m_view.level(layout(), devicePixelRatioF());
    const int overview = overviewTile(layout()).level;
    QList<TileAddress> missing;
    constexpr int levelsBetween = 2;
    for (int level = std::min(overview, finest); level <= finest;
         level = level < finest ? std::min(level + levelsBetween, finest) : level + 1) {
        for (const TileAddress &tile : tilesOf(layout(), level, m_view.visible())) {
            if (!m_cache->contains(tile) && !m_lost.contains(tile))
                missing << tile;
        }
    }
    return missing;
}

void ViewerWidget::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), surround);
    if (!m_source)
        return;
    paintLevel(painter);
    const double micrometres = m_source->pixelSize().width();
    paintScaleBar(painter, rect(), scaleBarFor(m_view.scale(), micrometres));
    const QRect map = mapRect(rect(), layout().size());
    const QImage *overview = m_cache->find(overviewTile(layout()));
    if (!m_view.showsAll() && !map.isEmpty() && overview)
        paintMap(painter, map, *overview, layout().size(), m_view.visible());
}

void ViewerWidget::paintLevel(QPainter &painter)
{
    constexpr double enlarged = 2;
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          m_view.scale() * devicePixelRatioF() < enlarged);
    const int level = m_view.level(layout(), devicePixelRatioF());
    for (const TileAddress &tile : tilesOf(layout(), level, m_view.visible()))
        paintTile(painter, tile);
}

/// From the tile, or from the nearest coarser one that is there. Neighbours share their edge, on a
/// pixel of the screen: no seams.
void ViewerWidget::paintTile(QPainter &painter, const TileAddress &tile)
{
    const double device = devicePixelRatioF();
    const double factor = std::ldexp(1, layout().topLevel() - tile.level);
    const QSize size = layout().levelSize(tile.level);
    const int side = layout().tileSize();
    const QRectF shown(QPointF(tile.column * side, tile.row * side),
                       QPointF(std::min((tile.column + 1) * side, size.width()),
                               std::min((tile.row + 1) * side, size.height())));
    const auto onScreen = [&](QPointF levelPoint) {
        const QPointF at = m_view.toWidget(levelPoint * factor) * device;
        return QPointF(std::round(at.x()), std::round(at.y())) / device;
    };
    const QRectF target(onScreen(shown.topLeft()), onScreen(shown.bottomRight()));
    for (int steps = 0; steps <= tile.level; ++steps) {
        const TileAddress coarse{tile.level - steps, tile.column >> steps, tile.row >> steps};
        const QImage *image = m_cache->find(coarse);
        if (!image)
            continue;
        const double shrink = std::ldexp(1, -steps);
        const QPoint corner = layout().tileRect(coarse).topLeft();
        const QRectF source(shown.topLeft() * shrink - corner, shown.size() * shrink);
        painter.drawImage(target, *image, source);
        return;
    }
}

} // namespace createzoom
