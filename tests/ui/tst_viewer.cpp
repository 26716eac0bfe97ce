// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/pyramidwriter.h"
#include "tests/ui/paintedtiles.h"
#include "ui/viewer/tilepainter.h"
#include "ui/viewer/vieweractions.h"
#include "ui/viewer/viewerwidget.h"
#include "ui/viewer/viewerwindow.h"

#include <QLabel>
#include <QProxyStyle>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <iterator>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

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

void moveCursor(ViewerWidget &viewer, QPointF at)
{
    QMouseEvent event(
        QEvent::MouseMove, at, viewer.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&viewer, &event);
}

/// Of a desktop that moves things, or of one for people whom that makes ill.
class MovingStyle : public QProxyStyle
{
public:
    explicit MovingStyle(int milliseconds)
        : m_milliseconds(milliseconds)
    {}

    int styleHint(StyleHint hint,
                  const QStyleOption *option,
                  const QWidget *widget,
                  QStyleHintReturn *answer) const override
    {
        return hint == SH_Widget_Animation_Duration
            ? m_milliseconds
            : QProxyStyle::styleHint(hint, option, widget, answer);
    }

private:
    const int m_milliseconds;
};

} // namespace

class TestViewer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tilesComeFromOtherThreads();
    void coarserTilesFillTheHoles();
    void middleIsAskedForFirst();
    void tilesFadeInOnlyWhereTheStyleMoves_data();
    void tilesFadeInOnlyWhereTheStyleMoves();
    void aGrowingPyramidIsAskedAgainAndShownFromItsFinerTiles();
    void theSamePyramidFromElsewhereChangesNothingOnTheScreen();
    void thePositionIsKeptForTheNextPicture();
    void theViewIsSavedWithItsScaleBar();
    void filesAreOpened_data();
    void filesAreOpened();
    void aFileThatIsNoneIsSaid();
};

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

    const QList<TileAddress> asked = tiles->asked();
    QList<TileAddress> top;
    std::copy_if(asked.begin(), asked.end(), std::back_inserter(top), [&](const auto &tile) {
        return tile.level == layout.topLevel();
    });

    const QPointF middle = viewer.view().centre() / tileSize;
    const auto distance = [&](const TileAddress &tile) {
        return QLineF(middle, QPointF(tile.column + 0.5, tile.row + 0.5)).length();
    };
    QVERIFY(top.size() > 8);
    QVERIFY(distance(top.first()) < 1);
    QVERIFY(distance(top.first()) <= distance(top.last()));
}

void TestViewer::tilesFadeInOnlyWhereTheStyleMoves_data()
{
    QTest::addColumn<int>("duration"); // of the style's animations
    QTest::addColumn<bool>("isReduced");

    QTest::newRow("moves") << 200 << false;
    QTest::newRow("does not") << 0 << false;
    QTest::newRow("does, but the person does not want it") << 200 << true;
}

void TestViewer::tilesFadeInOnlyWhereTheStyleMoves()
{
    QFETCH(const int, duration);
    QFETCH(const bool, isReduced);
    MovingStyle style(duration);
    const auto tiles = std::make_shared<GrowingTiles>();
    ViewerWidget viewer;
    viewer.setStyle(&style);
    viewer.setMotionReduced(isReduced);
    viewer.resize(400, 300);
    viewer.setOverlay(ViewerWidget::Overlay::ScaleBar, false);
    viewer.show();
    viewer.showSource(tiles);
    const PyramidLayout &layout = tiles->descriptor().layout;
    const int level = viewer.view().level(layout);
    const int coarse = overviewLevel(layout);
    tiles->allow({coarse, 0, 0});
    QTRY_VERIFY(isLevel(viewer, {10, 10}, coarse));
    const qint64 before = viewer.cachedBytes();

    tiles->allow({level, 0, 0});
    QTRY_VERIFY(viewer.cachedBytes() > before);

    if (duration == 0 || isReduced)
        QVERIFY(isLevel(viewer, {10, 10}, level)); // at once
    QVERIFY(isLevel(viewer, {390, 290}, coarse)); // where it is not, what was there stays
    QTRY_VERIFY(isLevel(viewer, {10, 10}, level));
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

    const QImage picture = viewer.picture();
    actions.savePicture(path);

    QTRY_COMPARE(notices.count(), 1);
    QCOMPARE(QImage(path).size(), QSize(400, 300) * viewer.devicePixelRatioF());
    QCOMPARE(QImage(path), picture.convertToFormat(QImage(path).format()));
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
    moveCursor(*window.viewer(), window.viewer()->rect().center());
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
