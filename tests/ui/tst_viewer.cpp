// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzipreader.h"
#include "core/archive/pyramidwriter.h"
#include "ui/viewer/tiledecoder.h"
#include "ui/viewer/tilepainter.h"
#include "ui/viewer/vieweractions.h"
#include "ui/viewer/viewerpaint.h"
#include "ui/viewer/viewerwidget.h"
#include "ui/viewer/viewerwindow.h"

#include <QBuffer>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <atomic>
#include <mutex>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize imageSize(2000, 1500);
constexpr int tileSize = 100;

/// Every level has a colour of its own, so that a look at the screen tells what is shown.
QColor colourOf(int level)
{
    return QColor::fromHsv(level * 30 % 360, 200, 200);
}

QByteArray tileBytes(QSize size, int level)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colourOf(level));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

DziDescriptor descriptorOfAll()
{
    return {PyramidLayout(imageSize, tileSize, 1), TileFormat::Png};
}

/// Tiles made when they are asked for; remembers who asked for what, and can hold levels back.
class PaintedTiles final : public TileSource
{
public:
    explicit PaintedTiles(int finest = 99)
        : TileSource(descriptorOfAll(), {0.5, 0.5})
        , m_finest(finest)
    {}

    Result<QByteArray> tile(const TileAddress &tile) override
    {
        const std::lock_guard lock(m_mutex);
        m_asked << tile;
        m_isOnGuiThread |= QThread::currentThread() == qApp->thread();
        if (tile.level > m_finest)
            return Error{ErrorCode::NotFound, u"not yet"_s};
        return tileBytes(descriptor().layout.tileRect(tile).size(), tile.level);
    }
    QList<TileAddress> asked()
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    bool isOnGuiThread()
    {
        const std::lock_guard lock(m_mutex);
        return m_isOnGuiThread;
    }

private:
    const int m_finest;
    std::mutex m_mutex;
    QList<TileAddress> m_asked;
    bool m_isOnGuiThread = false;
};

/// Nothing at first; grows when it is told.
class GrowingTiles final : public TileSource
{
public:
    GrowingTiles()
        : TileSource(descriptorOfAll())
    {}

    Result<QByteArray> tile(const TileAddress &tile) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_isGrowing && !m_tiles.contains(tile))
            return Error{ErrorCode::NotFound, u"not yet"_s};
        return tileBytes(descriptor().layout.tileRect(tile).size(), tile.level);
    }
    bool isGrowing() const override { return m_isGrowing; }
    void allow(const TileAddress &tile)
    {
        const std::lock_guard lock(m_mutex);
        m_tiles << tile;
    }
    void allowAll() { m_isGrowing = false; }

private:
    std::mutex m_mutex; ///< guards m_tiles
    QList<TileAddress> m_tiles;
    std::atomic_bool m_isGrowing = true;
};

QColor pixelOf(ViewerWidget &viewer, QPoint at)
{
    return viewer.grab().toImage().pixelColor(at);
}

bool isLevel(ViewerWidget &viewer, QPoint at, int level)
{
    const QColor found = pixelOf(viewer, at);
    const QColor wanted = colourOf(level);
    return std::abs(found.red() - wanted.red()) + std::abs(found.green() - wanted.green())
        + std::abs(found.blue() - wanted.blue())
        < 12;
}

void turnWheel(ViewerWidget &viewer, QPointF at, int notches)
{
    QWheelEvent event(at,
                      viewer.mapToGlobal(at),
                      {},
                      {0, 120 * notches},
                      Qt::NoButton,
                      Qt::NoModifier,
                      Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&viewer, &event);
}

} // namespace

class TestViewer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zoomKeepsThePointUnderTheCursor_data();
    void zoomKeepsThePointUnderTheCursor();
    void limitsHold();
    void levelIsNeverEnlargedBeforeTheFullOne_data();
    void levelIsNeverEnlargedBeforeTheFullOne();
    void cacheDropsTheOldestAndKeepsTheCoarse();
    void cacheKeepsWhatIsOnTheScreenEvenBeyondItsLimit();
    void aHeldPointStaysAllTheWayOfAZoom();
    void aTurnedPictureObeysHandAndCursor_data();
    void aTurnedPictureObeysHandAndCursor();
    void aThrownViewGlidesAndComesToRest();
    void aMoveArrivesAndCanBeHalted();
    void scaleBar_data();
    void scaleBar();
    void tilesComeFromOtherThreads();
    void coarserTilesFillTheHoles();
    void middleIsAskedForFirst();
    void wheelZoomsAtTheCursor();
    void handMovesThePicture();
    void keys_data();
    void keys();
    void overlaysHaveKeys_data();
    void overlaysHaveKeys();
    void aGrowingPyramidIsAskedAgainAndShownFromItsFinerTiles();
    void theSamePyramidFromElsewhereChangesNothingOnTheScreen();
    void thePositionIsKeptForTheNextPicture();
    void hostileTilesAreRefused_data();
    void hostileTilesAreRefused();
    void theViewIsSavedWithItsScaleBar();
    void filesAreOpened_data();
    void filesAreOpened();
    void aFileThatIsNoneIsSaid();
};

void TestViewer::zoomKeepsThePointUnderTheCursor_data()
{
    QTest::addColumn<double>("factor");
    QTest::addColumn<QPointF>("at");

    QTest::newRow("in") << 3.0 << QPointF(100, 50);
    QTest::newRow("in at the edge") << 2.0 << QPointF(399, 299);
    QTest::newRow("out and in") << 1.1 << QPointF(200, 150);
}

void TestViewer::zoomKeepsThePointUnderTheCursor()
{
    QFETCH(const double, factor);
    QFETCH(const QPointF, at);
    ViewTransform view(imageSize, QSizeF(400, 300));
    view.zoom(2, {200, 150});
    const QPointF before = view.toImage(at);

    view.zoom(factor, at);

    QVERIFY(QLineF(view.toImage(at), before).length() < 1e-6);
    QVERIFY(QLineF(view.toWidget(view.toImage({7, 9})), {7, 9}).length() < 1e-6);
}

void TestViewer::limitsHold()
{
    ViewTransform view(imageSize, QSizeF(400, 300));

    view.zoom(1e9, {200, 150});
    QCOMPARE(view.scale(), 8.0);
    view.moveBy({1e9, 1e9});
    QCOMPARE(view.centre(), QPointF(0, 0));
    view.zoom(1e-9, {200, 150});
    QCOMPARE(view.scale(), 0.8 * view.fitScale());
    view.fit();
    QVERIFY(view.showsAll());
    view.setWidget({800, 600}, 1);
    QVERIFY(view.showsAll());
    view.setWidget({800, 600}, 2);
    view.zoom(1e9, {200, 150});
    QCOMPARE(view.deviceScale(), 8.0);
}

void TestViewer::levelIsNeverEnlargedBeforeTheFullOne_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("devicePixels");
    QTest::addColumn<int>("below"); // the full level

    QTest::newRow("full size") << 1.0 << 1.0 << 0;
    QTest::newRow("enlarged") << 4.0 << 1.0 << 0;
    QTest::newRow("a little smaller") << 0.9 << 1.0 << 0;
    QTest::newRow("half") << 0.5 << 1.0 << 1;
    QTest::newRow("less than half") << 0.4 << 1.0 << 1;
    QTest::newRow("quarter") << 0.25 << 1.0 << 2;
    QTest::newRow("half on a fine screen") << 0.5 << 2.0 << 0;
}

void TestViewer::levelIsNeverEnlargedBeforeTheFullOne()
{
    QFETCH(const double, scale);
    QFETCH(const double, devicePixels);
    QFETCH(const int, below);
    const PyramidLayout layout(imageSize, tileSize, 1);
    ViewTransform view(imageSize, QSizeF(400, 300), devicePixels);

    view.setScale(scale, {200, 150});

    QCOMPARE(view.level(layout), layout.topLevel() - below);
}

void TestViewer::cacheDropsTheOldestAndKeepsTheCoarse()
{
    const PyramidLayout layout(imageSize, tileSize, 1);
    const TileCache::Tile tile{QImage(100, 100, QImage::Format_RGB32)};
    const qint64 bytes = tile.image.sizeInBytes();
    TileCache cache(layout, 4 * bytes);
    const int top = layout.topLevel();

    cache.insert({0, 0, 0}, tile);
    for (int column = 0; column < 3; ++column)
        cache.insert({top, column, 0}, tile);
    cache.beginFrame();
    QVERIFY(cache.find({top, 0, 0})); // used: no longer the oldest
    cache.insert({top, 3, 0}, tile);

    QVERIFY(cache.hasWhole({0, 0, 0}));
    QVERIFY(cache.hasWhole({top, 0, 0}));
    QVERIFY(!cache.hasWhole({top, 1, 0}));
    QCOMPARE(cache.bytes(), 4 * bytes);
}

// Otherwise a screen that holds more than the cache would be asked for in a circle.
void TestViewer::cacheKeepsWhatIsOnTheScreenEvenBeyondItsLimit()
{
    const PyramidLayout layout(imageSize, tileSize, 1);
    const TileCache::Tile tile{QImage(100, 100, QImage::Format_RGB32)};
    TileCache cache(layout, tile.image.sizeInBytes());
    const int top = layout.topLevel();

    cache.beginFrame();
    for (int column = 0; column < 5; ++column)
        cache.insert({top, column, 0}, tile);
    QCOMPARE(cache.count(), 5);
    cache.beginFrame();
    cache.insert({top, 5, 0}, tile);

    QCOMPARE(cache.count(), 1);
    QVERIFY(cache.hasWhole({top, 5, 0}));
}

void TestViewer::aHeldPointStaysAllTheWayOfAZoom()
{
    ViewTransform from(imageSize, QSizeF(400, 300));
    from.setScale(1, {200, 150});
    const QPointF at(310, 40);
    ViewTransform to = from;
    to.setScale(5, at);

    for (const double part : {0.0, 0.2, 0.5, 0.9, 1.0}) {
        const ViewTransform between = ViewTransform::between(from, to, part);
        QVERIFY(QLineF(between.toImage(at), from.toImage(at)).length() < 1e-6);
    }
    QCOMPARE(ViewTransform::between(from, to, 1).scale(), to.scale());
}

void TestViewer::aTurnedPictureObeysHandAndCursor_data()
{
    QTest::addColumn<int>("quarters");

    for (const int quarters : {0, 1, 2, 3, -1})
        QTest::addRow("%d quarters", quarters) << quarters;
}

void TestViewer::aTurnedPictureObeysHandAndCursor()
{
    QFETCH(const int, quarters);
    ViewTransform view(imageSize, QSizeF(400, 300));
    view.turn(quarters);
    QVERIFY(view.isFitted());
    QVERIFY(view.showsAll());
    view.setScale(2, {200, 150});
    const QPointF held = view.toImage({100, 100});

    view.moveBy({30, -20});
    QVERIFY(QLineF(view.toWidget(held), {130, 80}).length() < 1e-6);
    view.zoom(1.5, {130, 80});
    QVERIFY(QLineF(view.toWidget(held), {130, 80}).length() < 1e-6);
    const QPointF corner = view.toWidget({0, 0});
    view.turn(4);
    QCOMPARE(view.toWidget({0, 0}), corner);
}

void TestViewer::aThrownViewGlidesAndComesToRest()
{
    ViewTransform view(imageSize, QSizeF(400, 300));
    view.setScale(2, {200, 150});
    ViewMotion motion;
    motion.jumpTo(view);

    motion.throwAt({1, 0});
    motion.advance(16);
    const double first = view.centre().x() - motion.shown().centre().x();
    QVERIFY(first > 0);
    for (int frame = 0; frame < 200; ++frame)
        motion.advance(16);

    QVERIFY(!motion.isMoving());
    QVERIFY(view.centre().x() - motion.shown().centre().x() > 5 * first);
    QCOMPARE(motion.goal().centre(), motion.shown().centre());
}

void TestViewer::aMoveArrivesAndCanBeHalted()
{
    ViewTransform view(imageSize, QSizeF(400, 300));
    ViewTransform goal = view;
    goal.setScale(4, {200, 150});
    ViewMotion motion;
    motion.jumpTo(view);

    motion.moveTo(goal, 160);
    motion.advance(80);
    QVERIFY(motion.shown().scale() > view.scale() && motion.shown().scale() < goal.scale());
    QCOMPARE(motion.goal().scale(), goal.scale());
    motion.advance(80);
    QCOMPARE(motion.shown().scale(), goal.scale());
    QVERIFY(!motion.isMoving());
    motion.moveTo(view, 160);
    motion.advance(10);
    motion.halt();
    QCOMPARE(motion.goal().scale(), motion.shown().scale());
}

void TestViewer::scaleBar_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("micrometres");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("pixels");

    QTest::newRow("micrometres") << 1.0 << 0.5 << u"50 \u00b5m"_s << 100.0;
    QTest::newRow("millimetres") << 0.01 << 0.5 << u"5 mm"_s << 100.0;
    QTest::newRow("unknown size") << 0.5 << 0.0 << u"200 px"_s << 100.0;
    QTest::newRow("the longest") << 1.5 << 1.0 << u"100 \u00b5m"_s << 150.0;
}

void TestViewer::scaleBar()
{
    QFETCH(const double, scale);
    QFETCH(const double, micrometres);
    QFETCH(const QString, text);
    QFETCH(const double, pixels);

    const ScaleBar bar = scaleBarFor(scale, micrometres);

    QCOMPARE(bar.text, text);
    QVERIFY(std::abs(bar.pixels - pixels) < 1e-6);
}

void TestViewer::tilesComeFromOtherThreads()
{
    const auto tiles = std::make_shared<PaintedTiles>();
    ViewerWidget viewer;
    viewer.resize(400, 300);

    viewer.showSource(tiles);
    const int level = viewer.view().level(tiles->descriptor().layout);

    QTRY_VERIFY(isLevel(viewer, {200, 150}, level));
    QVERIFY(!tiles->isOnGuiThread());
}

void TestViewer::coarserTilesFillTheHoles()
{
    constexpr int finest = 6;
    const auto tiles = std::make_shared<PaintedTiles>(finest);
    ViewerWidget viewer;
    viewer.resize(400, 300);
    viewer.showSource(tiles);

    viewer.showPixels(1);

    for (const QPoint at : {QPoint(3, 3), QPoint(200, 150), QPoint(396, 3), QPoint(99, 101)})
        QTRY_VERIFY(isLevel(viewer, at, finest));
}

void TestViewer::middleIsAskedForFirst()
{
    const auto tiles = std::make_shared<PaintedTiles>();
    const PyramidLayout &layout = tiles->descriptor().layout;
    ViewerWidget viewer;
    viewer.resize(700, 700);
    viewer.showSource(tiles);
    viewer.showPixels(1);
    QTRY_VERIFY(isLevel(viewer, {650, 350}, layout.topLevel()));

    QList<TileAddress> top = tiles->asked();
    top.removeIf([&](const TileAddress &tile) { return tile.level != layout.topLevel(); });

    const QPointF middle = viewer.view().centre() / tileSize;
    const auto distance = [&](const TileAddress &tile) {
        return QLineF(middle, QPointF(tile.column + 0.5, tile.row + 0.5)).length();
    };
    QVERIFY(top.size() > 8);
    QVERIFY(distance(top.first()) < 1);
    QVERIFY(distance(top.first()) <= distance(top.last()));
}

void TestViewer::wheelZoomsAtTheCursor()
{
    ViewerWidget viewer;
    viewer.resize(400, 300);
    viewer.showSource(std::make_shared<PaintedTiles>());
    const QPointF at(300, 100);
    const QPointF before = viewer.view().toImage(at);
    const double scale = viewer.view().scale();

    turnWheel(viewer, at, 3);

    QVERIFY(viewer.view().scale() > 1.5 * scale);
    QVERIFY(QLineF(viewer.view().toImage(at), before).length() < 1e-6);
}

void TestViewer::handMovesThePicture()
{
    ViewerWidget viewer;
    viewer.resize(300, 200); // too small for a map
    viewer.showSource(std::make_shared<PaintedTiles>());
    viewer.showPixels(1);
    const QPointF held = viewer.view().toImage({150, 100});

    QTest::mousePress(&viewer, Qt::LeftButton, {}, {150, 100});
    QTest::mouseMove(&viewer, {120, 130});

    QVERIFY(QLineF(viewer.view().toImage({120, 130}), held).length() < 1e-6);
}

void TestViewer::keys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<double>("scale"); // of the one before
    QTest::addColumn<QPointF>("moved"); // the centre, in pixels of the screen

    QTest::newRow("plus") << int(Qt::Key_Plus) << 2.0 << QPointF();
    QTest::newRow("minus") << int(Qt::Key_Minus) << 0.5 << QPointF();
    QTest::newRow("3") << int(Qt::Key_3) << 3.0 << QPointF();
    QTest::newRow("8") << int(Qt::Key_8) << 8.0 << QPointF();
    QTest::newRow("9, beyond the limit") << int(Qt::Key_9) << 8.0 << QPointF();
    QTest::newRow("left") << int(Qt::Key_Left) << 1.0 << QPointF(-40, 0);
    QTest::newRow("down") << int(Qt::Key_Down) << 1.0 << QPointF(0, 40);
    QTest::newRow("a screen to the right")
        << (Qt::SHIFT | Qt::Key_Right).toCombined() << 1.0 << QPointF(400, 0);
    QTest::newRow("to the upper edge")
        << (Qt::CTRL | Qt::Key_Up).toCombined() << 1.0 << QPointF(0, -750);
    QTest::newRow("turn") << int(Qt::Key_R) << 1.0 << QPointF();
}

void TestViewer::keys()
{
    QFETCH(const int, key);
    QFETCH(const double, scale);
    QFETCH(const QPointF, moved);
    ViewerWidget viewer;
    const ViewerActions actions(viewer);
    viewer.setMotionReduced(true);
    viewer.resize(400, 300);
    viewer.show();
    viewer.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&viewer));
    viewer.setFocus();
    viewer.showSource(std::make_shared<PaintedTiles>());
    viewer.showPixels(1);
    const ViewTransform before = viewer.view();
    const QKeyCombination combination = QKeyCombination::fromCombined(key);

    QTest::keyClick(&viewer, combination.key(), combination.keyboardModifiers());

    QCOMPARE(viewer.view().scale(), before.scale() * scale);
    QCOMPARE(viewer.view().centre(), before.centre() + moved / before.scale());
    QCOMPARE(viewer.view().quarterTurns(), key == Qt::Key_R ? 1 : 0);
}

void TestViewer::overlaysHaveKeys_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<ViewerWidget::Overlay>("overlay");

    QTest::newRow("map") << Qt::Key_N << ViewerWidget::Overlay::Map;
    QTest::newRow("scale bar") << Qt::Key_B << ViewerWidget::Overlay::ScaleBar;
    QTest::newRow("tile frames") << Qt::Key_D << ViewerWidget::Overlay::TileFrames;
}

void TestViewer::overlaysHaveKeys()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const ViewerWidget::Overlay, overlay);
    ViewerWidget viewer;
    const ViewerActions actions(viewer);
    viewer.resize(600, 500);
    viewer.show();
    viewer.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&viewer));
    viewer.setFocus();
    viewer.setMotionReduced(true);
    viewer.showSource(std::make_shared<PaintedTiles>());
    viewer.showPixels(1);
    const bool before = viewer.hasOverlay(overlay);
    const QImage picture = viewer.grab().toImage();

    QTest::keyClick(&viewer, key);

    QCOMPARE(viewer.hasOverlay(overlay), !before);
    QVERIFY(viewer.grab().toImage() != picture);
}

void TestViewer::aGrowingPyramidIsAskedAgainAndShownFromItsFinerTiles()
{
    const auto tiles = std::make_shared<GrowingTiles>();
    const PyramidLayout &layout = tiles->descriptor().layout;
    ViewerWidget viewer;
    viewer.resize(400, 300);
    viewer.setOverlay(ViewerWidget::Overlay::ScaleBar, false);
    viewer.show();
    viewer.showSource(tiles);
    const int level = viewer.view().level(layout);
    QVERIFY(viewer.isGrowing());

    // A finer tile of the upper left corner is there, the one that is wanted is not.
    tiles->allow({level + 1, 0, 0});
    QTRY_VERIFY(isLevel(viewer, {10, 10}, level + 1));
    QVERIFY(!isLevel(viewer, {390, 290}, level + 1));
    tiles->allowAll();
    QTRY_VERIFY(isLevel(viewer, {10, 10}, level));
    QTRY_VERIFY(isLevel(viewer, {390, 290}, level));
    QTRY_VERIFY(!viewer.isGrowing());
}

void TestViewer::theSamePyramidFromElsewhereChangesNothingOnTheScreen()
{
    ViewerWidget viewer;
    viewer.resize(400, 300);
    viewer.setMotionReduced(true);
    viewer.setOverlay(ViewerWidget::Overlay::Map, false);
    const auto tiles = std::make_shared<PaintedTiles>();
    viewer.showSource(tiles);
    viewer.showPixels(1);
    const int top = tiles->descriptor().layout.topLevel();
    for (const QPoint at : {QPoint(5, 5), QPoint(200, 150), QPoint(395, 5), QPoint(395, 200)})
        QTRY_VERIFY(isLevel(viewer, at, top));
    const QPointF centre = viewer.view().centre();

    viewer.continueWith(std::make_shared<PaintedTiles>(3));

    QVERIFY(isLevel(viewer, {200, 150}, top));
    QCOMPARE(viewer.view().centre(), centre);
}

void TestViewer::thePositionIsKeptForTheNextPicture()
{
    ViewerWidget viewer;
    viewer.resize(400, 300);
    viewer.showSource(std::make_shared<PaintedTiles>());
    viewer.showPixels(2);
    QTest::keyClick(&viewer, Qt::Key_Left);
    const ViewTransform before = viewer.view();

    viewer.showSource(std::make_shared<PaintedTiles>(), ViewerWidget::Position::Kept);
    QCOMPARE(viewer.view().centre(), before.centre());
    QCOMPARE(viewer.view().scale(), before.scale());
    viewer.showSource(std::make_shared<PaintedTiles>());
    QVERIFY(viewer.view().isFitted());
}

void TestViewer::hostileTilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<TileFormat>("format");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<ErrorCode>("code");

    const QByteArray png = tileBytes({64, 64}, 3);
    QTest::newRow("another size") << png << TileFormat::Png << QSize(65, 64) << ErrorCode::Damaged;
    QTest::newRow("another format")
        << png << TileFormat::Jpeg << QSize(64, 64) << ErrorCode::Damaged;
    QTest::newRow("an image of text")
        << QByteArray("P3 64 64 255 ") + QByteArray("1 ").repeated(64 * 64 * 3) << TileFormat::Png
        << QSize(64, 64) << ErrorCode::Damaged;
    QTest::newRow("cut off") << png.first(40) << TileFormat::Png << QSize(64, 64)
                             << ErrorCode::Damaged;
    QTest::newRow("too large") << png << TileFormat::Png << QSize(50'000, 50'000)
                               << ErrorCode::Limit;
}

void TestViewer::hostileTilesAreRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const TileFormat, format);
    QFETCH(const QSize, size);
    QFETCH(const ErrorCode, code);

    const Result<QImage> image = decodeTile(bytes, format, size);

    QVERIFY(!image);
    QCOMPARE(image.error().code, code);
}

void TestViewer::theViewIsSavedWithItsScaleBar()
{
    const QTemporaryDir folder;
    ViewerWidget viewer;
    ViewerActions actions(viewer);
    viewer.resize(400, 300);
    const auto tiles = std::make_shared<PaintedTiles>();
    viewer.showSource(tiles);
    QTRY_VERIFY(isLevel(viewer, {200, 150}, viewer.view().level(tiles->descriptor().layout)));
    const QSignalSpy notices(&actions, &ViewerActions::notice);
    const QString path = folder.filePath(u"view.png"_s);

    actions.savePicture(path);

    QTRY_COMPARE(notices.count(), 1);
    QCOMPARE(QImage(path).size(), QSize(400, 300) * viewer.devicePixelRatioF());
    QCOMPARE(QImage(path), viewer.picture().convertToFormat(QImage(path).format()));
    actions.savePicture(folder.filePath(u"no/such/folder.png"_s));
    QTRY_COMPARE(notices.count(), 2);
    QVERIFY(notices.last().first().toString().contains(u"cannot be written"_s));
}

void TestViewer::filesAreOpened_data()
{
    QTest::addColumn<ArchiveLayout>("layout");

    QTest::newRow("dzip") << ArchiveLayout::Dzip;
    QTest::newRow("szi") << ArchiveLayout::Szi;
    QTest::newRow("dzi") << ArchiveLayout::Dzi;
}

void TestViewer::filesAreOpened()
{
    QFETCH(const ArchiveLayout, layout);
    const QTemporaryDir folder;
    const bool isFolder = layout == ArchiveLayout::Dzi;
    const QString file = folder.filePath(u"a.tif"_s + layoutSuffix(layout));
    const DziDescriptor descriptor{PyramidLayout({300, 200}, tileSize, 1), TileFormat::Png};
    const auto writer
        = PyramidWriter::create(layout, isFolder ? folder.path() : file, u"a.tif"_s, descriptor);
    QVERIFY(writer);
    for (int level = 0; level <= descriptor.layout.topLevel(); ++level) {
        for (int row = 0; row < descriptor.layout.rows(level); ++row) {
            for (int column = 0; column < descriptor.layout.columns(level); ++column) {
                const TileAddress tile{level, column, row};
                QVERIFY((*writer)->addTile(
                    tile, tileBytes(descriptor.layout.tileRect(tile).size(), level)));
            }
        }
    }
    QVERIFY((*writer)->finish("{\"pixel_size_um\":{\"x\":0.25,\"y\":0.25}}"));
    ViewerWindow window;
    window.resize(500, 400);
    const QSignalSpy opened(window.viewer(), &ViewerWidget::opened);

    window.open({file});

    QTRY_COMPARE(opened.count(), 1);
    window.viewer()->showPixels(1);
    QTRY_VERIFY(isLevel(*window.viewer(), window.viewer()->rect().center(), 9));
    QVERIFY2(window.viewer()->statusText().contains(u"\u00b5m"),
             qPrintable(window.viewer()->statusText()));
}

void TestViewer::aFileThatIsNoneIsSaid()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.dzip"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no archive");
    file.close();
    ViewerWindow window;
    const QSignalSpy failed(window.viewer(), &ViewerWidget::failed);

    window.open({path});

    QTRY_COMPARE(failed.count(), 1);
    const auto labels = window.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(u"a.dzip cannot be shown"_s);
    }));
}

QTEST_MAIN(TestViewer)
#include "tst_viewer.moc"
