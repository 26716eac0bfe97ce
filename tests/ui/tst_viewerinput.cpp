// SPDX-License-Identifier: GPL-3.0-or-later
// Wheel, fingers, hand and keys on a viewer.
#include "tests/ui/paintedtiles.h"
#include "ui/viewer/vieweractions.h"
#include "ui/viewer/viewerwidget.h"

#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

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

void pinchTrackpad(ViewerWidget &viewer, Qt::NativeGestureType type, QPointF at, double value)
{
    QNativeGestureEvent event(type,
                              QPointingDevice::primaryPointingDevice(),
                              2,
                              at,
                              at,
                              viewer.mapToGlobal(at),
                              value,
                              {});
    QCoreApplication::sendEvent(&viewer, &event);
}

} // namespace

class TestViewerInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wheelZoomsAtTheCursor();
    void aPinchOnATrackpadZoomsAtTheFingers();
    void aPinchOnATouchScreenZoomsAndMoves();
    void handMovesThePicture();
    void keys_data();
    void keys();
    void overlaysHaveKeys_data();
    void overlaysHaveKeys();
};

void TestViewerInput::wheelZoomsAtTheCursor()
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

void TestViewerInput::aPinchOnATrackpadZoomsAtTheFingers()
{
    ViewerWidget viewer;
    viewer.resize(400, 300);
    viewer.showSource(std::make_shared<PaintedTiles>());
    const QPointF at(300, 100);
    const QPointF before = viewer.view().toImage(at);
    const double scale = viewer.view().scale();

    pinchTrackpad(viewer, Qt::BeginNativeGesture, at, 0);
    pinchTrackpad(viewer, Qt::ZoomNativeGesture, at, 0.5);
    pinchTrackpad(viewer, Qt::ZoomNativeGesture, at, 0.2);
    pinchTrackpad(viewer, Qt::RotateNativeGesture, at, 30); // is not meant
    pinchTrackpad(viewer, Qt::EndNativeGesture, at, 0);

    QCOMPARE(viewer.view().scale(), 1.5 * 1.2 * scale);
    QVERIFY(QLineF(viewer.view().toImage(at), before).length() < 1e-6);
    QCOMPARE(viewer.view().quarterTurns(), 0);
    pinchTrackpad(viewer, Qt::SmartZoomNativeGesture, at, 0); // a tap of two fingers
    QCOMPARE(viewer.view().scale(), 2 * 1.5 * 1.2 * scale);
    QVERIFY(QLineF(viewer.view().toImage(at), before).length() < 1e-6);
}

void TestViewerInput::aPinchOnATouchScreenZoomsAndMoves()
{
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    ViewerWidget viewer;
    viewer.resize(400, 300);
    viewer.setOverlay(ViewerWidget::Overlay::Map, false);
    viewer.show();
    QVERIFY(QTest::qWaitForWindowExposed(&viewer));
    viewer.showSource(std::make_shared<PaintedTiles>());
    viewer.setMotionReduced(true);
    viewer.showPixels(1);
    const QPointF held = viewer.view().toImage({200, 150});

    QTest::QTouchEventWidgetSequence touch = QTest::touchEvent(&viewer, screen.get(), false);
    touch.press(0, {180, 150}, &viewer).commit();
    touch.stationary(0).press(1, {220, 150}, &viewer).commit();
    for (int step = 1; step <= 10; ++step) // the fingers go apart, and both to the right
        touch.move(0, {180 - step, 150}, &viewer).move(1, {220 + 3 * step, 150}, &viewer).commit();
    touch.release(0, {170, 150}, &viewer).release(1, {250, 150}, &viewer).commit();

    QCOMPARE(viewer.view().scale(), 2.0);
    QVERIFY(QLineF(viewer.view().toWidget(held), {210, 150}).length() < 1e-6);
}

void TestViewerInput::handMovesThePicture()
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

void TestViewerInput::keys_data()
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

void TestViewerInput::keys()
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

void TestViewerInput::overlaysHaveKeys_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<ViewerWidget::Overlay>("overlay");

    QTest::newRow("map") << Qt::Key_N << ViewerWidget::Overlay::Map;
    QTest::newRow("scale bar") << Qt::Key_B << ViewerWidget::Overlay::ScaleBar;
    QTest::newRow("tile frames") << Qt::Key_D << ViewerWidget::Overlay::TileFrames;
}

void TestViewerInput::overlaysHaveKeys()
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

QTEST_MAIN(TestViewerInput)
#include "tst_viewerinput.moc"
