// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles that fade in, without a widget.
#include "tests/ui/paintedtiles.h"
#include "ui/viewer/fadingpicture.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A black widget that shows one pyramid.
struct FadingScreen
{
    explicit FadingScreen(ViewTransform shown = {imageSize, QSizeF(60, 45)})
        : view(shown)
        , image((view.widget() * view.devicePixels()).toSize(), QImage::Format_RGB32)
    {
        image.setDevicePixelRatio(view.devicePixels());
    }

    void put(const TileAddress &tile, QColor colour)
    {
        QImage content(layout.tileRect(tile).size(), QImage::Format_RGB32);
        content.fill(colour);
        cache.insert(tile, {content, true});
    }
    void put(int of) { put({of, 0, 0}, colourOf(of)); }
    void come(int of)
    {
        put(of);
        picture.add({of, 0, 0}, true);
    }
    void paint()
    {
        QPainter painter(&image);
        picture.paint(painter, TilePainter(layout, cache, view), [](QPainter &ground) {
            ground.fillRect(QRect(0, 0, 1000, 1000), Qt::black);
        });
    }
    /// `share` of `to`, the rest of `from`.
    bool shows(QColor from, QColor to, double share) const
    {
        const auto isNear = [share](int found, int first, int second) {
            return std::abs(found - (first + share * (second - first))) < 4;
        };
        const QList<QPoint> places{QPoint(1, 1), QPoint(30, 20), QPoint(58, 43)};
        return std::all_of(places.begin(), places.end(), [&](QPoint at) {
            const QColor found = image.pixelColor(at);
            return isNear(found.red(), from.red(), to.red())
                && isNear(found.green(), from.green(), to.green())
                && isNear(found.blue(), from.blue(), to.blue());
        });
    }

    PyramidLayout layout = descriptorOfAll().layout;
    TileCache cache{layout, 1 << 20};
    ViewTransform view;
    int level = view.level(layout);
    FadingPicture picture{};
    QImage image;
};

} // namespace

class TestFadingPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewTileFadesInOverWhatIsThere_data();
    void aNewTileFadesInOverWhatIsThere();
    void aTileThatComesDuringAFadeBeginsWhereItIs();
    void aCoarserTileThatComesLateChangesNothing();
    void aScreenfulOfNewTilesBeginsInTurns();
    void aMoveEndsAllFades();
    void whatHasFadedInIsWhatAnewIsPainted_data();
    void whatHasFadedInIsWhatAnewIsPainted();
};

void TestFadingPicture::aNewTileFadesInOverWhatIsThere_data()
{
    QTest::addColumn<int>("standIn"); // its level; -1: none
    QTest::addColumn<double>("age"); // milliseconds
    QTest::addColumn<double>("share"); // of the new tile in what is seen

    QTest::newRow("just come") << 3 << 0.0 << 0.0;
    QTest::newRow("half way") << 3 << FadingPicture::duration / 2 << 0.5;
    QTest::newRow("all of it") << 3 << FadingPicture::duration << 1.0;
    QTest::newRow("over the coarsest") << 0 << FadingPicture::duration / 2 << 0.5;
    QTest::newRow("no hole where nothing is below") << -1 << 0.0 << 1.0;
}

void TestFadingPicture::aNewTileFadesInOverWhatIsThere()
{
    QFETCH(const int, standIn);
    QFETCH(const double, age);
    QFETCH(const double, share);
    FadingScreen screen;
    QCOMPARE(screen.layout.columns(screen.level) * screen.layout.rows(screen.level), 1);
    if (standIn >= 0)
        screen.put(standIn);
    screen.paint();
    screen.come(screen.level);
    screen.paint();
    screen.picture.advance(age);
    screen.paint();

    QCOMPARE(screen.picture.isFading(), share < 1);
    const QColor from = standIn >= 0 ? colourOf(standIn) : QColor(Qt::black);
    QVERIFY(screen.shows(from, colourOf(screen.level), share));
}

void TestFadingPicture::aTileThatComesDuringAFadeBeginsWhereItIs()
{
    FadingScreen screen;
    screen.put(0);
    screen.paint();
    screen.come(screen.level - 1);
    screen.paint();
    screen.picture.advance(FadingPicture::duration / 2);
    screen.come(screen.level);
    screen.paint();
    QVERIFY(screen.shows(colourOf(0), colourOf(screen.level - 1), 0.5)); // it does not leap
    screen.picture.advance(FadingPicture::duration);
    screen.paint();
    QVERIFY(screen.shows(colourOf(0), colourOf(screen.level), 1));
}

void TestFadingPicture::aCoarserTileThatComesLateChangesNothing()
{
    FadingScreen screen;
    screen.put(screen.level);
    screen.paint();
    screen.come(2);
    screen.paint();
    QVERIFY(!screen.picture.isFading());
    QVERIFY(screen.shows(colourOf(2), colourOf(screen.level), 1));
}

void TestFadingPicture::aScreenfulOfNewTilesBeginsInTurns()
{
    ViewTransform view(imageSize, QSizeF(900, 700));
    view.setScale(0.73, {450, 350});
    FadingScreen screen(view);
    screen.put(0);
    screen.paint();
    const TilePainter tiles(screen.layout, screen.cache, view);
    for (const TileAddress &cell : tiles.cells()) {
        screen.put(cell, colourOf(cell.level));
        screen.picture.add(cell, true);
    }
    const auto changedCells = [&] {
        return std::count_if(tiles.cells().begin(), tiles.cells().end(), [&](const auto &cell) {
            const QPoint at = (tiles.placeOf(cell) & screen.image.rect()).center();
            return screen.image.pixel(at) != colourOf(0).rgb();
        });
    };

    constexpr double frame = FadingPicture::duration / 10;
    screen.paint();
    screen.picture.advance(frame);
    screen.paint();
    QCOMPARE_GT(changedCells(), 0);
    QCOMPARE_LE(changedCells(), tiles.cells().size() / 2); // those of two frames
    while (screen.picture.isFading()) {
        screen.picture.advance(frame);
        screen.paint();
    }
    QCOMPARE(changedCells(), tiles.cells().size());
    QVERIFY(screen.shows(colourOf(0), colourOf(screen.level), 1));
}

void TestFadingPicture::aMoveEndsAllFades()
{
    FadingScreen screen;
    screen.put(2);
    screen.paint();
    screen.come(screen.level);
    screen.paint();
    QVERIFY(screen.picture.isFading());
    screen.view.setScale(screen.view.scale() * 1.05, {30, 20});
    screen.paint();
    QVERIFY(!screen.picture.isFading());
    QVERIFY(screen.shows(colourOf(2), colourOf(screen.level), 1));
}

/// No line of an old tile stays at an edge, however the picture lies on the screen.
void TestFadingPicture::whatHasFadedInIsWhatAnewIsPainted_data()
{
    QTest::addColumn<QSizeF>("widget");
    QTest::addColumn<double>("devicePixels");
    QTest::addColumn<int>("turns");

    QTest::newRow("upright") << QSizeF(300, 200) << 1.0 << 0;
    QTest::newRow("turned, odd") << QSizeF(301, 200) << 1.0 << 1;
    QTest::newRow("upside down") << QSizeF(301, 201) << 1.0 << 2;
    QTest::newRow("fine screen") << QSizeF(151, 100) << 2.0 << 3;
    QTest::newRow("between") << QSizeF(160, 120) << 1.25 << 0;
    QTest::newRow("between, turned") << QSizeF(161, 123) << 1.25 << 1;
}

void TestFadingPicture::whatHasFadedInIsWhatAnewIsPainted()
{
    QFETCH(const QSizeF, widget);
    QFETCH(const double, devicePixels);
    QFETCH(const int, turns);
    ViewTransform view(imageSize, widget, devicePixels);
    view.turn(turns);
    view.setScale(0.73, {70, 60});
    FadingScreen screen(view);
    screen.put(0);
    screen.paint();
    const TilePainter tiles(screen.layout, screen.cache, view);
    QVERIFY(tiles.cells().size() > 3);
    int hue = 0;
    for (const TileAddress &cell : tiles.cells()) {
        screen.put(cell, QColor::fromHsv(hue = (hue + 67) % 360, 200, 200));
        screen.picture.add(cell, true);
        screen.paint();
        screen.picture.advance(FadingPicture::duration / 3);
    }
    screen.picture.advance(FadingPicture::duration);
    screen.paint();
    const QImage faded = screen.image.copy();
    screen.picture.forget();
    screen.paint();
    QCOMPARE(faded, screen.image);
}

QTEST_MAIN(TestFadingPicture)
#include "tst_fadingpicture.moc"
