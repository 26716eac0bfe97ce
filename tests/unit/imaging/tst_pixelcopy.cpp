// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/pixelcopy.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace createzoom;

namespace {

/// A coarse grid through all colours, as pixels and as planes, rows with something beside them.
struct Sample
{
    explicit Sample(QSize pictureSize)
        : size(pictureSize)
        , stride(size.width() + 7)
        , pixels(static_cast<size_t>(3 * stride * size.height()), 99)
        , planes(pixels.size(), 99)
    {
        quint32 state = 3;
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x) {
                for (int plane = 0; plane < 3; ++plane) {
                    state = state * 1664525 + 1013904223;
                    pixels[static_cast<size_t>(y * 3 * stride + 3 * x + plane)]
                        = planes[static_cast<size_t>((plane * size.height() + y) * stride + x)]
                        = static_cast<uchar>(state >> 24);
                }
            }
        }
    }

    PixelArea area(PixelContent content) const
    {
        const QRect rect(QPoint(100, 200), size);
        const qsizetype plane = stride * size.height();
        if (content == PixelContent::RgbPixels)
            return {rect, {pixels.data()}, 3 * stride, content};
        return {rect,
                {planes.data(), planes.data() + plane, planes.data() + 2 * plane},
                stride,
                content};
    }

    double at(int x, int y, int plane) const
    {
        return pixels[static_cast<size_t>(y * 3 * stride + 3 * x + plane)];
    }

    QSize size;
    qsizetype stride;
    std::vector<uchar> pixels;
    std::vector<uchar> planes;
};

/// ITU-T T.871, section 7.
double yccOf(int plane, double r, double g, double b)
{
    switch (plane) {
    case 0:
        return 0.299 * r + 0.587 * g + 0.114 * b;
    case 1:
        return 128 - 0.168736 * r - 0.331264 * g + 0.5 * b;
    default:
        return 128 + 0.5 * r - 0.418688 * g - 0.081312 * b;
    }
}

} // namespace

class TestPixelCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copies_data();
    void copies();
};

void TestPixelCopy::copies_data()
{
    QTest::addColumn<PixelContent>("content");
    QTest::addColumn<PixelModel>("model");
    QTest::addColumn<QRect>("part"); // of the area, from its top left

    const QList<std::tuple<const char *, PixelContent, PixelModel>> ways{
        {"pixels to RGB", PixelContent::RgbPixels, PixelModel::Rgb},
        {"pixels to YCbCr", PixelContent::RgbPixels, PixelModel::Ycc},
        {"planes to RGB", PixelContent::RgbPlanes, PixelModel::Rgb},
        {"planes to YCbCr", PixelContent::RgbPlanes, PixelModel::Ycc},
        {"YCbCr as it is", PixelContent::YccPlanes, PixelModel::Ycc},
    };
    for (const auto &[name, content, model] : ways) {
        for (const int width : {1, 15, 16, 17, 33, 254, 511, 512, 513, 1100}) {
            QTest::addRow("%s, %d wide", name, width) << content << model << QRect(3, 2, width, 3);
        }
        QTest::addRow("%s, from the corner", name) << content << model << QRect(0, 0, 20, 1);
    }
}

void TestPixelCopy::copies()
{
    QFETCH(const PixelContent, content);
    QFETCH(const PixelModel, model);
    QFETCH(const QRect, part);
    const Sample sample(QSize(part.right() + 4, 6));
    const PixelArea area = sample.area(content);
    constexpr int beside = 5;
    constexpr uchar untouched = 77;
    const int stride = part.width() + beside;
    const int plane = stride * part.height();
    std::vector<uchar> bytes(static_cast<size_t>(3 * plane), untouched);

    copyPixels(area,
               part.translated(area.rect.topLeft()),
               model,
               {{bytes.data(), bytes.data() + plane, bytes.data() + 2 * plane}, stride});

    const bool isConverted = model == PixelModel::Ycc && content != PixelContent::YccPlanes;
    for (int p = 0; p < 3; ++p) {
        for (int y = 0; y < part.height(); ++y) {
            const auto row = static_cast<size_t>(p * plane + y * stride);
            for (int x = 0; x < part.width(); ++x) {
                const auto of = [&](int from) {
                    return sample.at(part.left() + x, part.top() + y, from);
                };
                const double expected = isConverted ? yccOf(p, of(0), of(1), of(2)) : of(p);
                const double got = bytes[row + static_cast<size_t>(x)];
                QVERIFY2(std::abs(got - expected) < (isConverted ? 0.52 : 0.01),
                         qPrintable(QStringLiteral("plane %1, %2, %3: %4 for %5")
                                        .arg(p)
                                        .arg(x)
                                        .arg(y)
                                        .arg(got)
                                        .arg(expected)));
            }
            for (int x = part.width(); x < stride; ++x)
                QCOMPARE(bytes[row + static_cast<size_t>(x)], untouched);
        }
    }
}

QTEST_GUILESS_MAIN(TestPixelCopy)

#include "tst_pixelcopy.moc"
