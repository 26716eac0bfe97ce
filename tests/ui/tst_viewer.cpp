// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzipreader.h"
#include "core/archive/pyramidwriter.h"
#include "ui/viewer/viewerpaint.h"
#include "ui/viewer/viewerwidget.h"
#include "ui/viewer/viewerwindow.h"

#include <QBuffer>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

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
    void scaleBar_data();
    void scaleBar();
    void tilesComeFromOtherThreads();
    void coarserTilesFillTheHoles();
    void middleIsAskedForFirst();
    void wheelZoomsAtTheCursor();
    void handMovesThePicture();
    void keys_data();
    void keys();
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
    view.setWidget({800, 600});
    QVERIFY(view.showsAll());
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
    ViewTransform view(imageSize, QSizeF(400, 300));

    view.setScale(scale, {200, 150});

    QCOMPARE(view.level(layout, devicePixels), layout.topLevel() - below);
}

void TestViewer::cacheDropsTheOldestAndKeepsTheCoarse()
{
    const PyramidLayout layout(imageSize, tileSize, 1);
    QImage image(100, 100, QImage::Format_RGB32);
    TileCache cache(layout, 3 * image.sizeInBytes());
    const int top = layout.topLevel();

    cache.insert({0, 0, 0}, image);
    for (int column = 0; column < 3; ++column)
        cache.insert({top, column, 0}, image);
    QVERIFY(cache.find({top, 0, 0})); // used: no longer the oldest
    cache.insert({top, 3, 0}, image);

    QVERIFY(cache.contains({0, 0, 0}));
    QVERIFY(cache.contains({top, 0, 0}));
    QVERIFY(!cache.contains({top, 1, 0}));
    QCOMPARE(cache.bytes(), 3 * image.sizeInBytes());
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
    const int level = viewer.view().level(tiles->descriptor().layout, viewer.devicePixelRatioF());

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

    viewer.showFullSize();

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
    viewer.showFullSize();
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
    viewer.showFullSize();
    const QPointF held = viewer.view().toImage({150, 100});

    QTest::mousePress(&viewer, Qt::LeftButton, {}, {150, 100});
    QTest::mouseMove(&viewer, {120, 130});
    QTest::mouseRelease(&viewer, Qt::LeftButton, {}, {120, 130}, 200);

    QVERIFY(QLineF(viewer.view().toImage({120, 130}), held).length() < 40);
}

void TestViewer::keys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<double>("scale"); // of the one before
    QTest::addColumn<QPointF>("moved"); // the centre, in pixels of the screen

    QTest::newRow("plus") << int(Qt::Key_Plus) << 2.0 << QPointF();
    QTest::newRow("minus") << int(Qt::Key_Minus) << 0.5 << QPointF();
    QTest::newRow("left") << int(Qt::Key_Left) << 1.0 << QPointF(-40, 0);
    QTest::newRow("down") << int(Qt::Key_Down) << 1.0 << QPointF(0, 40);
}

void TestViewer::keys()
{
    QFETCH(const int, key);
    QFETCH(const double, scale);
    QFETCH(const QPointF, moved);
    ViewerWidget viewer;
    viewer.resize(400, 300);
    viewer.showSource(std::make_shared<PaintedTiles>());
    viewer.showFullSize();
    const ViewTransform before = viewer.view();

    QTest::keyClick(&viewer, static_cast<Qt::Key>(key));

    QCOMPARE(viewer.view().scale(), before.scale() * scale);
    QCOMPARE(viewer.view().centre(), before.centre() + moved / before.scale());
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

    window.open(file);

    QTRY_COMPARE(opened.count(), 1);
    window.viewer()->showFullSize();
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

    window.open(path);

    QTRY_COMPARE(failed.count(), 1);
    const auto labels = window.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(u"a.dzip cannot be shown"_s);
    }));
}

QTEST_MAIN(TestViewer)
#include "tst_viewer.moc"
