// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/sourceimage.h"
#include "core/imaging/vipsruntime.h"
#include "pixelreader.h"
#include "testimages.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using testimages::flat;
using testimages::fromSamples;
using testimages::gradient;
using testimages::Picture;
using testimages::pictureOf;
using testimages::save;
using vips::VImage;

namespace {

using Pixels = QList<QList<int>>;
using Maker = std::function<VImage()>;

VImage as(const VImage &image, VipsInterpretation space)
{
    return image.copy(VImage::option()->set("interpretation", space));
}

VImage withOrientation(const VImage &image, int orientation)
{
    VImage copy = image.copy();
    copy.set(VIPS_META_ORIENTATION, orientation);
    return copy;
}

int largestDifference(const Pixels &a, const Pixels &b)
{
    int largest = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        for (qsizetype band = 0; band < 3; ++band)
            largest = std::max(largest, std::abs(a[i][band] - b[i][band]));
    }
    return largest;
}

} // namespace

Q_DECLARE_METATYPE(std::function<vips::VImage()>)

class TestSourceImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void everyKindOfSampleBecomesWhatAPersonShouldSee_data();
    void everyKindOfSampleBecomesWhatAPersonShouldSee();
    void plainColourIsReadUnchanged_data();
    void plainColourIsReadUnchanged();
    void transparencyShowsTheBackground();
    void profileIsAppliedToPixels_data();
    void profileIsAppliedToPixels();
    void orientationPutsTheFirstPixelWhereItBelongs_data();
    void orientationPutsTheFirstPixelWhereItBelongs();
    void fullResolutionPageIsChosen_data();
    void fullResolutionPageIsChosen();
    void anyPageCanBeAskedFor();
    void aPageThatIsNotThereIsAnError();
    void pixelSizeIsFound_data();
    void pixelSizeIsFound();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSourceImage::initTestCase()
{
    QVERIFY(startVips());
}

void TestSourceImage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSourceImage::everyKindOfSampleBecomesWhatAPersonShouldSee_data()
{
    QTest::addColumn<Maker>("make");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("saveOptions");
    QTest::addColumn<Pixels>("expected"); ///< of the first row
    QTest::addColumn<int>("tolerance");

    const auto row = [](const char *name,
                        const Maker &make,
                        const QString &file,
                        const Pixels &expected,
                        int tolerance = 0,
                        const QByteArray &options = {}) {
        QTest::newRow(name) << make << file << options << expected << tolerance;
    };
    const auto grey = [](std::initializer_list<int> values) {
        Pixels pixels;
        for (const int v : values)
            pixels << QList<int>{v, v, v};
        return pixels;
    };

    row(
        "8-bit grey",
        [] {
            return fromSamples<quint8>({0, 100, 255}, 3, 1, VIPS_FORMAT_UCHAR);
        },
        u"a.tif"_s,
        grey({0, 100, 255}));
    row(
        "dim 8-bit grey stays as it is",
        [] {
            return fromSamples<quint8>({0, 10, 22}, 3, 1, VIPS_FORMAT_UCHAR);
        },
        u"a.png"_s,
        grey({0, 10, 22}));
    row(
        "12 bits in 16",
        [] {
            return fromSamples<quint16>({0, 1000, 4095}, 3, 1, VIPS_FORMAT_USHORT);
        },
        u"a.tif"_s,
        grey({0, 62, 255}));
    row(
        "16-bit grey, full range",
        [] {
            return fromSamples<quint16>({0, 32768, 65535}, 3, 1, VIPS_FORMAT_USHORT);
        },
        u"a.tif"_s,
        grey({0, 128, 255}));
    row(
        "16-bit grey PNG",
        [] {
            return as(fromSamples<quint16>({0, 2048, 4095}, 3, 1, VIPS_FORMAT_USHORT),
                      VIPS_INTERPRETATION_GREY16);
        },
        u"a.png"_s,
        grey({0, 128, 255}));
    row(
        "16-bit grey that starts above 0",
        [] {
            return fromSamples<quint16>({500, 600, 700}, 3, 1, VIPS_FORMAT_USHORT);
        },
        u"a.tif"_s,
        grey({0, 128, 255}));
    row("16-bit colour has one range for all bands",
        [] {
            return as(
                fromSamples<quint16>({0, 2000, 4000, 4000, 1000, 0}, 2, 3, VIPS_FORMAT_USHORT),
                VIPS_INTERPRETATION_RGB16);
        },
        u"a.tif"_s,
        {{0, 128, 255}, {255, 64, 0}});
    row(
        "flat 16-bit grey is not stretched",
        [] {
            return fromSamples<quint16>({51, 51}, 2, 1, VIPS_FORMAT_USHORT);
        },
        u"a.tif"_s,
        grey({51, 51}));
    row(
        "float 0 to 1",
        [] {
            return fromSamples<float>({0, 0.25F, 1}, 3, 1, VIPS_FORMAT_FLOAT);
        },
        u"a.tif"_s,
        grey({0, 64, 255}));
    row(
        "float around 0",
        [] {
            return fromSamples<float>({-5, 0, 5}, 3, 1, VIPS_FORMAT_FLOAT);
        },
        u"a.tif"_s,
        grey({0, 128, 255}));
    row(
        "float with gaps",
        [] {
            constexpr float nan = std::numeric_limits<float>::quiet_NaN();
            return fromSamples<float>({nan, 0, 10, nan}, 4, 1, VIPS_FORMAT_FLOAT);
        },
        u"a.tif"_s,
        grey({0, 0, 255, 0}));
    row(
        "signed 16-bit",
        [] {
            return fromSamples<qint16>({-1000, 0, 1000}, 3, 1, VIPS_FORMAT_SHORT);
        },
        u"a.tif"_s,
        grey({0, 128, 255}));
    row(
        "signed 8-bit",
        [] {
            return fromSamples<qint8>({-100, 0, 100}, 3, 1, VIPS_FORMAT_CHAR);
        },
        u"a.tif"_s,
        grey({0, 128, 255}));
    row(
        "unsigned 32-bit",
        [] {
            return fromSamples<quint32>({0, 1'500'000'000, 3'000'000'000}, 3, 1, VIPS_FORMAT_UINT);
        },
        u"a.tif"_s,
        grey({0, 128, 255}),
        1);
    row(
        "1 bit",
        [] {
            return fromSamples<quint8>({0, 255, 255}, 3, 1, VIPS_FORMAT_UCHAR);
        },
        u"a.tif"_s,
        grey({0, 255, 255}),
        0,
        "[bitdepth=1]");
    row(
        "2 bits",
        [] {
            return fromSamples<quint8>({0, 85, 170, 255}, 4, 1, VIPS_FORMAT_UCHAR);
        },
        u"a.tif"_s,
        grey({0, 85, 170, 255}),
        0,
        "[bitdepth=2]");
    row(
        "4 bits",
        [] {
            return fromSamples<quint8>({0, 17, 136, 255}, 4, 1, VIPS_FORMAT_UCHAR);
        },
        u"a.tif"_s,
        grey({0, 17, 136, 255}),
        0,
        "[bitdepth=4]");
    row(
        "palette",
        [] {
            return as(fromSamples<quint8>({255, 0, 0, 0, 0, 255}, 2, 3, VIPS_FORMAT_UCHAR),
                      VIPS_INTERPRETATION_sRGB);
        },
        u"a.png"_s,
        {{255, 0, 0}, {0, 0, 255}},
        0,
        "[palette]");
    row("colour with alpha",
        [] {
            return as(fromSamples<quint8>({255, 0, 0, 255, 0, 0, 255, 0}, 2, 4, VIPS_FORMAT_UCHAR),
                      VIPS_INTERPRETATION_sRGB);
        },
        u"a.png"_s,
        {{255, 0, 0}, {255, 255, 255}});
    row(
        "half transparent",
        [] {
            return as(fromSamples<quint8>({0, 0, 0, 128}, 1, 4, VIPS_FORMAT_UCHAR),
                      VIPS_INTERPRETATION_sRGB);
        },
        u"a.png"_s,
        {{127, 127, 127}},
        1);
    row("grey with alpha",
        [] {
            return as(fromSamples<quint8>({10, 255, 10, 0}, 2, 2, VIPS_FORMAT_UCHAR),
                      VIPS_INTERPRETATION_B_W);
        },
        u"a.png"_s,
        {{10, 10, 10}, {255, 255, 255}});
    row("16-bit colour with alpha",
        [] {
            return as(
                fromSamples<quint16>(
                    {0, 0, 0, 65535, 65535, 0, 0, 65535, 0, 0, 0, 0}, 3, 4, VIPS_FORMAT_USHORT),
                VIPS_INTERPRETATION_RGB16);
        },
        u"a.png"_s,
        {{0, 0, 0}, {255, 0, 0}, {255, 255, 255}});
    row(
        "CMYK without a profile",
        [] {
            return as(fromSamples<quint8>({0, 0, 0, 0, 0, 0, 0, 255}, 2, 4, VIPS_FORMAT_UCHAR),
                      VIPS_INTERPRETATION_CMYK);
        },
        u"a.tif"_s,
        {{255, 255, 255}, {35, 31, 32}},
        36);
    row(
        "CMYK in a JPEG",
        [] {
            return as(flat(16, 16, {0, 0, 0, 0}), VIPS_INTERPRETATION_CMYK);
        },
        u"a.jpg"_s,
        {{255, 255, 255}},
        3);
    row(
        "Lab",
        [] {
            return as(
                fromSamples<float>({0, 0, 0, 53.585F, 0, 0, 100, 0, 0}, 3, 3, VIPS_FORMAT_FLOAT),
                VIPS_INTERPRETATION_LAB);
        },
        u"a.tif"_s,
        grey({0, 128, 255}),
        2);
    row(
        "Lab, packed",
        [] {
            return as(fromSamples<float>(
                          {0, 0, 0, 53.585F, 0, 0, 100, 0, 0}, 3, 3, VIPS_FORMAT_FLOAT),
                      VIPS_INTERPRETATION_LAB)
                .Lab2LabQ();
        },
        u"a.tif"_s,
        grey({0, 128, 255}),
        4);
    row("five bands: the first three",
        [] {
            return as(fromSamples<quint8>({1, 2, 3, 4, 5}, 1, 5, VIPS_FORMAT_UCHAR),
                      VIPS_INTERPRETATION_sRGB);
        },
        u"a.tif"_s,
        {{1, 2, 3}});
    row(
        "GIF",
        [] {
            return as(fromSamples<quint8>({255, 0, 0, 0, 0, 255}, 2, 3, VIPS_FORMAT_UCHAR),
                      VIPS_INTERPRETATION_sRGB);
        },
        u"a.gif"_s,
        {{255, 0, 0}, {0, 0, 255}},
        1);
    row(
        "lossless WebP",
        [] {
            return as(fromSamples<quint8>({200, 10, 0, 0, 10, 200}, 2, 3, VIPS_FORMAT_UCHAR),
                      VIPS_INTERPRETATION_sRGB);
        },
        u"a.webp"_s,
        {{200, 10, 0}, {0, 10, 200}},
        0,
        "[lossless]");
    row(
        "lossless JPEG 2000",
        [] {
            return as(fromSamples<quint8>({200, 10, 0, 0, 10, 200}, 2, 3, VIPS_FORMAT_UCHAR),
                      VIPS_INTERPRETATION_sRGB);
        },
        u"a.jp2"_s,
        {{200, 10, 0}, {0, 10, 200}},
        0,
        "[lossless]");
    row("PPM",
        [] {
            return as(fromSamples<quint8>({200, 10, 0, 0, 10, 200}, 2, 3, VIPS_FORMAT_UCHAR),
                      VIPS_INTERPRETATION_sRGB);
        },
        u"a.ppm"_s,
        {{200, 10, 0}, {0, 10, 200}});
}

void TestSourceImage::everyKindOfSampleBecomesWhatAPersonShouldSee()
{
    QFETCH(const Maker, make);
    QFETCH(const QString, file);
    QFETCH(const QByteArray, saveOptions);
    QFETCH(const Pixels, expected);
    QFETCH(const int, tolerance);
    save(make(), path(file), saveOptions.constData());

    const Picture picture = pictureOf(path(file));

    QCOMPARE(picture.error.message + picture.error.detail, QString());
    Pixels found;
    for (int x = 0; x < expected.size(); ++x)
        found << picture.pixel(x, 0);
    if (tolerance == 0)
        QCOMPARE(found, expected);
    const int difference = largestDifference(found, expected);
    QVERIFY2(difference <= tolerance, qPrintable(u"differs by %1"_s.arg(difference)));
}

void TestSourceImage::plainColourIsReadUnchanged_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("saveOptions");

    QTest::newRow("TIFF in strips") << u"a.tif"_s << QByteArray();
    QTest::newRow("tiled TIFF") << u"a.tif"_s << QByteArray("[tile,tile-width=64,tile-height=64]");
    QTest::newRow("LZW TIFF") << u"a.tif"_s << QByteArray("[compression=lzw]");
    QTest::newRow("BigTIFF") << u"a.tif"_s << QByteArray("[bigtiff]");
    QTest::newRow("PNG") << u"a.png"_s << QByteArray();
    QTest::newRow("interlaced PNG") << u"a.png"_s << QByteArray("[interlace]");
}

void TestSourceImage::plainColourIsReadUnchanged()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, saveOptions);
    const VImage image = gradient(700, 300);
    save(image, path(file), saveOptions.constData());

    const Picture picture = pictureOf(path(file));

    QCOMPARE(picture.error.message, QString());
    size_t count = 0;
    void *wanted = image.write_to_memory(&count);
    const bool isSame = picture.bytes
        == QByteArray(static_cast<const char *>(wanted), static_cast<qsizetype>(count));
    g_free(wanted);
    QVERIFY(isSame);
    QVERIFY(picture.info.colour.isEmpty() && picture.info.range.isEmpty());
}

void TestSourceImage::transparencyShowsTheBackground()
{
    save(as(flat(2, 2, {255, 0, 0, 0}), VIPS_INTERPRETATION_sRGB), path(u"a.png"_s));

    const Picture picture = pictureOf(path(u"a.png"_s), {.background = {10, 20, 30}});

    QCOMPARE(picture.pixel(1, 1), (QList<int>{10, 20, 30}));
}

void TestSourceImage::profileIsAppliedToPixels_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("profile");
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("tolerance");

    QTest::newRow("Display P3") << u"a.tif"_s << QByteArray("p3") << 8 << 3;
    QTest::newRow("Display P3 of 16 bits") << u"a.png"_s << QByteArray("p3") << 16 << 4;
    QTest::newRow("sRGB") << u"a.tif"_s << QByteArray("srgb") << 8 << 1;
}

void TestSourceImage::profileIsAppliedToPixels()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, profile);
    QFETCH(const int, depth);
    QFETCH(const int, tolerance);
    const Pixels colours{
        {200, 30, 40}, {30, 180, 60}, {20, 40, 190}, {128, 128, 128}, {255, 255, 255}};
    std::vector<quint8> samples;
    for (const QList<int> &colour : colours) {
        for (const int value : colour)
            samples.push_back(static_cast<quint8>(value));
    }
    const VImage srgb = as(fromSamples(samples, 5, 3, VIPS_FORMAT_UCHAR), VIPS_INTERPRETATION_sRGB);
    auto *options = VImage::option()->set("input_profile", "srgb")->set("depth", depth);
    save(srgb.icc_transform(profile.constData(), options), path(file));

    const Picture picture = pictureOf(path(file));

    QCOMPARE(picture.error.message, QString());
    Pixels found;
    for (int x = 0; x < colours.size(); ++x)
        found << picture.pixel(x, 0);
    QVERIFY2(largestDifference(found, colours) <= tolerance,
             qPrintable(QString::number(largestDifference(found, colours))));
    // In a wide gamut the same colours are other numbers: without the profile the test would fail.
    QCOMPARE(picture.info.colour, profile == "srgb" ? QString() : u"ICC profile to sRGB"_s);
}

void TestSourceImage::orientationPutsTheFirstPixelWhereItBelongs_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QPoint>("first"); ///< where the file's first pixel is seen
    QTest::addColumn<QPoint>("second"); ///< and its right neighbour

    QTest::newRow("1") << 1 << QSize(40, 30) << QPoint(0, 0) << QPoint(1, 0);
    QTest::newRow("2") << 2 << QSize(40, 30) << QPoint(39, 0) << QPoint(38, 0);
    QTest::newRow("3") << 3 << QSize(40, 30) << QPoint(39, 29) << QPoint(38, 29);
    QTest::newRow("4") << 4 << QSize(40, 30) << QPoint(0, 29) << QPoint(1, 29);
    QTest::newRow("5") << 5 << QSize(30, 40) << QPoint(0, 0) << QPoint(0, 1);
    QTest::newRow("6") << 6 << QSize(30, 40) << QPoint(29, 0) << QPoint(29, 1);
    QTest::newRow("7") << 7 << QSize(30, 40) << QPoint(29, 39) << QPoint(29, 38);
    QTest::newRow("8") << 8 << QSize(30, 40) << QPoint(0, 39) << QPoint(0, 38);
}

void TestSourceImage::orientationPutsTheFirstPixelWhereItBelongs()
{
    QFETCH(const int, orientation);
    QFETCH(const QSize, size);
    QFETCH(const QPoint, first);
    QFETCH(const QPoint, second);
    std::vector<quint8> samples(40 * 30 * 3, 0);
    samples[0] = 255; // red
    samples[4] = 255; // green
    const VImage image
        = as(fromSamples(samples, 40, 3, VIPS_FORMAT_UCHAR), VIPS_INTERPRETATION_sRGB);
    save(withOrientation(image, orientation), path(u"a.tif"_s));

    const Picture picture = pictureOf(path(u"a.tif"_s));

    QCOMPARE(picture.error.message, QString());
    QCOMPARE(picture.info.size, size);
    QCOMPARE(picture.pixel(first.x(), first.y()), (QList<int>{255, 0, 0}));
    QCOMPARE(picture.pixel(second.x(), second.y()), (QList<int>{0, 255, 0}));
}

void TestSourceImage::fullResolutionPageIsChosen_data()
{
    QTest::addColumn<QByteArray>("saveOptions");
    QTest::addColumn<bool>("isStack");

    QTest::newRow("pyramid by pages") << QByteArray("[tile,pyramid]") << false;
    QTest::newRow("pyramid by SubIFDs") << QByteArray("[tile,pyramid,subifd]") << false;
    QTest::newRow("three equal pages") << QByteArray("[page-height=100]") << true;
}

void TestSourceImage::fullResolutionPageIsChosen()
{
    QFETCH(const QByteArray, saveOptions);
    QFETCH(const bool, isStack);
    save(gradient(900, 300), path(u"a.tif"_s), saveOptions.constData());

    const Result<ImageInfo> info = readImageInfo(path(u"a.tif"_s));

    QVERIFY(info);
    QCOMPARE(info->size, isStack ? QSize(900, 100) : QSize(900, 300));
    QCOMPARE(info->warnings, isStack ? QStringList{u"page 1 of 3"_s} : QStringList());
}

void TestSourceImage::anyPageCanBeAskedFor()
{
    save(gradient(900, 300), path(u"a.tif"_s), "[page-height=100]");

    const Picture picture = pictureOf(path(u"a.tif"_s), {.page = 2});

    QCOMPARE(picture.info.page, 2);
    QCOMPARE(picture.info.warnings, QStringList());
    QCOMPARE(picture.pixel(0, 99)[1], 255);
}

void TestSourceImage::aPageThatIsNotThereIsAnError()
{
    save(gradient(900, 300), path(u"a.tif"_s), "[page-height=100]");

    const auto image = SourceImage::open(path(u"a.tif"_s), {.page = 3});

    QVERIFY(!image);
    QCOMPARE(image.error().code, ErrorCode::InvalidRequest);
    QVERIFY(image.error().message.contains(u"3"));
}

void TestSourceImage::pixelSizeIsFound_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<double>("pixelsPerMillimetre");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QSizeF>("expected");

    QTest::newRow("TIFF resolution") << u"a.tif"_s << 2000.0 << QString() << QSizeF(0.5, 0.5);
    QTest::newRow("OME-XML before TIFF resolution")
        << u"a.tif"_s << 2000.0
        << u"<?xml version=\"1.0\"?><OME><Image><Pixels PhysicalSizeX=\"0.25\" "
           u"PhysicalSizeY=\"260\" "
           "PhysicalSizeYUnit=\"nm\"/></Image></OME>"_s
        << QSizeF(0.25, 0.26);
    QTest::newRow("a screen's resolution is none")
        << u"a.png"_s << 2000.0 << QString() << QSizeF(0, 0);
}

void TestSourceImage::pixelSizeIsFound()
{
    QFETCH(const QString, file);
    QFETCH(const double, pixelsPerMillimetre);
    QFETCH(const QString, description);
    QFETCH(const QSizeF, expected);
    VImage image = gradient(50, 50).copy(
        VImage::option()->set("xres", pixelsPerMillimetre)->set("yres", pixelsPerMillimetre));
    if (!description.isEmpty())
        image.set(VIPS_META_IMAGEDESCRIPTION, qPrintable(description));
    save(image, path(file));

    const Result<ImageInfo> info = readImageInfo(path(file));

    QVERIFY(info);
    QVERIFY2(std::abs(info->pixelSize.width() - expected.width()) < 1e-4,
             qPrintable(QString::number(info->pixelSize.width())));
    QVERIFY(std::abs(info->pixelSize.height() - expected.height()) < 1e-4);
}

QTEST_GUILESS_MAIN(TestSourceImage)
#include "tst_sourceimage.moc"
