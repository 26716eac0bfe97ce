// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/jpegreader.h"
#include "core/imaging/lzwdecoder.h"
#include "core/imaging/sourceimage.h"
#include "core/imaging/tiffreader.h"
#include "core/imaging/vipsruntime.h"
#include "pixelreader.h"
#include "testimages.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using testimages::Picture;
using testimages::pictureOf;
using testimages::save;
using vips::VImage;

namespace {

/// Smooth at the left, noise at the right: long and short strings for LZW, all coefficients for
/// JPEG.
VImage mixed(int width, int height)
{
    std::vector<quint8> samples;
    quint32 state = 7;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            for (int band = 0; band < 3; ++band) {
                state = state * 1664525 + 1013904223;
                const int noise = static_cast<int>(state >> 24) * x / width / 2;
                samples.push_back(static_cast<quint8>((x / 4 + y / 3 + 60 * band + noise) & 0xFF));
            }
        }
    }
    return testimages::fromSamples(samples, width, 3, VIPS_FORMAT_UCHAR)
        .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

QByteArray pixelsByVips(const QString &path)
{
    const VImage image = VImage::new_from_file(qPrintable(path));
    size_t count = 0;
    void *pixels = image.write_to_memory(&count);
    QByteArray bytes(static_cast<const char *>(pixels), static_cast<qsizetype>(count));
    g_free(pixels);
    return bytes;
}

/// JFIF's formula (ITU-T T.871) for one pixel's three bytes.
QByteArray yccOf(const uchar *rgb)
{
    const auto rounded = [](double value) {
        return static_cast<char>(std::clamp(std::lround(value), 0L, 255L));
    };
    const double red = rgb[0];
    const double green = rgb[1];
    const double blue = rgb[2];
    QByteArray ycc;
    ycc += rounded(0.299 * red + 0.587 * green + 0.114 * blue);
    ycc += rounded(128 - 0.168736 * red - 0.331264 * green + 0.5 * blue);
    ycc += rounded(128 + 0.5 * red - 0.418688 * green - 0.081312 * blue);
    return ycc;
}

int largestDifference(const QByteArray &a, const QByteArray &b)
{
    int largest = a.size() == b.size() ? 0 : 256;
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, std::abs(static_cast<uchar>(a[i]) - static_cast<uchar>(b[i])));
    return largest;
}

/// Packs codes of growing width as TIFF's LZW does; written for this test alone.
class CodePacker
{
public:
    void put(int code)
    {
        for (int bit = m_width - 1; bit >= 0; --bit)
            m_bits += (code >> bit) & 1 ? '1' : '0';
        if (code == 256) {
            m_entries = 258;
            m_isFirst = true;
        } else if (!std::exchange(m_isFirst, false)) {
            ++m_entries;
        }
        m_width = m_entries >= 2047 ? 12 : m_entries >= 1023 ? 11 : m_entries >= 511 ? 10 : 9;
    }
    QByteArray bytes() const
    {
        QByteArray bytes;
        const QByteArray bits = m_bits + QByteArray(7, '0');
        for (qsizetype at = 0; at + 8 <= bits.size(); at += 8)
            bytes += static_cast<char>(bits.mid(at, 8).toInt(nullptr, 2));
        return bytes;
    }

private:
    QByteArray m_bits;
    int m_width = 9;
    int m_entries = 258;
    bool m_isFirst = true;
};

} // namespace

/// The readers that go past libvips: the same pixels, and nobody else's files.
class TestDirectReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void thePixelsAreThoseOfLibvips_data();
    void thePixelsAreThoseOfLibvips();
    void otherKindsAreLeftToLibvips_data();
    void otherKindsAreLeftToLibvips();
    void damagedPiecesAreErrors_data();
    void damagedPiecesAreErrors();
    void lzwByHand_data();
    void lzwByHand();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<PixelReader> open(const QString &file) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDirectReaders::initTestCase()
{
    QVERIFY(startVips());
}

void TestDirectReaders::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

std::unique_ptr<PixelReader> TestDirectReaders::open(const QString &file) const
{
    const QByteArray name = QFile::encodeName(path(file));
    return file.endsWith(u".jpg"_s) ? JpegReader::open(name, file)
                                    : TiffReader::open(name, 0, file);
}

void TestDirectReaders::thePixelsAreThoseOfLibvips_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QSize>("size");

    const QSize size(733, 391);
    QTest::newRow("strips") << u"a.tif"_s << ""_ba << size;
    QTest::newRow("strips of few rows") << u"a.tif"_s << "[tile-height=16]"_ba << size;
    QTest::newRow("tiles") << u"a.tif"_s << "[tile,tile-width=64,tile-height=48]"_ba << size;
    QTest::newRow("one tile, larger") << u"a.tif"_s << "[tile]"_ba << QSize(3, 5);
    QTest::newRow("LZW") << u"a.tif"_s << "[compression=lzw,predictor=none]"_ba << size;
    QTest::newRow("LZW, differences") << u"a.tif"_s << "[compression=lzw]"_ba << size;
    QTest::newRow("LZW, differences, few pixels")
        << u"a.tif"_s << "[compression=lzw]"_ba << QSize(5, 3);
    QTest::newRow("LZW, tiles") << u"a.tif"_s << "[compression=lzw,tile]"_ba << size;
    QTest::newRow("deflate") << u"a.tif"_s << "[compression=deflate]"_ba << size;
    QTest::newRow("JPEG tiles of RGB") << u"a.tif"_s << "[compression=jpeg,Q=95,tile]"_ba << size;
    QTest::newRow("JPEG tiles of YCbCr") << u"a.tif"_s << "[compression=jpeg,Q=80,tile]"_ba << size;
    QTest::newRow("JPEG strips") << u"a.tif"_s << "[compression=jpeg,Q=80]"_ba << size;
    QTest::newRow("BigTIFF") << u"a.tif"_s << "[bigtiff,compression=lzw]"_ba << size;
    QTest::newRow("JPEG") << u"a.jpg"_s << "[Q=95,no-subsample]"_ba << size;
    QTest::newRow("JPEG, halved chroma") << u"a.jpg"_s << "[Q=80]"_ba << size;
    QTest::newRow("JPEG, restarts") << u"a.jpg"_s << "[Q=95,restart-interval=3]"_ba << size;
    QTest::newRow("JPEG, one pixel") << u"a.jpg"_s << "[Q=95]"_ba << QSize(1, 1);
    QTest::newRow("JPEG, wide") << u"a.jpg"_s << "[Q=95]"_ba << QSize(5000, 3);
}

void TestDirectReaders::thePixelsAreThoseOfLibvips()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, options);
    QFETCH(const QSize, size);
    save(mixed(size.width(), size.height()), path(file), options.constData());
    const QByteArray expected = pixelsByVips(path(file));
    QByteArray expectedYcc;
    for (qsizetype i = 0; i < expected.size(); i += 3)
        expectedYcc += yccOf(reinterpret_cast<const uchar *>(expected.constData()) + i);

    QVERIFY2(open(file), "this is read by libvips");
    const Picture rgb = pictureOf(path(file));
    const Picture ycc = pictureOf(path(file), {}, {}, PixelModel::Ycc);

    QCOMPARE(rgb.error.message + rgb.error.detail, QString());
    QCOMPARE(ycc.error.message + ycc.error.detail, QString());
    QCOMPARE(rgb.pixels, qint64{size.width()} * size.height());
    QVERIFY(rgb.bytes == expected);
    // Decoded chroma is a number that whole RGB cannot always show: compared where it can.
    qint64 difference = 0;
    for (qsizetype i = 0; i < expectedYcc.size(); i += 3)
        difference
            += std::abs(static_cast<uchar>(ycc.bytes[i]) - static_cast<uchar>(expectedYcc[i]));
    QVERIFY2(difference <= expectedYcc.size() / 3, qPrintable(QString::number(difference)));
    if (!options.contains("Q="))
        QVERIFY(largestDifference(ycc.bytes, expectedYcc) <= 1);
}

void TestDirectReaders::otherKindsAreLeftToLibvips_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<VImage>("image");
    QTest::addColumn<QByteArray>("options");

    const VImage colour = mixed(100, 80);
    const VImage grey = colour.extract_band(1);
    QTest::newRow("grey") << u"a.tif"_s << grey << ""_ba;
    QTest::newRow("16 bits") << u"a.tif"_s << colour.cast(VIPS_FORMAT_USHORT) << ""_ba;
    QTest::newRow("alpha") << u"a.tif"_s << colour.bandjoin(grey) << ""_ba;
    QTest::newRow("grey JPEG") << u"a.jpg"_s << grey << ""_ba;
    QTest::newRow("progressive JPEG") << u"a.jpg"_s << colour << "[interlace]"_ba;
}

void TestDirectReaders::otherKindsAreLeftToLibvips()
{
    QFETCH(const QString, file);
    QFETCH(const VImage, image);
    QFETCH(const QByteArray, options);
    save(image, path(file), options.constData());

    const Picture picture = pictureOf(path(file));

    QVERIFY(!open(file));
    QCOMPARE(picture.error.message, QString());
    QCOMPARE(picture.pixels, 8000);
}

void TestDirectReaders::damagedPiecesAreErrors_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("options");

    QTest::newRow("LZW") << u"a.tif"_s << "[compression=lzw]"_ba;
    QTest::newRow("JPEG tiles") << u"a.tif"_s << "[compression=jpeg,Q=95,tile]"_ba;
    QTest::newRow("JPEG") << u"a.jpg"_s << "[Q=95]"_ba;
}

void TestDirectReaders::damagedPiecesAreErrors()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, options);
    save(mixed(600, 600), path(file), options.constData());
    QFile damaged(path(file));
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    QVERIFY(damaged.seek(damaged.size() / 2));
    damaged.write(QByteArray(4000, '\xFF'));
    damaged.close();

    const Picture picture = pictureOf(path(file));

    QCOMPARE(picture.error.code, ErrorCode::Damaged);
    QVERIFY2(picture.error.message.startsWith(file), qPrintable(picture.error.message));
}

void TestDirectReaders::lzwByHand_data()
{
    QTest::addColumn<QList<int>>("codes");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<QByteArray>("expected"); // empty = an error

    // The example of TIFF 6.0, page 60.
    QTest::newRow("the standard's example")
        << QList<int>{256, 7, 258, 8, 8, 258, 6, 6, 257} << qsizetype{9}
        << QByteArray("\7\7\7\x8\x8\7\7\6\6", 9);
    QTest::newRow("a string of itself, longer and longer")
        << QList<int>{256, 'a', 258, 259, 260, 261} << qsizetype{15} << QByteArray(15, 'a');
    QTest::newRow("cleared midway")
        << QList<int>{256, 'a', 'b', 258, 256, 'c', 258} << qsizetype{7} << "ababccc"_ba;
    QTest::newRow("more than is wanted")
        << QList<int>{256, 'a', 258, 259} << qsizetype{4} << "aaaa"_ba;
    QTest::newRow("without a clear code") << QList<int>{'a', 'b', 258} << qsizetype{4} << "abab"_ba;
    QTest::newRow("too few") << QList<int>{256, 'a', 'b', 257} << qsizetype{3} << QByteArray();
    QTest::newRow("cut off") << QList<int>{256, 'a', 'b'} << qsizetype{30} << QByteArray();
    QTest::newRow("a code that is not there")
        << QList<int>{256, 'a', 300} << qsizetype{3} << QByteArray();
    QTest::newRow("a string before there is one")
        << QList<int>{256, 258} << qsizetype{3} << QByteArray();
    QTest::newRow("nothing at all") << QList<int>{} << qsizetype{3} << QByteArray();
}

void TestDirectReaders::lzwByHand()
{
    QFETCH(const QList<int>, codes);
    QFETCH(const qsizetype, size);
    QFETCH(const QByteArray, expected);
    CodePacker packer;
    for (const int code : codes)
        packer.put(code);
    const QByteArray encoded = packer.bytes();
    const QByteArray padded = encoded + QByteArray(LzwDecoder::padding, 0);
    QByteArray target(size + LzwDecoder::padding, 0);

    LzwDecoder decoder;
    const bool isDecoded = decoder.decode(QByteArrayView(padded).first(encoded.size()),
                                          reinterpret_cast<uchar *>(target.data()),
                                          size);

    QCOMPARE(isDecoded, !expected.isEmpty());
    if (isDecoded)
        QCOMPARE(target.first(size), expected);
}

QTEST_GUILESS_MAIN(TestDirectReaders)
#include "tst_directreaders.moc"
