// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/sourceimage.h"
#include "core/imaging/vipsruntime.h"
#include "pixelreader.h"
#include "testimages.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <stop_token>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using testimages::gradient;
using testimages::Picture;
using testimages::pictureOf;
using testimages::save;

namespace {

/// A PNG of a few bytes that claims any size.
QByteArray pngClaiming(quint32 width, quint32 height)
{
    const auto chunk = [](const QByteArray &kind, const QByteArray &data) {
        const auto big = [](quint32 value) {
            QByteArray bytes(4, 0);
            qToBigEndian(value, bytes.data());
            return bytes;
        };
        quint32 crc = 0xFFFFFFFF;
        for (const char c : kind + data) {
            crc ^= static_cast<uchar>(c);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320U : 0);
        }
        return big(static_cast<quint32>(data.size())) + kind + data + big(~crc);
    };
    QByteArray size(8, 0);
    qToBigEndian(width, size.data());
    qToBigEndian(height, size.data() + 4);
    return QByteArray("\x89PNG\r\n\x1a\n", 8)
        + chunk("IHDR", size + QByteArray("\x08\x02\x00\x00\x00", 5))
        + chunk("IDAT", QByteArray("\x78\x9c\x03\x00\x00\x00\x00\x01", 8)) + chunk("IEND", {});
}

} // namespace

/// What must not become a picture, and how it is told.
class TestSourceErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPartAloneNamesTheOthers_data();
    void aPartAloneNamesTheOthers();
    void initTestCase();
    void init();

    void truncatedInputIsAnError_data();
    void truncatedInputIsAnError();
    void damageCanBeAllowed_data();
    void damageCanBeAllowed();
    void aDamagedStretchIsAnError_data();
    void aDamagedStretchIsAnError();
    void limitsAreCheckedBeforeDecoding();
    void formatsThatCannotBeReadGetAdvice_data();
    void formatsThatCannotBeReadGetAdvice();
    void stopEndsReading();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSourceErrors::initTestCase()
{
    QVERIFY(startVips());
}

void TestSourceErrors::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSourceErrors::truncatedInputIsAnError_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("saveOptions");

    QTest::newRow("JPEG") << u"a.jpg"_s << QByteArray();
    QTest::newRow("progressive JPEG") << u"a.jpg"_s << QByteArray("[interlace]");
    QTest::newRow("PNG") << u"a.png"_s << QByteArray();
    QTest::newRow("GIF") << u"a.gif"_s << QByteArray();
    QTest::newRow("WebP") << u"a.webp"_s << QByteArray();
    QTest::newRow("JPEG 2000") << u"a.jp2"_s << QByteArray();
    QTest::newRow("PPM") << u"a.ppm"_s << QByteArray();
    QTest::newRow("TIFF") << u"a.tif"_s << QByteArray();
    QTest::newRow("LZW TIFF") << u"a.tif"_s << QByteArray("[compression=lzw]");
    QTest::newRow("tiled JPEG TIFF") << u"a.tif"_s << QByteArray("[tile,compression=jpeg]");
    QTest::newRow("TIFF of pages, of which the first is whole")
        << u"a.tif"_s << QByteArray("[page-height=100]");
    QTest::newRow("BigTIFF of pages") << u"a.tif"_s << QByteArray("[page-height=100,bigtiff]");
}

void TestSourceErrors::truncatedInputIsAnError()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, saveOptions);
    save(gradient(600, 500), path(file), saveOptions.constData());
    QVERIFY(pictureOf(path(file)).error.message.isEmpty());
    QVERIFY(QFile::resize(path(file), QFile(path(file)).size() * 6 / 10));

    const Error error = pictureOf(path(file)).error;

    QVERIFY2(error.code == ErrorCode::Damaged,
             qPrintable(errorName(error.code) + error.message + error.detail));
    QVERIFY(error.message.contains(file));
}

void TestSourceErrors::damageCanBeAllowed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("saveOptions");
    QTest::addColumn<bool>("isInPieces"); // damage ends with the piece

    QTest::newRow("JPEG") << u"a.jpg"_s << QByteArray() << false;
    QTest::newRow("LZW TIFF") << u"a.tif"_s << QByteArray("[compression=lzw]") << true;
    QTest::newRow("tiled JPEG TIFF") << u"a.tif"_s << QByteArray("[tile,compression=jpeg]") << true;
    QTest::newRow("PNG") << u"a.png"_s << QByteArray() << false;
}

/// What is there is shown; only the rest is grey or black.
void TestSourceErrors::damageCanBeAllowed()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, saveOptions);
    QFETCH(const bool, isInPieces);
    save(gradient(600, 500), path(file), saveOptions.constData());
    const Picture whole = pictureOf(path(file));
    QFile damaged(path(file));
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    QVERIFY(damaged.seek(damaged.size() / 2));
    damaged.write(QByteArray(300, '\xFF'));
    damaged.close();
    QCOMPARE(pictureOf(path(file)).error.code, ErrorCode::Damaged);

    const Picture picture = pictureOf(path(file), {.damaged = DamagePolicy::Allow});

    QCOMPARE(picture.error.message, QString());
    QCOMPARE(picture.info.size, QSize(600, 500));
    QCOMPARE(picture.pixel(5, 5), whole.pixel(5, 5));
    if (isInPieces)
        QCOMPARE(picture.pixel(599, 499), whole.pixel(599, 499));
}

void TestSourceErrors::aDamagedStretchIsAnError_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("saveOptions");

    QTest::newRow("JPEG") << u"a.jpg"_s << QByteArray();
    QTest::newRow("PNG") << u"a.png"_s << QByteArray();
    QTest::newRow("deflate TIFF") << u"a.tif"_s << QByteArray("[compression=deflate]");
    QTest::newRow("LZW TIFF") << u"a.tif"_s << QByteArray("[compression=lzw]");
    QTest::newRow("tiled JPEG TIFF") << u"a.tif"_s << QByteArray("[tile,compression=jpeg]");
}

void TestSourceErrors::aDamagedStretchIsAnError()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, saveOptions);
    save(gradient(600, 500), path(file), saveOptions.constData());
    QFile bytes(path(file));
    QVERIFY(bytes.open(QIODevice::ReadWrite));
    QVERIFY(bytes.seek(bytes.size() / 3));
    QVERIFY(bytes.write(QByteArray(200, '\xff')) == 200);
    bytes.close();

    const Error error = pictureOf(path(file)).error;

    QVERIFY2(error.code == ErrorCode::Damaged,
             qPrintable(errorName(error.code) + error.message + error.detail));
}

void TestSourceErrors::limitsAreCheckedBeforeDecoding()
{
    QFile bomb(path(u"bomb.png"_s));
    QVERIFY(bomb.open(QIODevice::WriteOnly) && bomb.write(pngClaiming(2'000'000, 2'000'000)) > 0);
    bomb.close();
    save(gradient(90, 30), path(u"pages.tif"_s), "[page-height=10]");

    const auto pixels = SourceImage::open(bomb.fileName(), {});
    const auto pages = SourceImage::open(path(u"pages.tif"_s), {.maxPages = 2});

    QVERIFY(!pixels && !pages);
    QCOMPARE(pixels.error().code, ErrorCode::Limit);
    QVERIFY(pixels.error().message.contains(u"the limit is 100000000000 pixels"_s));
    QCOMPARE(pages.error().code, ErrorCode::Limit);
    QVERIFY(pages.error().message.contains(u"the limit is 2 pages"_s));
}

void TestSourceErrors::formatsThatCannotBeReadGetAdvice_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");

    QTest::newRow("CZI") << QByteArray("ZISRAWFILE\0\0\0\0\0\0more", 20) << ErrorCode::Unsupported
                         << u"Zeiss CZI"_s;
    QTest::newRow("PDF") << QByteArray("%PDF-1.4\n") << ErrorCode::Unsupported << u"PDF"_s;
    QTest::newRow("SVG") << QByteArray(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")
                         << ErrorCode::Unsupported << u"SVG"_s;
    QTest::newRow("two numbers") << QByteArray("2 2\n1 2\n3 4\n") << ErrorCode::Unreadable
                                 << u"not an image"_s;
    QTest::newRow("LIF") << QByteArray("\x70\0\0\0rest of it", 14) << ErrorCode::Unsupported
                         << u"Leica"_s;
    QTest::newRow("a text that begins as LIF does")
        << QByteArray("plain text") << ErrorCode::Unreadable << u"not an image"_s;
    QTest::newRow("a width below zero")
        << QByteArray("P6 -4 4 255\n" + QByteArray(48, 'x')) << ErrorCode::Damaged << u"damaged"_s;
    QTest::newRow("a width of thirty digits")
        << QByteArray("P6 " + QByteArray(30, '9') + " 4 255\n" + QByteArray(48, 'x'))
        << ErrorCode::Damaged << u"damaged"_s;
    QTest::newRow("noise") << QByteArray("\x01\x02\x03\x04nothing") << ErrorCode::Unreadable
                           << u"not an image"_s;
}

void TestSourceErrors::formatsThatCannotBeReadGetAdvice()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, words);
    QFile file(path(u"a.tif"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();

    const auto image = SourceImage::open(file.fileName(), {});

    QVERIFY(!image);
    QCOMPARE(image.error().code, code);
    QVERIFY2(image.error().message.contains(words), qPrintable(image.error().message));
    QVERIFY(image.error().message.startsWith(u"a.tif "));
}

void TestSourceErrors::stopEndsReading()
{
    save(gradient(900, 900), path(u"a.tif"_s));
    std::stop_source stopper;
    stopper.request_stop();

    const Picture picture = pictureOf(path(u"a.tif"_s), {}, {.stop = stopper.get_token()});

    QCOMPARE(picture.error.code, ErrorCode::Cancelled);
    QCOMPARE(picture.pixels, 0);
}

/// A slide's main file holds an overview that any JPEG or TIFF loader would take for the picture.
void TestSourceErrors::aPartAloneNamesTheOthers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");

    QTest::newRow("MIRAX") << u"brain.mrxs"_s << u"the folder brain beside it"_s;
    QTest::newRow("Hamamatsu") << u"brain.VMS"_s << u".opt and .jpg files"_s;
    QTest::newRow("Olympus") << u"brain.vsi"_s << u"the folder _brain_"_s;
}

void TestSourceErrors::aPartAloneNamesTheOthers()
{
    QFETCH(const QString, name);
    QFETCH(const QString, says);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"download.jpg"_s);
    testimages::save(testimages::gradient(20, 10), path);

    QTest::failOnWarning(QRegularExpression(u"Argument missing"_s));
    const auto image = SourceImage::open(path, {.name = name});

    QVERIFY(!image);
    QCOMPARE(image.error().code, ErrorCode::Unsupported);
    QVERIFY2(image.error().message.startsWith(name + u" is one of several files"_s),
             qPrintable(image.error().message));
    QVERIFY2(image.error().message.contains(says), qPrintable(image.error().message));
}

QTEST_GUILESS_MAIN(TestSourceErrors)
#include "tst_sourceerrors.moc"
