// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzipreader.h"
#include "core/archive/dzipverifier.h"
#include "core/archive/filehash.h"
#include "core/archive/pyramidwriter.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

constexpr QSize wholeSize(40, 24);

/// The least that passes for a baseline JPEG of three components: the judge reads markers, not
/// pixels.
QByteArray jpegOf(QSize size)
{
    QByteArray frame = QByteArray::fromHex("ffd8"
                                           "ffc0 0011 08 0000 0000 03 012200 021101 031101"
                                           "ffda 000c 03 0100 0211 0311 003f00 aa"
                                           "ffd9");
    qToBigEndian(static_cast<quint16>(size.height()), frame.data() + 7);
    qToBigEndian(static_cast<quint16>(size.width()), frame.data() + 9);
    return frame;
}

using Edit = std::function<void(QByteArray &)>;

void replaceOnce(QByteArray &bytes,
                 const QByteArray &from,
                 const QByteArray &to,
                 qsizetype after = 0)
{
    const qsizetype at = bytes.indexOf(from, after);
    QVERIFY(at >= 0 && from.size() == to.size());
    bytes.replace(at, from.size(), to);
}

qsizetype directoryAt(const QByteArray &bytes)
{
    return bytes.indexOf("PK\x01\x02");
}

} // namespace

Q_DECLARE_METATYPE(Edit)

class TestDzip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatIsWrittenIsReadAndVerified();
    void theHashFollowsTheFile();
    void contractOfTheBytes();
    void everyBreachIsFound_data();
    void everyBreachIsFound();
    void missingAndForeignTilesAreFound();
    void anyCutIsSurvived();
    void anyChangedByteIsSurvived();
    void fullDiskIsToldAsSuch();
    void namesThatNoArchiveTakesAreRefused_data();
    void namesThatNoArchiveTakesAreRefused();
    void archiveOfManyEntriesIsValid_data();
    void archiveOfManyEntriesIsValid();

private:
    QString path(const QString &name = u"a.dzip"_s) const { return m_folder->filePath(name); }
    void writeWhole(const PyramidLayout &layout = PyramidLayout(wholeSize, 16, 1));
    VerifyReport verified(const QString &name = u"a.dzip"_s);
    QByteArray bytes() const;
    void setBytes(const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDzip::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestDzip::writeWhole(const PyramidLayout &layout)
{
    auto writer
        = PyramidWriter::create(ArchiveLayout::Dzip, path(), u"a"_s, {layout, TileFormat::Jpeg});
    QVERIFY(writer);
    for (int level = 0; level < layout.levelCount(); ++level) {
        for (int row = 0; row < layout.rows(level); ++row) {
            for (int column = 0; column < layout.columns(level); ++column) {
                const TileAddress tile{level, column, row};
                QVERIFY((*writer)->addTile(tile, jpegOf(layout.tileRect(tile).size())));
            }
        }
    }
    QVERIFY((*writer)->finish("{\"metadata\": true}"));
}

VerifyReport TestDzip::verified(const QString &name)
{
    const Result<VerifyReport> report = verifyDzip(path(name), {}, {});
    return report ? *report : VerifyReport{.breaches = {report.error().message}};
}

QByteArray TestDzip::bytes() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestDzip::setBytes(const QByteArray &bytes)
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate)
            && file.write(bytes) == bytes.size());
}

void TestDzip::whatIsWrittenIsReadAndVerified()
{
    const PyramidLayout layout(wholeSize, 16, 1);
    writeWhole();

    const VerifyReport report = verified();
    const auto reader = DzipReader::open(path());

    QCOMPARE(report.breaches, QStringList());
    QCOMPARE(report.tiles, layout.tileCount());
    QCOMPARE(report.entries, layout.tileCount() + 2);
    QCOMPARE(report.levels, layout.levelCount());
    QCOMPARE(report.size, wholeSize);
    QVERIFY(reader);
    QCOMPARE((*reader)->innerName(), u"a"_s);
    QCOMPARE((*reader)->descriptor().layout.size(), wholeSize);
    QCOMPARE(*(*reader)->metadata(), QByteArray("{\"metadata\": true}"));
    const TileAddress last{layout.topLevel(), 2, 1};
    QCOMPARE(*(*reader)->tile(last), jpegOf(layout.tileRect(last).size()));
    QCOMPARE((*reader)->tile({99, 0, 0}).error().code, ErrorCode::NotFound);
}

void TestDzip::theHashFollowsTheFile()
{
    const PyramidLayout layout({3000, 2000}, 254, 1);
    const auto writer
        = PyramidWriter::create(ArchiveLayout::Dzip, path(), u"a"_s, {layout, TileFormat::Jpeg});
    QVERIFY(writer);
    FileHash hash(path());
    const QByteArray tile(70'000, 'x');
    for (int column = 0; column < layout.columns(layout.topLevel()); ++column) {
        for (int row = 0; row < layout.rows(layout.topLevel()); ++row) {
            QVERIFY((*writer)->addTile({layout.topLevel(), column, row}, tile));
            hash.advanceTo((*writer)->settledBytes());
        }
    }
    const qint64 settled = (*writer)->settledBytes();
    QVERIFY((*writer)->finish("{}"));

    const Result<QString> md5 = hash.finish(bytes().size());

    QVERIFY(settled > 0 && settled < bytes().size());
    QVERIFY(md5);
    QCOMPARE(
        *md5,
        QString::fromLatin1(QCryptographicHash::hash(bytes(), QCryptographicHash::Md5).toHex()));
    QVERIFY(!FileHash(u"/nowhere"_s).finish(1));
}

void TestDzip::contractOfTheBytes()
{
    writeWhole();
    const QByteArray archive = bytes();

    // The descriptor's local header: flags, method 0, sizes in place, and its name.
    QCOMPARE(archive.first(4), QByteArray("PK\x03\x04"));
    QCOMPARE(archive.sliced(6, 4), QByteArray(4, '\0'));
    QCOMPARE(qFromLittleEndian<quint32>(archive.data() + 18),
             qFromLittleEndian<quint32>(archive.data() + 22));
    QVERIFY(qFromLittleEndian<quint32>(archive.data() + 18) > 0);
    QCOMPARE(archive.sliced(30, 5), QByteArray("a.dzi"));
    QCOMPARE(archive.sliced(archive.size() - 22, 4), QByteArray("PK\x05\x06"));
    QCOMPARE(archive.sliced(directoryAt(archive) + 46, 5), QByteArray("a.dzi"));
}

void TestDzip::everyBreachIsFound_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *name, const Edit &edit, const QString &words) {
        QTest::newRow(name) << edit << words;
    };
    row(
        "a comment",
        [](QByteArray &b) {
            b[b.size() - 2] = 3;
            b += "abc";
        },
        u"end record"_s);
    row(
        "a comment of no length", [](QByteArray &b) { b[b.size() - 2] = 3; }, u"comment"_s);
    row(
        "bytes behind the end", [](QByteArray &b) { b += 'x'; }, u"end record"_s);
    row(
        "a data descriptor", [](QByteArray &b) { b[directoryAt(b) + 8] = 8; }, u"flags 0x8"_s);
    row(
        "the UTF-8 flag", [](QByteArray &b) { b[directoryAt(b) + 9] = 8; }, u"flags 0x800"_s);
    row(
        "deflate", [](QByteArray &b) { b[directoryAt(b) + 10] = 8; }, u"method 8"_s);
    row(
        "local flags", [](QByteArray &b) { b[6] = 8; }, u"local flags"_s);
    row(
        "a local size",
        [](QByteArray &b) { b[18] = static_cast<char>(b[18] + 1); },
        u"sizes differ"_s);
    row(
        "a local name", [](QByteArray &b) { b[30] = 'b'; }, u"local name differs"_s);
    row(
        "a wrong CRC",
        [](QByteArray &b) {
            b[directoryAt(b) + 16] = static_cast<char>(b[directoryAt(b) + 16] ^ 1);
        },
        u"CRC"_s);
    row(
        "changed data",
        [](QByteArray &b) { replaceOnce(b, "\xaa\xff\xd9", "\xab\xff\xd9"); },
        u"CRC"_s);
    row(
        "another first entry",
        [](QByteArray &b) {
            replaceOnce(b, "a.dzi", "b.dzi");
            replaceOnce(b, "a.dzi", "b.dzi");
        },
        u"first entry is b.dzi"_s);
    row(
        "a name twice",
        [](QByteArray &b) { replaceOnce(b, "a_files/0/0_0", "a_files/1/0_0", directoryAt(b)); },
        u"twice"_s);
    row(
        "an unsafe name",
        [](QByteArray &b) { replaceOnce(b, "a_files/0/0_0", "../iles/0/0_0", directoryAt(b)); },
        u"unsafe"_s);
    row(
        "a short directory",
        [](QByteArray &b) { b[b.size() - 12] = static_cast<char>(b[b.size() - 12] + 1); },
        u"direct"_s);
    row(
        "a disk number", [](QByteArray &b) { b[b.size() - 18] = 1; }, u"split"_s);
    row(
        "a JPEG of one component",
        [](QByteArray &b) {
            const qsizetype at = b.indexOf(QByteArray::fromHex("ffc0001108"));
            b[at + 9] = 1;
        },
        u"3 components"_s);
    row(
        "a progressive JPEG",
        [](QByteArray &b) {
            const qsizetype at = b.indexOf(QByteArray::fromHex("ffc0001108"));
            b[at + 1] = '\xc2';
        },
        u"baseline"_s);
    row(
        "a JPEG with EXIF",
        [](QByteArray &b) {
            const qsizetype at = b.indexOf(QByteArray::fromHex("ffc0001108"));
            b[at + 1] = '\xe1';
        },
        u"EXIF"_s);
    row(
        "a tile of another size",
        [](QByteArray &b) {
            const qsizetype at = b.indexOf(QByteArray::fromHex("ffc0001108"));
            b[at + 8] = 9;
        },
        u"must have 1 x 1"_s);
}

void TestDzip::everyBreachIsFound()
{
    QFETCH(const Edit, edit);
    QFETCH(const QString, words);
    writeWhole();
    QByteArray archive = bytes();
    edit(archive);
    setBytes(archive);

    const VerifyReport report = verified();

    QVERIFY(!report.isValid());
    QVERIFY2(report.breaches.join(u'\n').contains(words), qPrintable(report.breaches.join(u'\n')));
}

void TestDzip::missingAndForeignTilesAreFound()
{
    const PyramidLayout layout(wholeSize, 16, 1);
    auto writer
        = PyramidWriter::create(ArchiveLayout::Dzip, path(), u"a"_s, {layout, TileFormat::Jpeg});
    QVERIFY((*writer)->addTile({0, 0, 0}, jpegOf({1, 1})));
    QVERIFY((*writer)->addTile({0, 1, 0}, jpegOf({1, 1})));
    QVERIFY((*writer)->finish("{}"));
    writer->reset();

    const QString breaches = verified().breaches.join(u'\n');

    QVERIFY2(breaches.contains(u"missing"_s), qPrintable(breaches));
    QVERIFY2(breaches.contains(u"0/1_0.jpeg is outside the grid"_s), qPrintable(breaches));
}

void TestDzip::anyCutIsSurvived()
{
    writeWhole();
    const QByteArray whole = bytes();

    for (qsizetype size = 0; size < whole.size(); size += 13) {
        setBytes(whole.first(size));
        QVERIFY(!verified().isValid());
        QVERIFY(!DzipReader::open(path()));
    }
}

void TestDzip::anyChangedByteIsSurvived()
{
    writeWhole();
    const QByteArray whole = bytes();
    qsizetype unnoticed = 0;

    for (qsizetype at = 0; at < whole.size(); at += 3) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0xff);
        setBytes(changed);
        unnoticed += verified().isValid();
        if (const auto reader = DzipReader::open(path()))
            (void)(*reader)->tile({6, 0, 0});
    }

    // What no reader looks at: versions, times and attributes of each entry, twice.
    const qsizetype entries = PyramidLayout(wholeSize, 16, 1).tileCount() + 2;
    QVERIFY2(unnoticed <= entries * 8, qPrintable(QString::number(unnoticed)));
}

void TestDzip::fullDiskIsToldAsSuch()
{
    const PyramidLayout layout(wholeSize, 16, 1);
    auto writer = PyramidWriter::create(
        ArchiveLayout::Dzip, u"/dev/full"_s, u"a"_s, {layout, TileFormat::Jpeg});
    QVERIFY(writer);

    const Result<void> finished = (*writer)->finish("{}");

    QVERIFY(!finished);
    QCOMPARE(finished.error().code, ErrorCode::DiskFull);
    QVERIFY(finished.error().message.contains(u"a.dzip"_s));
}

void TestDzip::namesThatNoArchiveTakesAreRefused_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("empty") << QString();
    QTest::newRow("slash") << u"a/b"_s;
    QTest::newRow("backslash") << u"a\\b"_s;
    QTest::newRow("line end") << u"a\nb"_s;
    QTest::newRow("longer than ZIP can say") << QString(65'001, u'n');
}

void TestDzip::namesThatNoArchiveTakesAreRefused()
{
    QFETCH(const QString, name);

    const auto writer = PyramidWriter::create(
        ArchiveLayout::Dzip, path(), name, {PyramidLayout(wholeSize, 16, 1), TileFormat::Jpeg});

    QVERIFY(!writer);
    QCOMPARE(writer.error().code, ErrorCode::InvalidRequest);
    QVERIFY(!QFile::exists(path()));
}

void TestDzip::archiveOfManyEntriesIsValid_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<qint64>("tiles");

    QTest::newRow("65,535 entries, but for the edge") << QSize(190593, 56) << qint64{65'533};
    QTest::newRow("70,013 entries") << QSize(560'000, 16) << qint64{70'011};
}

void TestDzip::archiveOfManyEntriesIsValid()
{
    QFETCH(const QSize, size);
    QFETCH(const qint64, tiles);
    const PyramidLayout layout(size, 16, 0);
    QCOMPARE(layout.tileCount(), tiles);
    writeWhole(layout);

    const VerifyReport report = verified();

    QCOMPARE(report.breaches, QStringList());
    QCOMPARE(report.tiles, tiles);
    QVERIFY(report.entries != 65'535);
    QVERIFY(DzipReader::open(path()));
}

QTEST_APPLESS_MAIN(TestDzip)
#include "tst_dzip.moc"
