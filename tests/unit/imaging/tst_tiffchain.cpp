// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/tiffchain.h"

#include <QTemporaryFile>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

/// Directories of TIFF files, byte by byte.
class TestTiffChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDirectoryLiesInTheFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isWhole");
        const QByteArray bigHead = QByteArray::fromHex("49492b000800000010000000000000");
        QTest::newRow("no TIFF") << QByteArray("text") << true;
        QTest::newRow("one empty directory") << QByteArray::fromHex("49492a0008000000"
                                                                    "0000"
                                                                    "00000000")
                                             << true;
        QTest::newRow("the next one outside") << QByteArray::fromHex("49492a0008000000"
                                                                     "0000"
                                                                     "ff000000")
                                              << false;
        QTest::newRow("more entries than the file could hold")
            << QByteArray::fromHex("49492a0008000000"
                                   "ffff"
                                   "00000000")
            << false;
        // Found by fuzz_source: as a signed number it is less than none.
        QTest::newRow("BigTIFF, 2^63 entries and more") << bigHead
                + QByteArray::fromHex("00"
                                      "ae9483837d838383"
                                      "0000000000000000")
                                                        << false;
    }

    void everyDirectoryLiesInTheFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isWhole);
        QTemporaryFile file;
        QVERIFY(file.open() && file.write(bytes) == bytes.size() && file.flush());

        QCOMPARE(isTiffChainWhole(file.fileName()), isWhole);
    }
};

QTEST_GUILESS_MAIN(TestTiffChain)
#include "tst_tiffchain.moc"
