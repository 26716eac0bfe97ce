// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewerwidget.h"

#include "core/archive/pyramidtiles.h"
#include "ui/sentences.h"
#include "ui/viewer/tilepainter.h"
#include "ui/viewer/viewerpaint.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPointer>
#include <QStyle>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <unistd.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QColor surround(0x30, 0x30, 0x33);
const QColor notThereYet(0x4a, 0x4a, 0x4e);
constexpr int frameTime = 16; ///< milliseconds
constexpr int moveTime = 160; ///< of a zoom or a step, milliseconds
constexpr int growthTime = 500; ///< between two questions for what was not there, milliseconds
/// A hostile descriptor could announce millions of tiles on one screen.
constexpr int smallestTile = 32;

qint64 defaultCacheBytes()
{
    constexpr qint64 most = qint64{512} << 20;
    const qint64 memory = qint64{::sysconf(_SC_PHYS_PAGES)} * ::sysconf(_SC_PAGESIZE);
    return std::min(most, memory / 8);
}

bool isSame(const DziDescriptor &first, const DziDescriptor &second)
{
    return first.layout.size() == second.layout.size()
        && first.layout.tileSize() == second.layout.tileSize()
        && first.layout.overlap() == second.layout.overlap() && first.format == second.format;
}

} // namespace

ViewerWidget::ViewerWidget(QWidget *parent)
    : QWidget(parent)
    , m_cacheBytes(defaultCacheBytes())
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture); // touches come too, and the first finger still is a mouse
    setMinimumSize(160, 120);
    setAccessibleName(tr("Image viewer"));
    setAccessibleDescription(
        tr("Plus and minus zoom, the arrow keys move, 0 shows all, 1 shows full size"));
}

ViewerWidget::~ViewerWidget() = default;

void ViewerWidget::openFile(const QString &path, Position position)
{
    std::optional<ViewTransform> kept = isOpen() ? std::optional(view()) : m_kept;
    clear();
    m_kept = std::move(kept);
    m_path = path;
    QThreadPool::globalInstance()->start([path, position, viewer = QPointer(this)] {
        Result<std::unique_ptr<TileSource>> opened = openPyramid(path);
        std::shared_ptr<TileSource> source = opened ? std::move(*opened) : nullptr;
        const QString sentence = opened ? QString() : sentenceOrEnglish(opened.error().message);
        QMetaObject::invokeMethod(QCoreApplication::instance(),
                                  [path, position, viewer, source, sentence] {
                                      if (!viewer || viewer->m_path != path)
                                          return; // closed, or another file was asked for
                                      if (source)
                                          viewer->showSource(source, position);
                                      else
                                          Q_EMIT viewer->failed(sentence);
                                  });
    });
}

void ViewerWidget::showSource(std::shared_ptr<TileSource> source, Position position)
{
    const std::optional<ViewTransform> before = isOpen() ? std::optional(view()) : m_kept;
    const PyramidLayout &layout = source->descriptor().layout;
    clear();
    if (layout.tileSize() < smallestTile && layout.tileCount() > 1000) {
        Q_EMIT failed(tr("Its tiles are too small to be shown."));
        return;
    }
    m_cache = std::make_unique<TileCache>(layout, m_cacheBytes);
    setSource(std::move(source));
    ViewTransform view(this->layout().size(), size(), devicePixelRatioF());
    if (before && position == Position::Kept) {
        view = before->ofImage(this->layout().size());
        view.setWidget(size(), devicePixelRatioF());
    }
    jump(view);
    Q_EMIT opened();
}

void ViewerWidget::continueWith(std::shared_ptr<TileSource> source)
{
    if (!m_source || !isSame(m_source->descriptor(), source->descriptor()))
        return showSource(std::move(source));
    setSource(std::move(source));
    requestTiles();
    update();
}

void ViewerWidget::setSource(std::shared_ptr<TileSource> source)
{
    m_source = std::move(source);
    m_picture.forget();
    m_lost.clear();
    m_loader = std::make_unique<TileLoader>(m_source, std::max(2, QThread::idealThreadCount() - 1));
    connect(m_loader.get(), &TileLoader::loaded, this, &ViewerWidget::take);
    connect(m_loader.get(), &TileLoader::failed, this, &ViewerWidget::lose);
    if (m_source->isGrowing())
        m_growth.start(growthTime, this);
    else
        m_growth.stop();
}

void ViewerWidget::clear()
{
    m_path.clear();
    m_picture.forget();
    m_frames.stop();
    m_growth.stop();
    m_hand.reset();
    unsetCursor();
    m_loader.reset();
    m_cache.reset();
    m_source.reset();
    m_lost.clear();
    update();
}

QImage ViewerWidget::picture()
{
    QImage image(size() * devicePixelRatioF(), QImage::Format_RGB32);
    image.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(&image);
    painter.setFont(font());
    paintGround(painter);
    if (m_source) {
        const TilePainter tiles(layout(), *m_cache, m_motion.shown());
        tiles.paint(painter);
        paintAbove(painter, tiles);
    }
    return image;
}

void ViewerWidget::zoomIn()
{
    zoomTo(view().scale() * 2, QRectF(rect()).center());
}

void ViewerWidget::zoomOut()
{
    zoomTo(view().scale() / 2, QRectF(rect()).center());
}

void ViewerWidget::fit()
{
    ViewTransform goal = view();
    goal.fit();
    go(goal);
}

void ViewerWidget::showPixels(int screenPixels)
{
    zoomTo(screenPixels / devicePixelRatioF(), QRectF(rect()).center());
}

void ViewerWidget::turn(int quarters)
{
    ViewTransform goal = view();
    goal.turn(quarters);
    jump(goal);
}

void ViewerWidget::setOverlay(Overlay overlay, bool isShown)
{
    if (isShown)
        m_overlays.insert(overlay);
    else
        m_overlays.remove(overlay);
    requestTiles();
    update();
    Q_EMIT overlaysChanged();
}

/// From where the view is now: the point under `at` stays there all the way.
void ViewerWidget::zoomTo(double scale, QPointF at)
{
    ViewTransform goal = m_motion.shown();
    goal.setScale(scale, at);
    go(goal);
}

void ViewerWidget::go(const ViewTransform &goal)
{
    if (!m_source)
        return;
    m_motion.moveTo(goal, isAnimated() ? moveTime : 0);
    announceView();
}

bool ViewerWidget::isAnimated() const
{
    return !m_isMotionReduced && isVisible()
        && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
}

void ViewerWidget::jump(const ViewTransform &view)
{
    m_motion.jumpTo(view);
    announceView();
}

void ViewerWidget::fitToWidget()
{
    ViewTransform view = m_motion.goal();
    view.setWidget(size(), devicePixelRatioF());
    jump(view);
}

void ViewerWidget::advance()
{
    const auto passed = static_cast<double>(m_sinceFrame.restart());
    m_picture.advance(passed);
    if (m_motion.isMoving()) {
        m_motion.advance(passed);
        return announceView();
    }
    runFrames();
    update();
}

void ViewerWidget::runFrames()
{
    if (!m_motion.isMoving() && !m_picture.isFading()) {
        m_frames.stop();
    } else if (!m_frames.isActive()) {
        m_sinceFrame.start();
        m_frames.start(frameTime, Qt::PreciseTimer, this);
    }
}

void ViewerWidget::announceView()
{
    runFrames();
    requestTiles();
    update();
    Q_EMIT viewChanged();
}

void ViewerWidget::take(const TileAddress &tile, const TileCache::Tile &content)
{
    const bool isNew = !m_cache->find(tile); // what was put together before is no stand-in
    m_cache->insert(tile, content);
    m_picture.add(tile, isNew && isAnimated());
    runFrames();
    requestTiles();
    update();
}

void ViewerWidget::lose(const TileAddress &tile)
{
    m_lost.insert(tile);
    requestTiles();
}

/// What was not there may be there now.
void ViewerWidget::askAgain()
{
    if (!m_source->isGrowing()) {
        m_growth.stop();
        m_picture.forget(); // the ground is another one
        update();
        Q_EMIT viewChanged(); // its words are others
    }
    m_lost.clear();
    QList<TileAddress> wanted = missingTiles();
    if (wanted.isEmpty())
        wanted << TileAddress{}; // some question must be asked to learn of the end
    m_loader->want(wanted);
}

void ViewerWidget::requestTiles()
{
    if (m_source)
        m_loader->want(missingTiles());
}

/// What is seen now, or will be in a moment. Coarse levels first: they cover everything at once.
QList<TileAddress> ViewerWidget::missingTiles()
{
    const ViewTransform &goal = view();
    const QRectF part = goal.visible();
    const int finest = goal.level(layout());
    QList<TileAddress> wanted;
    addMissing(wanted, finest, part);
    QList<TileAddress> missing;
    constexpr int levelsBetween = 3;
    if (!wanted.isEmpty()) {
        for (int level = overviewLevel(layout()); level < finest; level += levelsBetween)
            addMissing(missing, level, part);
    }
    missing += wanted;
    if (const QRect small = map(); !small.isEmpty()) {
        const QRectF all(QPointF(), QSizeF(layout().size()));
        addMissing(missing, mapView(goal, layout().size(), small).level(layout()), all);
    }
    return missing;
}

void ViewerWidget::addMissing(QList<TileAddress> &missing, int level, const QRectF &part) const
{
    for (const TileAddress &tile : tilesOf(layout(), level, part)) {
        if (!m_cache->hasWhole(tile) && !m_lost.contains(tile))
            missing << tile;
    }
}

void ViewerWidget::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (!m_source) {
        painter.fillRect(rect(), surround);
        return;
    }
    if (view().devicePixels() != devicePixelRatioF())
        fitToWidget(); // on another screen
    m_cache->beginFrame();
    const TilePainter tiles(layout(), *m_cache, m_motion.shown());
    m_picture.paint(painter, tiles, [this](QPainter &below) { paintGround(below); });
    paintAbove(painter, tiles);
    paintMap(painter);
    if (hasOverlay(Overlay::TileFrames))
        paintNote(painter, rect(), note());
}

void ViewerWidget::paintGround(QPainter &painter) const
{
    painter.fillRect(rect(), surround);
    if (!isGrowing())
        return;
    const ViewTransform &view = m_motion.shown();
    const QRectF part = view.visible();
    painter.fillRect(
        QRectF(view.toWidget(part.topLeft()), view.toWidget(part.bottomRight())).normalized(),
        notThereYet);
}

void ViewerWidget::paintAbove(QPainter &painter, const TilePainter &tiles) const
{
    if (hasOverlay(Overlay::TileFrames))
        tiles.paintFrames(painter);
    const double micrometres = m_source->pixelSize().width();
    if (hasOverlay(Overlay::ScaleBar))
        paintScaleBar(painter, rect(), scaleBarFor(m_motion.shown().scale(), micrometres));
}

void ViewerWidget::paintMap(QPainter &painter)
{
    const QRect place = map();
    if (place.isEmpty())
        return;
    paintMapPlate(painter, place);
    const ViewTransform small = mapView(m_motion.shown(), layout().size(), place);
    painter.save();
    painter.translate(place.topLeft());
    TilePainter(layout(), *m_cache, small).paint(painter);
    painter.restore();
    const QRectF part = m_motion.shown().visible();
    const QRectF frame
        = QRectF(small.toWidget(part.topLeft()), small.toWidget(part.bottomRight())).normalized();
    paintMapFrame(painter, place, frame.translated(place.topLeft()));
}

QRect ViewerWidget::map() const
{
    if (!m_source || !hasOverlay(Overlay::Map) || view().showsAll())
        return {};
    return mapRect(rect(), view().turnedImage());
}

} // namespace createzoom
