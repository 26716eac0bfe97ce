// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/planemath.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace createzoom;

namespace {

std::vector<uchar> noise(size_t count)
{
    std::vector<uchar> bytes;
    quint32 state = 3;
    while (bytes.size() < count) {
        state = state * 1664525 + 1013904223;
        bytes.push_back(static_cast<uchar>(state >> 24));
    }
    return bytes;
}

} // namespace

/// Every loop against the formula, at widths around those of vectors.
class TestPlaneMath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mean_data();
    void mean();
    void chromaKeepsItsTint();
    void leftNeighbours_data();
    void leftNeighbours();
};

void TestPlaneMath::mean_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Rounding>("rounding");

    for (const int width : {1, 2, 3, 30, 31, 32, 33, 34, 63, 64, 65, 256, 257}) {
        for (const int height : {1, 2, 3}) {
            const QByteArray name = QByteArray::number(width) + " x " + QByteArray::number(height);
            QTest::newRow((name + " half up").constData())
                << QSize(width, height) << Rounding::HalfUp;
            QTest::newRow((name + " alternate").constData())
                << QSize(width, height) << Rounding::Alternate;
        }
    }
}

void TestPlaneMath::mean()
{
    QFETCH(const QSize, size);
    QFETCH(const Rounding, rounding);
    const int stride = size.width() + 5;
    const std::vector<uchar> source = noise(static_cast<size_t>(stride * size.height()));
    const QSize half((size.width() + 1) / 2, (size.height() + 1) / 2);
    std::vector<uchar> target(static_cast<size_t>((half.width() + 3) * half.height()), 77);

    meanPlane(source.data(), stride, size, target.data(), half.width() + 3, rounding);

    const auto at = [&](int x, int y) {
        return source[static_cast<size_t>(std::min(y, size.height() - 1) * stride
                                          + std::min(x, size.width() - 1))];
    };
    for (int y = 0; y < half.height(); ++y) {
        for (int x = 0; x < half.width(); ++x) {
            const int sum = at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1)
                + at(2 * x + 1, 2 * y + 1);
            const int bias = rounding == Rounding::HalfUp ? 2 : 1 + x % 2;
            QCOMPARE(int{target[static_cast<size_t>(y * (half.width() + 3) + x)]},
                     (sum + bias) / 4);
        }
        for (int x = half.width(); x < half.width() + 3; ++x)
            QCOMPARE(int{target[static_cast<size_t>(y * (half.width() + 3) + x)]}, 77);
    }
}

/// Rounded half up, fourteen levels would add seven: grey would turn violet.
void TestPlaneMath::chromaKeepsItsTint()
{
    constexpr int side = 256;
    std::vector<uchar> plane(side * side);
    for (size_t i = 0; i < plane.size(); ++i)
        plane[i] = static_cast<uchar>(128 + (i * 7 % 4 < 2 ? 1 : 0)); // 128.5 in the mean
    for (int size = side; size > 4; size /= 2)
        meanPlane(plane.data(), size, {size, size}, plane.data(), size / 2, Rounding::Alternate);

    double sum = 0;
    for (size_t i = 0; i < 16; ++i)
        sum += plane[i];
    QVERIFY2(std::abs(sum / 16 - 128.5) <= 0.5, qPrintable(QString::number(sum / 16)));
}

void TestPlaneMath::leftNeighbours_data()
{
    QTest::addColumn<int>("width");

    for (const int width : {1, 2, 3, 5, 6, 10, 11, 16, 17, 32, 33, 100})
        QTest::addRow("%d", width) << width;
}

void TestPlaneMath::leftNeighbours()
{
    QFETCH(const int, width);
    std::vector<uchar> row = noise(static_cast<size_t>(3 * width));
    std::vector<uchar> expected = row;
    for (size_t i = 3; i < expected.size(); ++i)
        expected[i] = static_cast<uchar>(expected[i] + expected[i - 3]);

    addLeftNeighbours(row.data(), width);

    QVERIFY(row == expected);
}

QTEST_GUILESS_MAIN(TestPlaneMath)
#include "tst_planemath.moc"
