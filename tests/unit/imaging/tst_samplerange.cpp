// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/vipsruntime.h"
#include "pixelreader.h"
#include "testimages.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using testimages::fromSamples;
using testimages::Picture;
using testimages::pictureOf;
using testimages::save;
using vips::VImage;

/// Ranges that a person chose; the images' own are in tst_sourceimage.
class TestSampleRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startVips() && m_folder.isValid()); }
    void theRangeIsThatAskedFor_data();
    void theRangeIsThatAskedFor();

private:
    const QTemporaryDir m_folder;
};

void TestSampleRange::theRangeIsThatAskedFor_data()
{
    QTest::addColumn<VipsBandFormat>("format");
    QTest::addColumn<QList<double>>("samples");
    QTest::addColumn<RangeChoice>("range");
    QTest::addColumn<QList<int>>("expected");

    using Kind = RangeChoice::Kind;
    const RangeChoice full{Kind::Full};
    QTest::newRow("16 bits, full")
        << VIPS_FORMAT_USHORT << QList<double>{0, 4095, 65535} << full << QList<int>{0, 16, 255};
    QTest::newRow("signed, full") << VIPS_FORMAT_SHORT << QList<double>{-32768, 0, 32767} << full
                                  << QList<int>{0, 128, 255};
    QTest::newRow("float, full") << VIPS_FORMAT_FLOAT << QList<double>{0, 0.5, 2} << full
                                 << QList<int>{0, 128, 255};
    QTest::newRow("8 bits, full") << VIPS_FORMAT_UCHAR << QList<double>{3, 50, 90} << full
                                  << QList<int>{3, 50, 90};
    QTest::newRow("16 bits, given")
        << VIPS_FORMAT_USHORT << QList<double>{50, 100, 150, 200, 300}
        << RangeChoice{Kind::Given, 100, 200} << QList<int>{0, 0, 128, 255, 255};
    QTest::newRow("8 bits, given")
        << VIPS_FORMAT_UCHAR << QList<double>{10, 60, 110, 255} << RangeChoice{Kind::Given, 10, 110}
        << QList<int>{0, 128, 255, 255};
}

void TestSampleRange::theRangeIsThatAskedFor()
{
    QFETCH(const VipsBandFormat, format);
    QFETCH(const QList<double>, samples);
    QFETCH(const RangeChoice, range);
    QFETCH(const QList<int>, expected);
    const std::vector<double> values(samples.begin(), samples.end());
    const VImage row
        = fromSamples<double>(values, static_cast<int>(samples.size()), 1, VIPS_FORMAT_DOUBLE);
    save(row.cast(format), m_folder.filePath(u"a.tif"_s));

    const Picture picture = pictureOf(m_folder.filePath(u"a.tif"_s), {.range = range});

    QCOMPARE(picture.error.message, QString());
    for (int x = 0; x < expected.size(); ++x)
        QCOMPARE(picture.pixel(x, 0), QList<int>(3, expected[x]));
}

QTEST_GUILESS_MAIN(TestSampleRange)
#include "tst_samplerange.moc"
