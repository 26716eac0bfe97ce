// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzipreader.h"
#include "core/pipeline/conversion.h"
#include "testimages.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace createzoom;
using namespace createzoom::testimages;
using namespace Qt::Literals::StringLiterals;
using vips::VImage;

namespace {

/// Soft clouds with sharp edges in all colours, and some grain: what a stained section is made of.
VImage section(int width, int height)
{
    std::vector<quint8> samples;
    quint32 state = 7;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            state = state * 1664525 + 1013904223;
            const int grain = static_cast<int>(state >> 30) - 2;
            const bool isCell = (x / 23 + y / 31) % 5 == 0;
            const double wave = 60 * std::sin(x / 40.0) + 50 * std::cos(y / 55.0);
            for (const int base : {150, 110, 160}) {
                const double value = base + wave * base / 200 + grain - (isCell ? 50 : 0);
                samples.push_back(static_cast<quint8>(std::clamp(value, 0.0, 255.0)));
            }
        }
    }
    return fromSamples(samples, width, 3, VIPS_FORMAT_UCHAR)
        .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

VImage decoded(const QByteArray &bytes)
{
    return VImage::new_from_buffer(bytes.constData(), static_cast<size_t>(bytes.size()), "")
        .copy_memory();
}

} // namespace

/// Every tile of every level beside the one that `vips dzsave` makes of the same file.
class TestDzsave : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void initTestCase_data();
    void tilesAreThoseOfDzsave_data();
    void tilesAreThoseOfDzsave();

private:
    QTemporaryDir m_folder;
};

void TestDzsave::initTestCase()
{
    VIPS_INIT("test");
}

/// dzsave rounds the mean of red, green and blue, we that of brightness and tint; both stay as
/// close to the true mean. In a tile of a few blocks such a step can decide for the next
/// coefficient, and no others make up for it: the smallest are compared where the coefficients'
/// steps are small.
void TestDzsave::initTestCase_data()
{
    QTest::addColumn<int>("quality");
    QTest::addColumn<int>("largeFrom"); // pixels; below, more is allowed

    QTest::newRow("quality 75") << 75 << 200 * 150;
    QTest::newRow("quality 100") << 100 << 16 * 12;
}

void TestDzsave::tilesAreThoseOfDzsave_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("writing");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("tileSize");
    QTest::addColumn<int>("overlap");

    const QSize odd(1031, 777);
    const QList<std::tuple<const char *, const char *, const char *>> files{
        {"tiled TIFF", "a.tif", "[tile]"},
        {"strips of LZW", "a.tif", "[compression=lzw,predictor=horizontal]"},
        {"JPEG in TIFF", "a.tif", "[tile,compression=jpeg,Q=90]"},
        {"JPEG, full colour", "a.jpg", "[Q=92]"},
        {"JPEG, half colour", "a.jpg", "[Q=80]"},
        {"PNG", "a.png", ""},
    };
    for (const auto &[name, file, writing] : files)
        QTest::newRow(name) << QString(QLatin1String(file)) << QByteArray(writing) << odd << 254
                            << 1;
    for (const QSize size : {QSize(1, 1), QSize(1, 900), QSize(255, 255), QSize(508, 254)})
        QTest::addRow("%d x %d", size.width(), size.height())
            << u"a.png"_s << QByteArray() << size << 254 << 1;
    QTest::newRow("no overlap") << u"a.tif"_s << QByteArray("[tile]") << odd << 512 << 0;
    QTest::newRow("odd tiles") << u"a.tif"_s << QByteArray("[tile]") << odd << 101 << 3;
}

void TestDzsave::tilesAreThoseOfDzsave()
{
    QFETCH_GLOBAL(const int, quality);
    QFETCH_GLOBAL(const int, largeFrom);
    QFETCH(const QString, file);
    QFETCH(const QByteArray, writing);
    QFETCH(const QSize, size);
    QFETCH(const int, tileSize);
    QFETCH(const int, overlap);
    const QString source = m_folder.filePath(file);
    save(section(size.width(), size.height()), source, writing.constData());
    const QByteArray suffix = ".jpeg[Q=" + QByteArray::number(quality) + ']';
    auto *theirOptions = VImage::option()
                             ->set("suffix", suffix.constData())
                             ->set("tile-size", tileSize)
                             ->set("overlap", overlap);
    const QString theirs
        = m_folder.filePath(QString::number(quality) + QLatin1String(QTest::currentDataTag()));
    VImage::new_from_file(source.toUtf8().constData())
        .dzsave(theirs.toUtf8().constData(), theirOptions);
    Conversion conversion{.source = source, .target = theirs + u".dzip"_s};
    conversion.options.quality = quality;
    conversion.options.tileSize = tileSize;
    conversion.options.overlap = overlap;

    const auto report = convertImage(conversion, {});

    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    const auto ours = DzipReader::open(conversion.target);
    QVERIFY(ours);
    qint64 compared = 0;
    QDirIterator all(
        theirs + u"_files"_s, {u"*.jpeg"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        const QString row = path.section(u'_', -1).section(u'.', 0, 0);
        const QString column = path.section(u'/', -1).section(u'_', 0, 0);
        const QString level = path.section(u'/', -2, -2);
        QFile tile(path);
        QVERIFY(tile.open(QIODevice::ReadOnly));
        const auto bytes = (*ours)->tile({level.toInt(), column.toInt(), row.toInt()});
        QVERIFY2(bytes, qPrintable(path));
        const VImage their = decoded(tile.readAll());
        const VImage our = decoded(*bytes);
        QCOMPARE(our.width(), their.width());
        QCOMPARE(our.height(), their.height());
        ++compared;
        const bool isTop = level.toInt() == (*ours)->descriptor().layout.topLevel();
        constexpr int fewPixels = 16 * 12;
        if (our.width() * our.height() < fewPixels && !isTop)
            continue;
        const bool isLarge = isTop || our.width() * our.height() >= largeFrom;
        const VImage difference = (our - their).abs();
        const double mean = difference.avg();
        const double square = (difference * difference).avg();
        const double decibels = square > 0 ? 10 * std::log10(255 * 255 / square) : 99;
        const QString found = u"%1: mean %2, %3 dB"_s.arg(path).arg(mean).arg(decibels);
        QVERIFY2(mean <= (isLarge ? 1.0 : 2.5), qPrintable(found));
        QVERIFY2(decibels >= (isLarge ? 40 : 35), qPrintable(found));
    }
    QCOMPARE(compared, report->tiles);
}

QTEST_GUILESS_MAIN(TestDzsave)
#include "tst_dzsave.moc"
