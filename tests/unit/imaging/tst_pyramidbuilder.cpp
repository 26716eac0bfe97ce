// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/pyramidbuilder.h"
#include "core/imaging/sourceimage.h"
#include "testimages.h"

#include <QHash>
#include <QTest>

#include <stop_token>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using vips::VImage;

namespace {

/// Any picture as strips of uneven height, as decoders hand them over.
class PictureReader final : public StripReader
{
public:
    explicit PictureReader(QSize size)
        : m_size(size)
        , m_pixels(static_cast<size_t>(size.width()) * static_cast<size_t>(size.height()) * 3)
    {
        quint32 state = 1;
        for (uchar &value : m_pixels) {
            state = state * 1664525 + 1013904223;
            value = static_cast<uchar>(state >> 24);
        }
    }
    QSize size() const override { return m_size; }
    Result<void>
    read(int /*threads*/, const StripConsumer &consumer, const StepControl & /*control*/) override
    {
        constexpr int stripRows = 7;
        for (int top = 0; top < m_size.height(); top += stripRows) {
            const int rows = std::min(stripRows, m_size.height() - top);
            if (failAt >= 0 && top >= failAt)
                return Error{ErrorCode::Damaged, u"damaged"_s};
            if (!consumer({m_pixels.data() + top * stride(), stride(), top, rows}))
                return cancelledError();
        }
        return {};
    }
    qsizetype stride() const { return qsizetype{m_size.width()} * 3; }
    const std::vector<uchar> &pixels() const { return m_pixels; }

    int failAt = -1;

private:
    QSize m_size;
    std::vector<uchar> m_pixels;
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
    std::vector<uchar> pixels;

    int at(int x, int y, int band) const
    {
        const int column = std::min(x, width - 1);
        const int line = std::min(y, height - 1);
        return pixels[(static_cast<size_t>(line) * static_cast<size_t>(width)
                       + static_cast<size_t>(column))
                          * 3
                      + static_cast<size_t>(band)];
    }

    PlainLevel shrunk(Shrink shrink) const
    {
        PlainLevel next{(width + 1) / 2, (height + 1) / 2, {}};
        for (int y = 0; y < next.height; ++y) {
            for (int x = 0; x < next.width; ++x) {
                for (int band = 0; band < 3; ++band) {
                    const int sum = at(2 * x, 2 * y, band) + at(2 * x + 1, 2 * y, band)
                        + at(2 * x, 2 * y + 1, band) + at(2 * x + 1, 2 * y + 1, band);
                    next.pixels.push_back(static_cast<uchar>(
                        shrink == Shrink::Mean ? (sum + 2) / 4 : at(2 * x, 2 * y, band)));
                }
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

    QTest::newRow("even, overlap 1") << QSize(128, 96) << 30 << 1 << Shrink::Mean;
    QTest::newRow("odd, overlap 1") << QSize(131, 77) << 30 << 1 << Shrink::Mean;
    QTest::newRow("odd tiles, overlap 0") << QSize(131, 77) << 17 << 0 << Shrink::Mean;
    QTest::newRow("overlap half a tile") << QSize(101, 97) << 16 << 8 << Shrink::Mean;
    QTest::newRow("a row more than a band") << QSize(40, 33) << 32 << 1 << Shrink::Mean;
    QTest::newRow("nearest") << QSize(131, 77) << 30 << 0 << Shrink::Nearest;
    QTest::newRow("one pixel") << QSize(1, 1) << 30 << 1 << Shrink::Mean;
    QTest::newRow("one row") << QSize(99, 1) << 30 << 1 << Shrink::Mean;
}

void TestPyramidBuilder::everyPixelOfEveryTileIsThatOfThePlainestPyramid()
{
    QFETCH(const QSize, size);
    QFETCH(const int, tileSize);
    QFETCH(const int, overlap);
    QFETCH(const Shrink, shrink);
    PictureReader reader(size);
    TileKeeper keeper;
    const PyramidPlan plan = planFor(size, tileSize, overlap, shrink);

    QVERIFY(buildPyramid(reader, plan, keeper, {}));

    PlainLevel level{size.width(), size.height(), reader.pixels()};
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
    const VImage image = testimages::gradient(254, 254);
    size_t count = 0;
    void *pixels = image.write_to_memory(&count);
    const QByteArray source(static_cast<const char *>(pixels), static_cast<qsizetype>(count));
    g_free(pixels);
    PyramidPlan plan = planFor({254, 254}, 254, 1);
    plan.options.format = TileFormat::Jpeg;
    TileKeeper keeper;
    struct Reader final : StripReader
    {
        explicit Reader(const QByteArray &pixels)
            : bytes(pixels)
        {}
        QSize size() const override { return {254, 254}; }
        Result<void> read(int, const StripConsumer &consumer, const StepControl &) override
        {
            consumer({reinterpret_cast<const uchar *>(bytes.constData()), 254 * 3, 0, 254});
            return {};
        }
        const QByteArray &bytes;
    } reader(source);

    QVERIFY(buildPyramid(reader, plan, keeper, {}));

    const QByteArray tile = decoded(keeper.tiles.value(u"8/0_0"_s));
    QCOMPARE(tile.size(), source.size());
    qint64 difference = 0;
    for (qsizetype i = 0; i < tile.size(); ++i)
        difference += std::abs(static_cast<uchar>(tile[i]) - static_cast<uchar>(source[i]));
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
