// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzifolder.h"
#include "core/archive/dzipreader.h"
#include "core/pipeline/conversion.h"
#include "testimages.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace createzoom;
using namespace createzoom::testimages;
using namespace Qt::Literals::StringLiterals;

/// What --layout, --hash and the limits do to a conversion.
class TestLayouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sziHasOneFolder();
    void sziPassesItsVerification();
    void folderHasEveryTile();
    void folderThatExists_data();
    void folderThatExists();
    void folderLeavesNothingWhenItFails();
    void folderWithAFault_data();
    void folderWithAFault();
    void theSourcesHashIsKept();
    void limitsAreNamed_data();
    void limitsAreNamed();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    Conversion conversionTo(const QString &name, ArchiveLayout layout) const
    {
        return {.source = path(u"s.png"_s), .target = path(name), .layout = layout};
    }
    QStringList files() const
    {
        QStringList names;
        QDirIterator all(
            m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext())
            names << QDir(m_folder->path()).relativeFilePath(all.next());
        names.sort();
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLayouts::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    save(gradient(300, 200), path(u"s.png"_s));
}

void TestLayouts::sziHasOneFolder()
{
    const auto report = convertImage(conversionTo(u"s.png.szi"_s, ArchiveLayout::Szi), {});

    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    const auto archive = DzipReader::open(path(u"s.png.szi"_s));
    QVERIFY(archive);
    const QStringList names = (*archive)->entryNames();
    QCOMPARE(names.first(), u"s.png/s.png.dzi"_s);
    for (const QString &name : names)
        QVERIFY2(name.startsWith(u"s.png/"), qPrintable(name));
    QVERIFY((*archive)->tile({9, 1, 0}));
}

void TestLayouts::sziPassesItsVerification()
{
    QVERIFY(convertImage(conversionTo(u"s.png.szi"_s, ArchiveLayout::Szi), {}));

    const auto report = verifyDzip(path(u"s.png.szi"_s), {}, {});

    QVERIFY(report);
    QCOMPARE(report->breaches, QStringList());
    QCOMPARE(report->tiles, 11);
}

void TestLayouts::folderHasEveryTile()
{
    const auto report = convertImage(conversionTo(u"s.png.dzi"_s, ArchiveLayout::Dzi), {});

    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->tiles, 11);
    QCOMPARE(report->target, path(u"s.png.dzi"_s));
    const QStringList found = files();
    QCOMPARE(found.size(), 2 + 11 + 1);
    QVERIFY(found.contains(u"s.png.dzi"_s));
    QVERIFY(found.contains(u"s.png_files/9/1_0.jpeg"_s));
    QVERIFY(found.contains(u"s.png_files/createzoom.json"_s));
}

void TestLayouts::folderThatExists_data()
{
    QTest::addColumn<ExistsPolicy>("policy");
    QTest::addColumn<bool>("isSkipped");
    QTest::addColumn<bool>("isError");
    QTest::addColumn<QString>("target"); // afterwards

    QTest::newRow("skip") << ExistsPolicy::Skip << true << false << u"s.png.dzi"_s;
    QTest::newRow("fail") << ExistsPolicy::Fail << false << true << QString();
    QTest::newRow("replace") << ExistsPolicy::Replace << false << false << u"s.png.dzi"_s;
    QTest::newRow("rename") << ExistsPolicy::Rename << false << false << u"s.png (2).dzi"_s;
}

void TestLayouts::folderThatExists()
{
    QFETCH(const ExistsPolicy, policy);
    QFETCH(const bool, isSkipped);
    QFETCH(const bool, isError);
    QFETCH(const QString, target);
    Conversion conversion = conversionTo(u"s.png.dzi"_s, ArchiveLayout::Dzi);
    QVERIFY(convertImage(conversion, {}));
    QFile stale(path(u"s.png_files/9/77_77.jpeg"_s));
    QVERIFY(stale.open(QIODevice::WriteOnly));
    conversion.options.exists = policy;

    const auto report = convertImage(conversion, {});

    QCOMPARE(!report, isError);
    if (report) {
        QCOMPARE(report->skipped, isSkipped);
        QCOMPARE(report->target, path(target));
    }
    QCOMPARE(stale.exists(), policy != ExistsPolicy::Replace);
}

void TestLayouts::folderLeavesNothingWhenItFails()
{
    Conversion conversion = conversionTo(u"s.png.dzi"_s, ArchiveLayout::Dzi);
    std::stop_source stop;
    const StepControl control{.stop = stop.get_token(), .progress = [&](const StepProgress &) {
                                  stop.request_stop();
                              }};

    const auto report = convertImage(conversion, control);

    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QCOMPARE(files(), QStringList{u"s.png"_s});
}

void TestLayouts::folderWithAFault_data()
{
    QTest::addColumn<QByteArray>("bytes"); // instead of a tile; null = no tile
    QTest::addColumn<QString>("says");

    QTest::newRow("a tile is missing") << QByteArray() << u"s.png_files/9/1_0.jpeg is missing"_s;
    QTest::newRow("a tile is empty") << QByteArray("") << u"s.png_files/9/1_0.jpeg"_s;
    QTest::newRow("a tile is no picture") << QByteArray("text") << u"s.png_files/9/1_0.jpeg"_s;
}

void TestLayouts::folderWithAFault()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    QVERIFY(convertImage(conversionTo(u"s.png.dzi"_s, ArchiveLayout::Dzi), {}));
    QFile tile(path(u"s.png_files/9/1_0.jpeg"_s));
    QVERIFY(tile.remove());
    if (!bytes.isNull()) {
        QVERIFY(tile.open(QIODevice::WriteOnly));
        tile.write(bytes);
        tile.close();
    }

    const auto report = verifyDziFolder(m_folder->path(), u"s.png"_s, {});

    QVERIFY(report);
    QCOMPARE(report->breaches.size(), 1);
    QVERIFY2(report->breaches.first().startsWith(says), qPrintable(report->breaches.first()));
}

void TestLayouts::theSourcesHashIsKept()
{
    Conversion conversion = conversionTo(u"s.png.dzip"_s, ArchiveLayout::Dzip);
    conversion.isSourceHashed = true;
    conversion.sourceMd5 = u"abc"_s;

    QVERIFY(convertImage(conversion, {}));

    QFile source(conversion.source);
    QVERIFY(source.open(QIODevice::ReadOnly));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QVERIFY(hash.addData(&source));
    const auto archive = DzipReader::open(conversion.target);
    QVERIFY(archive);
    const QJsonObject json
        = QJsonDocument::fromJson(*(*archive)->metadata()).object().value(u"source").toObject();
    QCOMPARE(json.value(u"sha256").toString(), QString::fromLatin1(hash.result().toHex()));
    QCOMPARE(json.value(u"md5").toString(), u"abc"_s);
}

void TestLayouts::limitsAreNamed_data()
{
    QTest::addColumn<qint64>("pixels");
    QTest::addColumn<int>("pages");
    QTest::addColumn<QString>("message"); // empty = none

    QTest::newRow("just small enough") << qint64{60'000} << 1 << QString();
    QTest::newRow("too many pixels")
        << qint64{59'999} << 1 << u"s.png has 300 x 200 pixels; the limit is 59999 pixels"_s;
}

void TestLayouts::limitsAreNamed()
{
    QFETCH(const qint64, pixels);
    QFETCH(const int, pages);
    QFETCH(const QString, message);
    Conversion conversion = conversionTo(u"s.png.dzip"_s, ArchiveLayout::Dzip);
    conversion.limits = {.pixels = pixels, .pages = pages};

    const auto report = convertImage(conversion, {});

    QCOMPARE(report ? QString() : report.error().message, message);
    QCOMPARE(QFile::exists(conversion.target), message.isEmpty());
}

QTEST_GUILESS_MAIN(TestLayouts)
#include "tst_layouts.moc"
