// SPDX-License-Identifier: GPL-3.0-or-later
// What a viewer is made of, without a widget.
#include "tests/ui/paintedtiles.h"
#include "ui/viewer/smallpicture.h"
#include "ui/viewer/tilecache.h"
#include "ui/viewer/tiledecoder.h"
#include "ui/viewer/tilepainter.h"
#include "ui/viewer/viewerpaint.h"
#include "ui/viewer/viewmotion.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class TestViewerParts : public QObject
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
    void hostileTilesAreRefused_data();
    void hostileTilesAreRefused();
    void aSmallPictureShowsAllOfThePyramid_data();
    void aSmallPictureShowsAllOfThePyramid();
    void aSmallPictureHasHolesWhereNothingIsYet();
};

void TestViewerParts::zoomKeepsThePointUnderTheCursor_data()
{
    QTest::addColumn<double>("factor");
    QTest::addColumn<QPointF>("at");

    QTest::newRow("in") << 3.0 << QPointF(100, 50);
    QTest::newRow("in at the edge") << 2.0 << QPointF(399, 299);
    QTest::newRow("out and in") << 1.1 << QPointF(200, 150);
}

void TestViewerParts::zoomKeepsThePointUnderTheCursor()
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

void TestViewerParts::limitsHold()
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
    ViewTransform small(QSizeF(20, 15), QSizeF(400, 300));
    small.setScale(1, {200, 150});
    QCOMPARE(small.scale(), 1.0);
}

void TestViewerParts::levelIsNeverEnlargedBeforeTheFullOne_data()
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

void TestViewerParts::levelIsNeverEnlargedBeforeTheFullOne()
{
    QFETCH(const double, scale);
    QFETCH(const double, devicePixels);
    QFETCH(const int, below);
    const PyramidLayout layout(imageSize, tileSize, 1);
    ViewTransform view(imageSize, QSizeF(400, 300), devicePixels);

    view.setScale(scale, {200, 150});

    QCOMPARE(view.level(layout), layout.topLevel() - below);
}

void TestViewerParts::cacheDropsTheOldestAndKeepsTheCoarse()
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

void TestViewerParts::cacheKeepsWhatIsOnTheScreenEvenBeyondItsLimit()
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

void TestViewerParts::aHeldPointStaysAllTheWayOfAZoom()
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

void TestViewerParts::aTurnedPictureObeysHandAndCursor_data()
{
    QTest::addColumn<int>("quarters");

    for (const int quarters : {0, 1, 2, 3, -1})
        QTest::addRow("%d quarters", quarters) << quarters;
}

void TestViewerParts::aTurnedPictureObeysHandAndCursor()
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

void TestViewerParts::aThrownViewGlidesAndComesToRest()
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

void TestViewerParts::aMoveArrivesAndCanBeHalted()
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

void TestViewerParts::scaleBar_data()
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

void TestViewerParts::scaleBar()
{
    QFETCH(const double, scale);
    QFETCH(const double, micrometres);
    QFETCH(const QString, text);
    QFETCH(const double, pixels);

    const ScaleBar bar = scaleBarFor(scale, micrometres);

    QCOMPARE(bar.text, text);
    QVERIFY(std::abs(bar.pixels - pixels) < 1e-6);
}

void TestViewerParts::hostileTilesAreRefused_data()
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

void TestViewerParts::hostileTilesAreRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const TileFormat, format);
    QFETCH(const QSize, size);
    QFETCH(const ErrorCode, code);

    const Result<QImage> image = decodeTile(bytes, format, size);

    QVERIFY(!image);
    QCOMPARE(image.error().code, code);
}

void TestViewerParts::aSmallPictureShowsAllOfThePyramid_data()
{
    QTest::addColumn<QSize>("box");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("level"); // the coarsest that is not enlarged
    QTest::newRow("one tile") << QSize(60, 60) << QSize(60, 45) << 6;
    QTest::newRow("several tiles") << QSize(400, 200) << QSize(266, 200) << 9;
    QTest::newRow("narrow") << QSize(20, 100) << QSize(20, 15) << 5;
    QTest::newRow("larger than the image, which stays as it is") // of 20 x 15 tiles: too many
        << QSize(9000, 9000) << QSize() << 11;
}

void TestViewerParts::aSmallPictureShowsAllOfThePyramid()
{
    QFETCH(const QSize, box);
    QFETCH(const QSize, size);
    QFETCH(const int, level);

    const QImage picture = smallPicture(std::make_shared<PaintedTiles>(), box);

    QCOMPARE(picture.isNull() ? QSize() : picture.size(), size);
    if (picture.isNull())
        return;
    for (const QPoint at : {QPoint(1, 1), QPoint(size.width() - 2, size.height() - 2)})
        QCOMPARE(picture.pixelColor(at).rgb(), colourOf(level).rgb());
}

void TestViewerParts::aSmallPictureHasHolesWhereNothingIsYet()
{
    const auto tiles = std::make_shared<GrowingTiles>();
    QVERIFY(smallPicture(tiles, {60, 60}).isNull());

    tiles->allow({7, 0, 0}); // finer than what is shown

    const QImage picture = smallPicture(tiles, {60, 60});
    QCOMPARE(picture.pixelColor(2, 2).rgb(), colourOf(7).rgb());
    QCOMPARE(picture.pixelColor(58, 30).alpha(), 0);
}

QTEST_MAIN(TestViewerParts)
#include "tst_viewerparts.moc"
