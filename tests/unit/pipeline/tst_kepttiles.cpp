// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzipreader.h"
#include "core/pipeline/conversion.h"
#include "testimages.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace createzoom;
using namespace createzoom::testimages;
using namespace Qt::Literals::StringLiterals;
using vips::VImage;

/// --lossless: the full level's tiles are the file's own, to the last coefficient.
class TestKeptTiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pixelsAreThoseOfTheFile_data();
    void pixelsAreThoseOfTheFile();
    void withoutSuchTilesItIsAnError_data();
    void withoutSuchTilesItIsAnError();

private:
    QTemporaryDir m_folder;
};

void TestKeptTiles::pixelsAreThoseOfTheFile_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("tileSize");
    QTest::addColumn<int>("quality"); // libvips writes RGB from 90 on, YCbCr of half colour below

    QTest::newRow("one tile, YCbCr") << QSize(128, 128) << 128 << 75;
    QTest::newRow("one tile, RGB") << QSize(128, 128) << 128 << 95;
    QTest::newRow("cut at the edges, YCbCr") << QSize(301, 207) << 128 << 75;
    QTest::newRow("cut at the edges, RGB") << QSize(301, 207) << 128 << 95;
    QTest::newRow("one pixel in the last column") << QSize(129, 64) << 64 << 80;
    QTest::newRow("smaller than a tile") << QSize(33, 21) << 64 << 80;
}

void TestKeptTiles::pixelsAreThoseOfTheFile()
{
    QFETCH(const QSize, size);
    QFETCH(const int, tileSize);
    QFETCH(const int, quality);
    const QString source = m_folder.filePath(u"s.tif"_s);
    const QByteArray side = QByteArray::number(tileSize);
    save(gradient(size.width(), size.height()),
         source,
         ("[tile,tile-width=" + side + ",tile-height=" + side
          + ",compression=jpeg,Q=" + QByteArray::number(quality) + "]")
             .constData());
    Conversion conversion{.source = source, .target = m_folder.filePath(u"s.tif.dzip"_s)};
    conversion.options.tiles = TileOrigin::Kept;
    conversion.options.exists = ExistsPolicy::Replace;

    const auto report = convertImage(conversion, {});

    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    const auto archive = DzipReader::open(conversion.target);
    QVERIFY(archive);
    const PyramidLayout &layout = (*archive)->descriptor().layout;
    QCOMPARE(layout.tileSize(), tileSize);
    QCOMPARE(layout.overlap(), 0);
    const VImage whole = VImage::new_from_file(source.toUtf8().constData()).copy_memory();
    for (int row = 0; row < layout.rows(layout.topLevel()); ++row) {
        for (int column = 0; column < layout.columns(layout.topLevel()); ++column) {
            const TileAddress tile{layout.topLevel(), column, row};
            const QRect rect = layout.tileRect(tile);
            const auto bytes = (*archive)->tile(tile);
            QVERIFY(bytes);
            const VImage found = VImage::new_from_buffer(
                bytes->constData(), static_cast<size_t>(bytes->size()), "");
            const VImage wanted
                = whole.extract_area(rect.left(), rect.top(), rect.width(), rect.height());
            QCOMPARE(found.width(), rect.width());
            QCOMPARE(found.height(), rect.height());
            // Half colour is made full again from its neighbours, which a tile on its own has not:
            // only there may a cut tile differ.
            const bool isCut = rect.width() < tileSize || rect.height() < tileSize;
            const double most = quality < 90 && isCut ? 12 : 0;
            const double difference = (found - wanted).abs().max();
            QVERIFY2(difference <= most,
                     qPrintable(u"%1, %2: %3"_s.arg(column).arg(row).arg(difference)));
        }
    }
}

void TestKeptTiles::withoutSuchTilesItIsAnError_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("writing");

    QTest::newRow("PNG") << u"s.png"_s << QByteArray();
    QTest::newRow("JPEG") << u"s.jpg"_s << QByteArray();
    QTest::newRow("tiles without JPEG") << u"s.tif"_s << QByteArray("[tile]");
    QTest::newRow("strips of JPEG") << u"s.tif"_s << QByteArray("[compression=jpeg]");
    QTest::newRow("tiles that are not square")
        << u"s.tif"_s << QByteArray("[tile,tile-width=64,tile-height=32,compression=jpeg]");
}

void TestKeptTiles::withoutSuchTilesItIsAnError()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, writing);
    const QTemporaryDir folder;
    Conversion conversion{.source = folder.filePath(file),
                          .target = folder.filePath(file + u".dzip"_s)};
    save(gradient(200, 150), conversion.source, writing.constData());
    conversion.options.tiles = TileOrigin::Kept;

    const auto report = convertImage(conversion, {});

    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::InvalidRequest);
    QVERIFY2(report.error().message.contains(file), qPrintable(report.error().message));
    QVERIFY(!QFile::exists(conversion.target));
}

QTEST_GUILESS_MAIN(TestKeptTiles)
#include "tst_kepttiles.moc"
