// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/pyramidbuilder.h"
#include "testimages.h"

#include <QHash>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <stop_token>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using vips::VImage;

namespace {

/// Any picture as areas of one shape, handed over by several threads, as decoders do.
class PictureReader final : public PixelReader
{
public:
    explicit PictureReader(QSize size, QSize area = {1 << 20, 7}, int threads = 1)
        : m_size(size)
        , m_area(area)
        , m_threads(threads)
        , m_pixels(static_cast<size_t>(size.width()) * static_cast<size_t>(size.height()) * 3)
    {
        quint32 state = 1;
        for (uchar &value : m_pixels) {
            state = state * 1664525 + 1013904223;
            value = static_cast<uchar>(state >> 24);
        }
    }
    QSize size() const override { return m_size; }
    int callers(int /*threads*/) const override { return m_threads; }
    Result<void> read(PixelModel model,
                      int /*threads*/,
                      const PixelConsumer &consumer,
                      const StepControl & /*control*/) override
    {
        m_content = model == PixelModel::Ycc ? PixelContent::YccPlanes : PixelContent::RgbPlanes;
        QList<QRect> rects;
        for (int top = 0; top < m_size.height(); top += m_area.height()) {
            for (int left = 0; left < m_size.width(); left += m_area.width())
                rects << (QRect({left, top}, m_area) & QRect({0, 0}, m_size));
        }
        std::atomic<qsizetype> next = 0;
        std::atomic<bool> isEnded = false;
        const auto hand = [&] {
            for (qsizetype i = next++; i < rects.size() && !isEnded; i = next++) {
                if ((failAt >= 0 && rects[i].top() >= failAt) || !consumer(areaOf(rects[i])))
                    isEnded = true;
            }
        };
        {
            std::vector<std::jthread> others;
            for (int i = 1; i < m_threads; ++i)
                others.emplace_back(hand);
            hand();
        }
        if (!isEnded)
            return {};
        return failAt >= 0 ? Error{ErrorCode::Damaged, u"damaged"_s} : cancelledError();
    }
    /// One byte of the picture.
    uchar at(int x, int y, int plane) const
    {
        const qsizetype rows = qsizetype{plane} * m_size.height() + y;
        return m_pixels[static_cast<size_t>(rows * m_size.width() + x)];
    }
    std::vector<uchar> &pixels() { return m_pixels; }

    int failAt = -1;

private:
    PixelArea areaOf(const QRect &rect) const
    {
        PixelArea area{.rect = rect, .stride = m_size.width(), .content = m_content};
        const uchar *plane = m_pixels.data();
        for (const uchar *&row : area.planes) {
            row = plane + qsizetype{rect.top()} * m_size.width() + rect.left();
            plane += qsizetype{m_size.width()} * m_size.height();
        }
        return area;
    }

    QSize m_size;
    QSize m_area;
    int m_threads;
    PixelContent m_content = PixelContent::RgbPlanes; ///< what the planes are taken for
    std::vector<uchar> m_pixels; ///< three planes
};

class TileKeeper final : public TileSink
{
public:
    Result<void> append(const TileAddress &tile, QByteArrayView bytes) override
    {
        if (tiles.size() == failAfter)
            return Error{ErrorCode::DiskFull, u"full"_s};
        const QString key = u"%1/%2_%3"_s.arg(tile.level).arg(tile.column).arg(tile.row);
        if (tiles.contains(key))
            return Error{ErrorCode::Internal, u"twice"_s};
        tiles.insert(key, bytes.toByteArray());
        return {};
    }

    QHash<QString, QByteArray> tiles;
    qsizetype failAfter = -1;
};

/// One level in the plainest way: the reference.
struct PlainLevel
{
    int width = 0;
    int height = 0;
    std::vector<uchar> pixels{};

    static PlainLevel of(const PictureReader &picture)
    {
        PlainLevel level{picture.size().width(), picture.size().height()};
        for (int y = 0; y < level.height; ++y) {
            for (int x = 0; x < level.width; ++x) {
                for (int band = 0; band < 3; ++band)
                    level.pixels.push_back(picture.at(x, y, band));
            }
        }
        return level;
    }

    int at(int x, int y, int band) const
    {
        const int column = std::min(x, width - 1);
        const int line = std::min(y, height - 1);
        return pixels[(static_cast<size_t>(line) * static_cast<size_t>(width)
                       + static_cast<size_t>(column))
                          * 3
                      + static_cast<size_t>(band)];
    }

    QList<int> colourAt(int x, int y) const { return {at(x, y, 0), at(x, y, 1), at(x, y, 2)}; }

    QList<int> shrunkPixel(int x, int y, Shrink shrink) const
    {
        const QList<QList<int>> four{colourAt(2 * x, 2 * y),
                                     colourAt(2 * x + 1, 2 * y),
                                     colourAt(2 * x, 2 * y + 1),
                                     colourAt(2 * x + 1, 2 * y + 1)};
        if (shrink == Shrink::Nearest)
            return four[0];
        if (shrink == Shrink::Mode)
            return *std::max_element(four.begin(), four.end(), [&](const auto &a, const auto &b) {
                return four.count(a) < four.count(b);
            });
        QList<int> mean;
        for (int band = 0; band < 3; ++band)
            mean << (four[0][band] + four[1][band] + four[2][band] + four[3][band] + 2) / 4;
        return mean;
    }

    PlainLevel shrunk(Shrink shrink) const
    {
        PlainLevel next{(width + 1) / 2, (height + 1) / 2};
        for (int y = 0; y < next.height; ++y) {
            for (int x = 0; x < next.width; ++x) {
                for (const int value : shrunkPixel(x, y, shrink))
                    next.pixels.push_back(static_cast<uchar>(value));
            }
        }
        return next;
    }
};

QByteArray decoded(const QByteArray &tile)
{
    const VImage image
        = VImage::new_from_buffer(tile.constData(), static_cast<size_t>(tile.size()), "");
    size_t count = 0;
    void *pixels = image.write_to_memory(&count);
    QByteArray bytes(static_cast<const char *>(pixels), static_cast<qsizetype>(count));
    g_free(pixels);
    return bytes;
}

/// JFIF's formula (ITU-T T.871).
QList<int> rgbOf(int luma, int blue, int red)
{
    const auto rounded = [](double value) {
        return std::clamp(static_cast<int>(std::lround(value)), 0, 255);
    };
    return {rounded(luma + 1.402 * (red - 128)),
            rounded(luma - 0.344136 * (blue - 128) - 0.714136 * (red - 128)),
            rounded(luma + 1.772 * (blue - 128))};
}

PyramidPlan planFor(QSize size, int tileSize, int overlap, Shrink shrink = Shrink::Mean)
{
    ConversionOptions options;
    options.tileSize = tileSize;
    options.overlap = overlap;
    options.format = TileFormat::Png;
    options.shrink = shrink;
    return {PyramidLayout(size, tileSize, overlap), options, 2};
}

} // namespace

class TestPyramidBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPixelOfEveryTileIsThatOfThePlainestPyramid_data();
    void everyPixelOfEveryTileIsThatOfThePlainestPyramid();
    void jpegTilesAreCloseToTheirPixels();
    void theFirstErrorEndsThePyramid();
    void stopEndsThePyramid();
    void tooMuchOverlapIsRefused();
};

void TestPyramidBuilder::everyPixelOfEveryTileIsThatOfThePlainestPyramid_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("tileSize");
    QTest::addColumn<int>("overlap");
    QTest::addColumn<Shrink>("shrink");
    QTest::addColumn<QSize>("area");
    QTest::addColumn<int>("threads");

    const QSize strips(1 << 20, 7);
    const QSize tiles(32, 16);
    QTest::newRow("even, overlap 1") << QSize(128, 96) << 30 << 1 << Shrink::Mean << strips << 1;
    QTest::newRow("odd, overlap 1") << QSize(131, 77) << 30 << 1 << Shrink::Mean << strips << 1;
    QTest::newRow("odd tiles, overlap 0")
        << QSize(131, 77) << 17 << 0 << Shrink::Mean << strips << 1;
    QTest::newRow("overlap half a tile")
        << QSize(101, 97) << 16 << 8 << Shrink::Mean << strips << 1;
    QTest::newRow("a row more than a tile")
        << QSize(40, 33) << 32 << 1 << Shrink::Mean << strips << 1;
    QTest::newRow("nearest") << QSize(131, 77) << 30 << 0 << Shrink::Nearest << strips << 1;
    QTest::newRow("from tiles, by three threads")
        << QSize(231, 177) << 30 << 1 << Shrink::Mean << tiles << 3;
    QTest::newRow("from tiles, odd ones, overlap 0")
        << QSize(231, 177) << 17 << 0 << Shrink::Mean << tiles << 3;
    QTest::newRow("mode") << QSize(131, 77) << 30 << 0 << Shrink::Mode << strips << 1;
    QTest::newRow("one pixel") << QSize(1, 1) << 30 << 1 << Shrink::Mean << strips << 1;
    QTest::newRow("one row") << QSize(99, 1) << 30 << 1 << Shrink::Mean << strips << 1;
}

void TestPyramidBuilder::everyPixelOfEveryTileIsThatOfThePlainestPyramid()
{
    QFETCH(const QSize, size);
    QFETCH(const int, tileSize);
    QFETCH(const int, overlap);
    QFETCH(const Shrink, shrink);
    QFETCH(const QSize, area);
    QFETCH(const int, threads);
    PictureReader reader(size, area, threads);
    if (shrink == Shrink::Mode) {
        for (uchar &value : reader.pixels())
            value = value < 128 ? 10 : 200; // few colours, so that some are in the majority
    }
    TileKeeper keeper;
    const PyramidPlan plan = planFor(size, tileSize, overlap, shrink);

    QVERIFY(buildPyramid(reader, plan, keeper, {}));

    PlainLevel level = PlainLevel::of(reader);
    QCOMPARE(keeper.tiles.size(), plan.layout.tileCount());
    for (int number = plan.layout.topLevel(); number >= 0; --number, level = level.shrunk(shrink)) {
        for (int row = 0; row < plan.layout.rows(number); ++row) {
            for (int column = 0; column < plan.layout.columns(number); ++column) {
                const QRect rect = plan.layout.tileRect({number, column, row});
                QByteArray expected;
                for (int y = rect.top(); y <= rect.bottom(); ++y) {
                    for (int x = rect.left() * 3; x < (rect.right() + 1) * 3; ++x)
                        expected.append(static_cast<char>(level.at(x / 3, y, x % 3)));
                }
                const QString key = u"%1/%2_%3"_s.arg(number).arg(column).arg(row);
                QVERIFY2(decoded(keeper.tiles.value(key)) == expected, qPrintable(key));
            }
        }
    }
}

void TestPyramidBuilder::jpegTilesAreCloseToTheirPixels()
{
    // A smooth picture: what JPEG at quality 75 keeps within a few steps.
    PictureReader reader({254, 254});
    for (int y = 0; y < 254; ++y) {
        for (int x = 0; x < 254; ++x) {
            const auto at = static_cast<size_t>(y * 254 + x);
            reader.pixels()[at] = static_cast<uchar>(x);
            reader.pixels()[at + 254 * 254] = static_cast<uchar>(64 + y / 4);
            reader.pixels()[at + 2 * 254 * 254] = static_cast<uchar>(160 - x / 4);
        }
    }
    PyramidPlan plan = planFor({254, 254}, 254, 1);
    plan.options.format = TileFormat::Jpeg;
    TileKeeper keeper;

    QVERIFY(buildPyramid(reader, plan, keeper, {}));

    const QByteArray tile = decoded(keeper.tiles.value(u"8/0_0"_s));
    QCOMPARE(tile.size(), qsizetype{3} * 254 * 254);
    qint64 difference = 0;
    for (int y = 0; y < 254; ++y) {
        for (int x = 0; x < 254; ++x) {
            const QList<int> rgb
                = rgbOf(reader.at(x, y, 0), reader.at(x, y, 1), reader.at(x, y, 2));
            for (int band = 0; band < 3; ++band)
                difference
                    += std::abs(static_cast<uchar>(tile[3 * (y * 254 + x) + band]) - rgb[band]);
        }
    }
    QVERIFY2(difference < 2 * tile.size(),
             qPrintable(QString::number(difference / double(tile.size()))));
}

void TestPyramidBuilder::theFirstErrorEndsThePyramid()
{
    PictureReader whole({600, 600});
    TileKeeper full;
    full.failAfter = 3;
    PictureReader damaged({600, 600});
    damaged.failAt = 300;
    TileKeeper keeper;

    const Result<void> bySink = buildPyramid(whole, planFor({600, 600}, 64, 1), full, {});
    const Result<void> byReader = buildPyramid(damaged, planFor({600, 600}, 64, 1), keeper, {});

    QVERIFY(!bySink && !byReader);
    QCOMPARE(bySink.error().code, ErrorCode::DiskFull);
    QCOMPARE(full.tiles.size(), 3);
    QCOMPARE(byReader.error().code, ErrorCode::Damaged);
}

void TestPyramidBuilder::stopEndsThePyramid()
{
    PictureReader reader({600, 600});
    TileKeeper keeper;
    std::stop_source stopper;
    const auto stop = [&](const StepProgress &) {
        stopper.request_stop();
    };

    const Result<void> built
        = buildPyramid(reader, planFor({600, 600}, 64, 1), keeper, {stopper.get_token(), stop});

    QVERIFY(!built);
    QCOMPARE(built.error().code, ErrorCode::Cancelled);
    QVERIFY(keeper.tiles.size() < PyramidLayout({600, 600}, 64, 1).tileCount());
}

void TestPyramidBuilder::tooMuchOverlapIsRefused()
{
    PictureReader reader({60, 60});
    TileKeeper keeper;

    const Result<void> built = buildPyramid(reader, planFor({60, 60}, 16, 9), keeper, {});

    QVERIFY(!built);
    QCOMPARE(built.error().code, ErrorCode::InvalidRequest);
}

QTEST_GUILESS_MAIN(TestPyramidBuilder)
#include "tst_pyramidbuilder.moc"
