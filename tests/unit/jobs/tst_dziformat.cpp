// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/dziformat.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

class TestDziFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenTextIsReadBack_data();
    void writtenTextIsReadBack();
    void whatOneReaderCouldReadOtherwiseIsRefused_data();
    void whatOneReaderCouldReadOtherwiseIsRefused();
    void theTextOfLibvipsIsRead();
};

void TestDziFormat::writtenTextIsReadBack_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<TileFormat>("format");

    QTest::newRow("JPEG") << QSize(2220, 2967) << TileFormat::Jpeg;
    QTest::newRow("PNG") << QSize(1, 1) << TileFormat::Png;
    QTest::newRow("large") << QSize(2'147'483'647, 1) << TileFormat::Jpeg;
}

void TestDziFormat::writtenTextIsReadBack()
{
    QFETCH(const QSize, size);
    QFETCH(const TileFormat, format);

    const Result<DziDescriptor> descriptor
        = parseDzi(dziText({PyramidLayout(size, 254, 1), format}));

    QVERIFY2(descriptor, descriptor ? "" : qPrintable(descriptor.error().message));
    QCOMPARE(descriptor->layout.size(), size);
    QCOMPARE(descriptor->layout.tileSize(), 254);
    QCOMPARE(descriptor->layout.overlap(), 1);
    QCOMPARE(descriptor->format, format);
}

void TestDziFormat::whatOneReaderCouldReadOtherwiseIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");

    QTest::newRow("byte order mark") << QByteArray("<?xml") << QByteArray("\xef\xbb\xbf<?xml");
    QTest::newRow("single quotes") << QByteArray("\"1\"") << QByteArray("'1'");
    QTest::newRow("blanks around =") << QByteArray("Width=") << QByteArray("Width =");
    QTest::newRow("a prefix") << QByteArray("<Image xmlns=") << QByteArray("<Image xmlns:d=");
    QTest::newRow("another namespace") << QByteArray("2008") << QByteArray("2009");
    QTest::newRow("a comment") << QByteArray("<Image") << QByteArray("<!-- Width=\"7\" --><Image");
    QTest::newRow("an entity") << QByteArray("<Image")
                               << QByteArray("<!DOCTYPE a [<!ENTITY b 'c'>]><Image");
    QTest::newRow("width 0") << QByteArray("Width=\"600\"") << QByteArray("Width=\"0\"");
    QTest::newRow("a sign") << QByteArray("Width=\"600\"") << QByteArray("Width=\"+600\"");
    QTest::newRow("beyond 31 bits")
        << QByteArray("Width=\"600\"") << QByteArray("Width=\"2147483648\"");
    QTest::newRow("no height") << QByteArray("Height=\"500\"") << QByteArray();
    QTest::newRow("an unknown format") << QByteArray("jpeg") << QByteArray("webp");
    QTest::newRow("overlap larger than a tile")
        << QByteArray("Overlap=\"1\"") << QByteArray("Overlap=\"255\"");
    QTest::newRow("cut off") << QByteArray("</Image>") << QByteArray();
    QTest::newRow("not UTF-8") << QByteArray("</Image>") << QByteArray("\xff</Image>");
    QTest::newRow("another Width first")
        << QByteArray("<Image xmlns") << QByteArray("<?a Width=\"7\"?><Image xmlns");
}

void TestDziFormat::whatOneReaderCouldReadOtherwiseIsRefused()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QByteArray text = dziText({PyramidLayout({600, 500}, 254, 1), TileFormat::Jpeg});
    QVERIFY(text.contains(from));

    const Result<DziDescriptor> descriptor = parseDzi(text.replace(from, to));

    QVERIFY(!descriptor);
    QCOMPARE(descriptor.error().code, ErrorCode::Damaged);
}

void TestDziFormat::theTextOfLibvipsIsRead()
{
    const QByteArray text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<Image xmlns=\"http://schemas.microsoft.com/deepzoom/2008\"\n"
                            "  Format=\"jpeg\"\n  Overlap=\"1\"\n  TileSize=\"254\"\n  >\n"
                            "  <Size \n    Height=\"442\"\n    Width=\"290\"\n  />\n</Image>\n";

    const Result<DziDescriptor> descriptor = parseDzi(text);

    QVERIFY(descriptor);
    QCOMPARE(descriptor->layout.size(), QSize(290, 442));
}

QTEST_APPLESS_MAIN(TestDziFormat)
#include "tst_dziformat.moc"
