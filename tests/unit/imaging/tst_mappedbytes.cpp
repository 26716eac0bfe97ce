// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/mappedbytes.h"

#include <QTemporaryFile>
#include <QTest>

using namespace createzoom;

class TestMappedBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatTheFileHolds_data();
    void holdsWhatTheFileHolds();
    void aShorterFileIsNoSignal();
    void movesOn();

private:
    static QByteArray content()
    {
        QByteArray bytes(100'000, Qt::Uninitialized);
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(i * 7 % 251);
        return bytes;
    }
};

void TestMappedBytes::holdsWhatTheFileHolds_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("isThere");

    QTest::newRow("all") << qint64{0} << qint64{100'000} << true;
    QTest::newRow("a page") << qint64{4096} << qint64{4096} << true;
    QTest::newRow("off the pages") << qint64{4095} << qint64{8194} << true;
    QTest::newRow("the last byte") << qint64{99'999} << qint64{1} << true;
    QTest::newRow("far beyond the end") << qint64{90'000} << qint64{50'000} << false;
    QTest::newRow("after the end") << qint64{200'000} << qint64{10} << false;
    QTest::newRow("nothing") << qint64{10} << qint64{0} << false;
    QTest::newRow("before the beginning") << qint64{-10} << qint64{20} << false;
    QTest::newRow("more than memory") << qint64{0} << (qint64{1} << 60) << false;
}

void TestMappedBytes::holdsWhatTheFileHolds()
{
    QFETCH(const qint64, offset);
    QFETCH(const qint64, size);
    QFETCH(const bool, isThere);
    QTemporaryFile file;
    QVERIFY(file.open());
    QCOMPARE(file.write(content()), content().size());
    QVERIFY(file.flush());

    const std::optional<MappedBytes> mapped = MappedBytes::map(file.handle(), offset, size);

    QCOMPARE(mapped.has_value(), isThere);
    if (mapped)
        QCOMPARE(mapped->bytes(), QByteArrayView(content()).sliced(offset, size));
}

void TestMappedBytes::aShorterFileIsNoSignal()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QCOMPARE(file.write(content()), content().size());
    QVERIFY(file.resize(10'000));

    QVERIFY(!MappedBytes::map(file.handle(), 0, 100'000));
}

void TestMappedBytes::movesOn()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QCOMPARE(file.write(content()), content().size());
    QVERIFY(file.flush());
    std::optional<MappedBytes> mapped = MappedBytes::map(file.handle(), 0, 10);

    mapped = MappedBytes::map(file.handle(), 5000, 10);

    QVERIFY(mapped);
    QCOMPARE(mapped->bytes(), QByteArrayView(content()).sliced(5000, 10));
}

QTEST_GUILESS_MAIN(TestMappedBytes)
#include "tst_mappedbytes.moc"
