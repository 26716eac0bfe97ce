// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pyramidlayout.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace createzoom;

class TestPyramidLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelsHalveDownToOnePixel_data();
    void levelsHalveDownToOnePixel();
    void levelSizesRoundUp();
    void tileRectsOverlapAndEndAtTheEdge_data();
    void tileRectsOverlapAndEndAtTheEdge();
    void tilesCoverEachLevelOnce_data() { levelsHalveDownToOnePixel_data(); }
    void tilesCoverEachLevelOnce();
    void countsAddUpOverAllLevels();
    void onlyTilesOfTheGridAreContained();
    void hugeImagesDoNotOverflow();
};

void TestPyramidLayout::levelsHalveDownToOnePixel_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("levels");
    QTest::newRow("one pixel") << QSize(1, 1) << 1;
    QTest::newRow("two pixels") << QSize(2, 1) << 2;
    QTest::newRow("three") << QSize(3, 3) << 3;
    QTest::newRow("power of two") << QSize(256, 16) << 9;
    QTest::newRow("one more") << QSize(257, 16) << 10;
    QTest::newRow("flat") << QSize(1000, 1) << 11;
    QTest::newRow("tall") << QSize(1, 1000) << 11;
    QTest::newRow("slide") << QSize(2220, 2967) << 13;
}

void TestPyramidLayout::levelsHalveDownToOnePixel()
{
    QFETCH(QSize, size);
    QFETCH(int, levels);
    const PyramidLayout layout(size, 254, 1);

    QCOMPARE(layout.levelCount(), levels);
    QCOMPARE(layout.topLevel(), levels - 1);
    QCOMPARE(layout.levelSize(layout.topLevel()), size);
    QCOMPARE(layout.levelSize(0), QSize(1, 1));
    for (int level = 0; level < layout.topLevel(); ++level) {
        const QSize finer = layout.levelSize(level + 1);
        QCOMPARE(layout.levelSize(level), QSize((finer.width() + 1) / 2, (finer.height() + 1) / 2));
    }
}

void TestPyramidLayout::levelSizesRoundUp()
{
    const PyramidLayout layout(QSize(5, 3), 254, 1);

    QCOMPARE(layout.levelSize(2), QSize(3, 2));
    QCOMPARE(layout.levelSize(1), QSize(2, 1));
}

void TestPyramidLayout::tileRectsOverlapAndEndAtTheEdge_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("row");
    QTest::addColumn<QRect>("rect");
    // 600 x 300 in tiles of 254 + 1
    QTest::newRow("first") << 0 << 0 << QRect(0, 0, 255, 255);
    QTest::newRow("middle") << 1 << 0 << QRect(253, 0, 256, 255);
    QTest::newRow("last column") << 2 << 0 << QRect(507, 0, 93, 255);
    QTest::newRow("last") << 2 << 1 << QRect(507, 253, 93, 47);
}

void TestPyramidLayout::tileRectsOverlapAndEndAtTheEdge()
{
    QFETCH(int, column);
    QFETCH(int, row);
    QFETCH(QRect, rect);
    const PyramidLayout layout(QSize(600, 300), 254, 1);

    QCOMPARE(layout.tileRect({layout.topLevel(), column, row}), rect);
}

void TestPyramidLayout::tilesCoverEachLevelOnce()
{
    QFETCH(QSize, size);
    const PyramidLayout layout(size, 100, 0);

    for (int level = 0; level < layout.levelCount(); ++level) {
        qint64 pixels = 0;
        for (int row = 0; row < layout.rows(level); ++row) {
            for (int column = 0; column < layout.columns(level); ++column) {
                const QRect rect = layout.tileRect({level, column, row});
                QVERIFY(!rect.isEmpty());
                pixels += qint64{rect.width()} * rect.height();
            }
        }
        const QSize levelSize = layout.levelSize(level);
        QCOMPARE(pixels, qint64{levelSize.width()} * levelSize.height());
    }
}

void TestPyramidLayout::countsAddUpOverAllLevels()
{
    const PyramidLayout layout(QSize(600, 300), 254, 1);

    // 600x300: 3x2, 300x150: 2x1, then nine levels of one tile (150x75 ... 1x1)
    QCOMPARE(layout.levelCount(), 11);
    QCOMPARE(layout.tileCount(), 6 + 2 + 9);
    QCOMPARE(PyramidLayout(QSize(4, 2), 254, 1).pixelCount(), 8 + 2 + 1);
}

void TestPyramidLayout::onlyTilesOfTheGridAreContained()
{
    const PyramidLayout layout(QSize(600, 300), 254, 1);
    const int top = layout.topLevel();

    QVERIFY(layout.contains({top, 2, 1}));
    QVERIFY(!layout.contains({top, 3, 1}));
    QVERIFY(!layout.contains({top, 2, 2}));
    QVERIFY(!layout.contains({top, -1, 0}));
    QVERIFY(!layout.contains({top, 0, -1}));
    QVERIFY(!layout.contains({top + 1, 0, 0}));
    QVERIFY(!layout.contains({-1, 0, 0}));
}

void TestPyramidLayout::hugeImagesDoNotOverflow()
{
    constexpr int side = std::numeric_limits<int>::max();
    const PyramidLayout layout(QSize(side, side), 254, 1);

    QCOMPARE(layout.levelCount(), 32);
    QCOMPARE(layout.columns(layout.topLevel()), 8454661);
    const QRect last = layout.tileRect({layout.topLevel(), 8454660, 8454660});
    QCOMPARE(last.width(), side - (8454660 * 254 - 1));
    QVERIFY(layout.pixelCount() > qint64{side} * side);
    QVERIFY(layout.tileCount() > qint64{8454661} * 8454661);
}

QTEST_GUILESS_MAIN(TestPyramidLayout)
#include "tst_pyramidlayout.moc"
