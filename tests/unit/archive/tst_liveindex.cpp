// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzipreader.h"
#include "core/archive/liveindex.h"
#include "core/archive/pyramidtiles.h"
#include "core/archive/pyramidwriter.h"
#include "core/archive/smallcopy.h"
#include "tests/support/resultvalue.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const DziDescriptor descriptor{PyramidLayout({40, 24}, 16, 1), TileFormat::Jpeg};

/// Other bytes for every tile, so that one cannot stand for another.
QByteArray tileBytes(const TileAddress &tile)
{
    return "tile " + QByteArray::number(tile.level) + ' ' + QByteArray::number(tile.column) + ' '
        + QByteArray::number(tile.row);
}

QList<TileAddress> allTiles(const PyramidLayout &layout)
{
    QList<TileAddress> tiles;
    for (int level = layout.topLevel(); level >= 0; --level) {
        for (int row = 0; row < layout.rows(level); ++row) {
            for (int column = 0; column < layout.columns(level); ++column)
                tiles << TileAddress{level, column, row};
        }
    }
    return tiles;
}

/// How many tiles are there; -1 when one of them is not as it was written.
int countRightTiles(TileSource &source)
{
    int count = 0;
    for (const TileAddress &tile : allTiles(source.descriptor().layout)) {
        const Result<QByteArray> bytes = source.tile(tile);
        if (bytes && *bytes != tileBytes(tile))
            return -1;
        count += bytes ? 1 : 0;
    }
    return count;
}

} // namespace

class TestLiveIndex : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name = u"a.dzip"_s) const { return m_folder->filePath(name); }

    /// The bytes of a whole archive.
    QByteArray writeWhole() const
    {
        const auto writer = PyramidWriter::create(ArchiveLayout::Dzip, path(), u"a"_s, descriptor);
        for (const TileAddress &tile : allTiles(descriptor.layout))
            checkOk((*writer)->addTile(tile, tileBytes(tile)));
        checkOk((*writer)->finish("{\"pixel_size_um\":{\"x\":0.5,\"y\":0.5}}"));
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void setBytes(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(bytes.size())
                && file.write(bytes) == bytes.size());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anArchiveCutAnywhereGivesOnlyRightTiles()
    {
        const QByteArray whole = writeWhole();
        const int tiles = static_cast<int>(descriptor.layout.tileCount());
        int before = 0;
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            setBytes(whole.first(size));
            const Result<std::unique_ptr<TileSource>> source = openGrowingArchive(path());
            const int count = source ? countRightTiles(**source) : 0;
            QVERIFY2(count >= before, qPrintable(u"cut at %1: %2"_s.arg(size).arg(count)));
            QVERIFY(source || source.error().code == ErrorCode::NotFound);
            before = count;
        }
        QCOMPARE(before, tiles);
    }

    void anyChangedByteGivesARightTileOrAnError()
    {
        const QByteArray whole = writeWhole();
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        const auto put = [&](qsizetype at, char byte) {
            return file.seek(at) && file.putChar(byte);
        };
        for (qsizetype at = 0; at < whole.indexOf("PK\x01\x02"); ++at) {
            QVERIFY(put(at, static_cast<char>(whole.at(at) ^ 1)));
            const Result<std::unique_ptr<TileSource>> source = openGrowingArchive(path());
            // A changed name may be that of another tile: the header has no checksum.
            const bool isInName = whole.mid(at - 20, 40).contains(".jpeg");
            QVERIFY(!source || isInName || countRightTiles(**source) >= 0);
            QVERIFY(put(at, whole.at(at)));
        }
    }

    void oneSourceSeesTheFileGrow()
    {
        const QByteArray whole = writeWhole();
        const qsizetype second = whole.indexOf("PK\x03\x04", 4);
        const qsizetype third = whole.indexOf("PK\x03\x04", second + 4);
        const QList<TileAddress> tiles = allTiles(descriptor.layout);
        setBytes(whole.first(second));
        const auto source = valueOf(openGrowingArchive(path()));

        QCOMPARE(source->tile(tiles.at(0)).error().code, ErrorCode::NotFound);
        QVERIFY(source->isGrowing());
        setBytes(whole.first(third));
        QCOMPARE(valueOf(source->tile(tiles.at(0))), tileBytes(tiles.at(0)));
        QCOMPARE(source->tile(tiles.at(1)).error().code, ErrorCode::NotFound);
        QVERIFY(source->isGrowing());
        setBytes(whole);
        QCOMPARE(countRightTiles(*source), tiles.size());
        QVERIFY(!source->isGrowing());
    }

    void whoHasAllTilesLearnsOfTheEnd()
    {
        const QByteArray whole = writeWhole();
        setBytes(whole.first(whole.lastIndexOf("PK\x03\x04")));
        const auto source = valueOf(openGrowingArchive(path()));
        QCOMPARE(countRightTiles(*source), int(descriptor.layout.tileCount()));
        QVERIFY(source->isGrowing());

        setBytes(whole);
        QVERIFY(source->tile({0, 0, 0}));

        QVERIFY(!source->isGrowing());
    }

    // The writer completes the header last: until then the tile is not there.
    void anEntryWhoseHeaderIsNotCompleteWaits_data()
    {
        QTest::addColumn<int>("bytesWritten"); // of checksum, packed size, size

        for (const int written : {0, 4, 8})
            QTest::addRow("%d of 12 bytes", written) << written;
    }
    void anEntryWhoseHeaderIsNotCompleteWaits()
    {
        QFETCH(const int, bytesWritten);
        const QByteArray whole = writeWhole();
        const qsizetype second = whole.indexOf("PK\x03\x04", 4);
        QByteArray bytes = whole;
        bytes.replace(
            second + 14 + bytesWritten, 12 - bytesWritten, QByteArray(12 - bytesWritten, '\0'));
        setBytes(bytes);
        const auto source = valueOf(openGrowingArchive(path()));

        QCOMPARE(countRightTiles(*source), 0);
        QVERIFY(source->isGrowing());
        setBytes(whole);
        QCOMPARE(countRightTiles(*source), int(descriptor.layout.tileCount()));
    }

    // A read beside a write may see its end and not yet its beginning.
    void aChecksumThatWasReadTooEarlyIsReadAgain()
    {
        const QByteArray whole = writeWhole();
        QByteArray torn = whole;
        torn.replace(whole.indexOf("PK\x03\x04", 4) + 14, 4, QByteArray(4, '\0'));
        setBytes(torn);
        const auto source = valueOf(openGrowingArchive(path()));
        const int all = int(descriptor.layout.tileCount());

        QCOMPARE(countRightTiles(*source), all - 1);
        setBytes(whole);
        QCOMPARE(countRightTiles(*source), all);
    }

    void aRemovedFileNoLongerGrowsAndARenamedOneIsReadOn()
    {
        const QByteArray whole = writeWhole();
        const qsizetype third = whole.indexOf("PK\x03\x04", whole.indexOf("PK\x03\x04", 4) + 4);
        setBytes(whole.first(third));
        const auto source = valueOf(openGrowingArchive(path()));
        constexpr int before = 1;

        QVERIFY(QFile::rename(path(), path(u"b.dzip"_s)));
        QCOMPARE(countRightTiles(*source), before);
        QVERIFY(source->isGrowing());
        QVERIFY(QFile::remove(path(u"b.dzip"_s)));
        QCOMPARE(countRightTiles(*source), before);
        QVERIFY(!source->isGrowing());
    }

    // What another process sees while ours is at work.
    void tilesOfOurWriterAreSeenBeforeItEnds()
    {
        const PyramidLayout layout({4096, 4096}, 256, 1);
        const auto writer = PyramidWriter::create(
            ArchiveLayout::Dzip, path(), u"a"_s, {layout, TileFormat::Jpeg});
        const QList<TileAddress> tiles = allTiles(layout);
        const QByteArray large(200'000, 'x');
        std::unique_ptr<TileSource> source;
        qsizetype seen = 0;
        for (qsizetype i = 0; i < 60; ++i) {
            checkOk((*writer)->addTile(tiles.at(i), large));
            if (!source) {
                Result<std::unique_ptr<TileSource>> opened = openGrowingArchive(path());
                if (opened)
                    source = std::move(*opened);
            }
            while (source && seen < tiles.size() && source->tile(tiles.at(seen)))
                ++seen;
            QVERIFY(seen <= i + 1);
        }
        QVERIFY2(seen > 50, qPrintable(QString::number(seen)));
        QVERIFY(source->isGrowing());
    }

    void whatIsNoArchiveIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");

        QTest::newRow("nothing") << QByteArray() << ErrorCode::NotFound;
        QTest::newRow("another file") << QByteArray(1000, 'x') << ErrorCode::NotFound;
        QTest::newRow("another zip")
            << QByteArray::fromHex("504b03040a00000000000000000000000000010000000100000001000000")
                + "ab"
            << ErrorCode::Unreadable;
    }
    void whatIsNoArchiveIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const ErrorCode, code);
        setBytes(bytes);

        QCOMPARE(openGrowingArchive(path()).error().code, code);
    }

    void aSmallCopyIsTheCoarseLevelsWithTheirPixelSize()
    {
        writeWhole();

        checkOk(writeSmallCopy(path(), path(u"small.dzip"_s), 20));

        const auto small = valueOf(openPyramid(path(u"small.dzip"_s)));
        QCOMPARE(small->descriptor().layout.size(), QSize(20, 12));
        QCOMPARE(countRightTiles(*small), int(small->descriptor().layout.tileCount()));
        QCOMPARE(small->pixelSize(), QSizeF(1, 1));
        QCOMPARE(valueOf(DzipReader::open(path(u"small.dzip"_s)))->innerName(), u"small"_s);
        QVERIFY(!QFile::exists(path(u"small.dzip.part"_s)));
    }

    void aCopyOfNoArchiveLeavesNothing()
    {
        setBytes("no archive");

        QVERIFY(!writeSmallCopy(path(), path(u"small.dzip"_s), 20));

        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"a.dzip"_s});
    }
};

QTEST_GUILESS_MAIN(TestLiveIndex)
#include "tst_liveindex.moc"
