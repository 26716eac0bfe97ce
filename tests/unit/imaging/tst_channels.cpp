// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/omexml.h"
#include "pixelreader.h"
#include "testimages.h"

#include <QTemporaryDir>
#include <QTest>

using namespace createzoom;
using namespace createzoom::testimages;
using namespace Qt::Literals::StringLiterals;
using vips::VImage;

namespace {

/// Red, nothing, blue with half of green; sizes and order are put in by the tests.
QByteArray omeXml(const QByteArray &pixels, const QByteArray &more = {})
{
    return "<?xml version='1.0'?><OME><Image><Pixels " + pixels
        + "><Channel Name='DAPI' Color='-16776961'/><Channel Name='none'/>"
          "<Channel Color='8454143'/>"
        + more + "</Pixels></Image></OME>";
}

/// A TIFF whose page n has the value values[n] everywhere.
void savePages(const QString &path,
               const std::vector<double> &values,
               const QByteArray &description)
{
    std::vector<VImage> pages;
    for (const double value : values)
        pages.push_back(flat(4, 3, {value}, VIPS_FORMAT_USHORT));
    VImage roll = VImage::arrayjoin(pages, VImage::option()->set("across", 1)).copy();
    roll.set(VIPS_META_PAGE_HEIGHT, 3);
    if (!description.isEmpty())
        roll.set(VIPS_META_IMAGEDESCRIPTION, description.constData());
    save(roll, path);
}

} // namespace

class TestChannels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageOfAPlane_data();
    void pageOfAPlane();
    void listedPagesCount();
    void coloursAreAddedUp_data();
    void coloursAreAddedUp();
    void whatIsKnownIsTold();
    void aChannelThatIsNotThereIsAnError();

private:
    QTemporaryDir m_folder;
};

void TestChannels::pageOfAPlane_data()
{
    QTest::addColumn<QByteArray>("order");
    QTest::addColumn<int>("page"); // of channel 2, section 1, time 1, of 3 x 4 x 2

    QTest::newRow("XYCZT") << QByteArray("XYCZT") << 2 + 3 * (1 + 4 * 1);
    QTest::newRow("XYZCT") << QByteArray("XYZCT") << 1 + 4 * (2 + 3 * 1);
    QTest::newRow("XYTZC") << QByteArray("XYTZC") << 1 + 2 * (1 + 4 * 2);
    QTest::newRow("XYCTZ") << QByteArray("XYCTZ") << 2 + 3 * (1 + 2 * 1);
}

void TestChannels::pageOfAPlane()
{
    QFETCH(const QByteArray, order);
    QFETCH(const int, page);
    const auto ome
        = readOmeXml(omeXml("DimensionOrder='" + order + "' SizeC='3' SizeZ='4' SizeT='2'"));

    QVERIFY(ome);
    QCOMPARE(ome->pageOf({.channel = 2, .z = 1, .time = 1}), page);
    const OmePixels::Plane plane = ome->planeOf(page);
    QCOMPARE(plane.channel, 2);
    QCOMPARE(plane.z, 1);
    QCOMPARE(plane.time, 1);
}

void TestChannels::listedPagesCount()
{
    const auto ome = readOmeXml(
        omeXml("DimensionOrder='XYCZT' SizeC='3'",
               "<TiffData FirstC='0' IFD='2'/><TiffData FirstC='2' IFD='0' PlaneCount='1'/>"));

    QVERIFY(ome);
    QCOMPARE(ome->pageOf({.channel = 0}), 2);
    QCOMPARE(ome->pageOf({.channel = 2}), 0);
    QCOMPARE(ome->planeOf(0).channel, 2);
}

void TestChannels::coloursAreAddedUp_data()
{
    QTest::addColumn<std::vector<double>>("values"); // of the pages, 0...1000
    QTest::addColumn<QByteArray>("description");
    QTest::addColumn<QList<int>>("channels");
    QTest::addColumn<QList<int>>("colour"); // expected

    const QByteArray ome = omeXml("DimensionOrder='XYCZT' SizeC='3' SizeZ='1'");
    QTest::newRow("a colour of the file")
        << std::vector<double>{1000, 0, 0} << ome << QList<int>{1} << QList<int>{255, 0, 0};
    QTest::newRow("half as bright")
        << std::vector<double>{500, 0, 0} << ome << QList<int>{1} << QList<int>{128, 0, 0};
    QTest::newRow("no colour in the file: the second is green")
        << std::vector<double>{0, 1000, 0} << ome << QList<int>{2} << QList<int>{0, 255, 0};
    QTest::newRow("half of green, all of blue")
        << std::vector<double>{0, 0, 1000} << ome << QList<int>{3} << QList<int>{0, 128, 255};
    QTest::newRow("two meet") << std::vector<double>{1000, 0, 1000} << ome << QList<int>{1, 3}
                              << QList<int>{255, 128, 255};
    QTest::newRow("white is the most")
        << std::vector<double>{0, 1000, 1000} << ome << QList<int>{2, 3} << QList<int>{0, 255, 255};
    QTest::newRow("others stay dark")
        << std::vector<double>{1000, 1000, 0} << ome << QList<int>{3} << QList<int>{0, 0, 0};
    QTest::newRow("pages without a word") << std::vector<double>{0, 0, 1000} << QByteArray()
                                          << QList<int>{3} << QList<int>{0, 0, 255};
    QTest::newRow("sections first") << std::vector<double>{0, 0, 1000, 0, 0, 0}
                                    << omeXml("DimensionOrder='XYZCT' SizeC='3' SizeZ='2'")
                                    << QList<int>{2} << QList<int>{0, 255, 0};
}

void TestChannels::coloursAreAddedUp()
{
    QFETCH(const std::vector<double>, values);
    QFETCH(const QByteArray, description);
    QFETCH(const QList<int>, channels);
    QFETCH(const QList<int>, colour);
    const QString path = m_folder.filePath(u"a.tif"_s);
    savePages(path, values, description);

    const Picture picture
        = pictureOf(path, {.range = {RangeChoice::Kind::Given, 0, 1000}, .channels = channels});

    QCOMPARE(picture.error.message, QString());
    QCOMPARE(picture.pixel(2, 1), colour);
}

void TestChannels::whatIsKnownIsTold()
{
    const QString path = m_folder.filePath(u"a.tif"_s);
    savePages(path, {700, 0, 20}, omeXml("DimensionOrder='XYCZT' SizeC='3'"));

    const Picture picture
        = pictureOf(path, {.range = {RangeChoice::Kind::Given, 10, 1000}, .channels = {3, 1}});

    QCOMPARE(picture.error.message, QString());
    QCOMPARE(picture.info.channels.size(), 2);
    QCOMPARE(picture.info.channels.at(0).number, 3);
    QCOMPARE(picture.info.channels.at(1).name, u"DAPI"_s);
    QCOMPARE(picture.info.channels.at(1).colour, (std::array{255, 0, 0}));
    QCOMPARE(picture.info.channels.at(1).range, u"10...1000 to 0...255"_s);
    QCOMPARE(picture.info.warnings, QStringList());
}

void TestChannels::aChannelThatIsNotThereIsAnError()
{
    const QString path = m_folder.filePath(u"a.tif"_s);
    savePages(path, {1, 2, 3}, {});

    const Picture picture = pictureOf(path, {.channels = {1, 4}});

    QCOMPARE(picture.error.code, ErrorCode::InvalidRequest);
    QCOMPARE(picture.error.message, u"a.tif has no channel 4: it has 3"_s);
}

QTEST_GUILESS_MAIN(TestChannels)
#include "tst_channels.moc"
