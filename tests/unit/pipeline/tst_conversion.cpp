// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzipreader.h"
#include "core/pipeline/conversion.h"
#include "testimages.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <stop_token>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

QStringList everythingIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                                  QDir::Name);
}

/// The judge that shares no code with the project: its output, empty when all is well. Not asked
/// under the thread sanitizer: GCC 12's takes the child that Qt starts in shared memory for a fork,
/// and stops watching or ends.
QString breaches(const QString &path, const QStringList &arguments = {})
{
#ifdef __SANITIZE_THREAD__
    Q_UNUSED(arguments)
    return QFile::exists(path) ? QString() : u"no archive"_s;
#else
    QProcess judge;
    judge.start(u"python3"_s,
                QStringList{u"" CREATEZOOM_SOURCE_DIR "/tests/tools/check_dzip.py"_s} + arguments
                    + QStringList{path});
    if (!judge.waitForFinished())
        return u"check_dzip.py cannot be run"_s;
    const QString output
        = QString::fromUtf8(judge.readAllStandardOutput() + judge.readAllStandardError());
    return judge.exitCode() == 0 ? QString() : output;
#endif
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestConversion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyArchiveKeepsTheContract_data();
    void everyArchiveKeepsTheContract();
    void namesOfAnyKindArePossible_data();
    void namesOfAnyKindArePossible();
    void innerNamesFollowTheTargetUnlessGiven();
    void anExistingTargetIsTreatedAsAsked_data();
    void anExistingTargetIsTreatedAsAsked();
    void replacingLeavesTheOldArchiveWhenTheSourceIsDamaged();
    void failureLeavesNothingBehind_data();
    void failureLeavesNothingBehind();
    void cancelLeavesNothingBehind_data();
    void cancelLeavesNothingBehind();
    void progressGoesThroughPyramidAndPackingAndNeverFalls();
    void metadataTellsSourceAndOptionsAndNothingPrivate();
    void whatIsWrittenIsNamedAsAsked();
    void aMissingTargetFolderIsMade();
    void reportAgreesWithTheFile();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    Conversion gradientConversion(QSize size, const QString &name = u"s012.png"_s);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestConversion::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir(m_folder->path()).mkdir(u"out"_s));
}

Conversion TestConversion::gradientConversion(QSize size, const QString &name)
{
    testimages::save(testimages::gradient(size.width(), size.height()), path(name));
    return {.source = path(name), .target = path(u"out/"_s + name + u".dzip"_s)};
}

void TestConversion::everyArchiveKeepsTheContract_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<TileFormat>("format");
    QTest::addColumn<int>("tileSize");
    QTest::addColumn<int>("overlap");

    QTest::newRow("one pixel") << QSize(1, 1) << TileFormat::Jpeg << 254 << 1;
    QTest::newRow("one column") << QSize(1, 1500) << TileFormat::Jpeg << 254 << 1;
    QTest::newRow("one row") << QSize(1500, 1) << TileFormat::Jpeg << 254 << 1;
    QTest::newRow("one tile exactly") << QSize(254, 254) << TileFormat::Jpeg << 254 << 1;
    QTest::newRow("a pixel more than a tile") << QSize(255, 255) << TileFormat::Jpeg << 254 << 1;
    QTest::newRow("four tiles exactly") << QSize(508, 508) << TileFormat::Jpeg << 254 << 1;
    QTest::newRow("odd sizes") << QSize(1021, 773) << TileFormat::Jpeg << 254 << 1;
    QTest::newRow("PNG without overlap") << QSize(700, 513) << TileFormat::Png << 256 << 0;
    QTest::newRow("odd tiles without overlap") << QSize(333, 222) << TileFormat::Jpeg << 17 << 0;
    QTest::newRow("overlap of half a tile") << QSize(333, 222) << TileFormat::Jpeg << 32 << 16;
    QTest::newRow("one large tile") << QSize(333, 222) << TileFormat::Jpeg << 4096 << 64;
}

void TestConversion::everyArchiveKeepsTheContract()
{
    QFETCH(const QSize, size);
    QFETCH(const TileFormat, format);
    QFETCH(const int, tileSize);
    QFETCH(const int, overlap);
    Conversion conversion = gradientConversion(size);
    conversion.options.format = format;
    conversion.options.tileSize = tileSize;
    conversion.options.overlap = overlap;
    conversion.threads = 2;

    const Result<ConversionReport> report = convertImage(conversion, {});

    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(breaches(report->target,
                      {u"--format"_s,
                       formatName(format),
                       u"--tile-size"_s,
                       QString::number(tileSize),
                       u"--overlap"_s,
                       QString::number(overlap),
                       u"--size"_s,
                       u"%1x%2"_s.arg(size.width()).arg(size.height())}),
             QString());
    QCOMPARE(everythingIn(path(u"out"_s)), QStringList{u"s012.png.dzip"_s});
}

void TestConversion::namesOfAnyKindArePossible_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("blanks and a plus") << u"my brain + section.png"_s;
    QTest::newRow("umlauts") << u"Gehirn Größe µm.png"_s;
    QTest::newRow("beyond the first plane") << u"\U0001F9E0.png"_s;
    QTest::newRow("characters of URLs") << u"a#b?c%20d.png"_s;
    QTest::newRow("what libvips takes for options") << u"x.png[access=random]"_s;
    QTest::newRow("empty options") << u"x.png[]"_s;
    QTest::newRow("a leading dash") << u"-o.png"_s;
    QTest::newRow("as long as a file's name may be") << QString(246, u'n') + u".png"_s;
}

void TestConversion::namesOfAnyKindArePossible()
{
    QFETCH(const QString, name);
    Conversion conversion = gradientConversion({300, 200}, u"plain.png"_s);
    conversion.source = path(name);
    conversion.target = path(u"out/"_s + name + u".dzip"_s);
    QVERIFY(QFile::rename(path(u"plain.png"_s), conversion.source));

    const Result<ConversionReport> report = convertImage(conversion, {});

    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(breaches(report->target), QString());
}

void TestConversion::innerNamesFollowTheTargetUnlessGiven()
{
    Conversion conversion = gradientConversion({300, 200});

    QVERIFY(convertImage(conversion, {}));
    const auto byTarget = DzipReader::open(conversion.target);
    conversion.target = path(u"out/archive.dzip"_s);
    conversion.innerName = u"other.tif"_s;
    QVERIFY(convertImage(conversion, {}));
    const auto given = DzipReader::open(conversion.target);

    QCOMPARE((*byTarget)->innerName(), u"s012.png"_s);
    QCOMPARE((*given)->innerName(), u"other.tif"_s);
    QVERIFY((*given)->entryNames().contains(u"other.tif_files/0/0_0.jpeg"_s));
}

void TestConversion::anExistingTargetIsTreatedAsAsked_data()
{
    QTest::addColumn<ExistsPolicy>("policy");
    QTest::addColumn<QString>("expectedName"); ///< of the archive made; empty = none
    QTest::addColumn<bool>("isOldKept");
    QTest::addColumn<bool>("isError");

    QTest::newRow("skip") << ExistsPolicy::Skip << QString() << true << false;
    QTest::newRow("rename") << ExistsPolicy::Rename << u"s012.png (2).dzip"_s << true << false;
    QTest::newRow("replace") << ExistsPolicy::Replace << u"s012.png.dzip"_s << false << false;
    QTest::newRow("fail") << ExistsPolicy::Fail << QString() << true << true;
}

void TestConversion::anExistingTargetIsTreatedAsAsked()
{
    QFETCH(const ExistsPolicy, policy);
    QFETCH(const QString, expectedName);
    QFETCH(const bool, isOldKept);
    QFETCH(const bool, isError);
    Conversion conversion = gradientConversion({300, 200});
    conversion.options.exists = policy;
    QFile old(conversion.target);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();

    const Result<ConversionReport> report = convertImage(conversion, {});

    QCOMPARE(!report.has_value(), isError);
    if (isError)
        QCOMPARE(report.error().code, ErrorCode::TargetExists);
    else
        QCOMPARE(report->skipped, expectedName.isEmpty());
    QCOMPARE(contentOf(conversion.target) == "old", isOldKept);
    if (!expectedName.isEmpty())
        QCOMPARE(breaches(path(u"out/"_s + expectedName)), QString());
    QCOMPARE(everythingIn(path(u"out"_s)).size(), policy == ExistsPolicy::Rename ? 2 : 1);
}

void TestConversion::replacingLeavesTheOldArchiveWhenTheSourceIsDamaged()
{
    Conversion conversion = gradientConversion({300, 200});
    QVERIFY(convertImage(conversion, {}));
    const QByteArray before = contentOf(conversion.target);
    QVERIFY(QFile::resize(conversion.source, QFile(conversion.source).size() / 2));
    conversion.options.exists = ExistsPolicy::Replace;

    const Result<ConversionReport> report = convertImage(conversion, {});

    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Damaged);
    QVERIFY(contentOf(conversion.target) == before);
    QCOMPARE(everythingIn(path(u"out"_s)).size(), 1);
}

void TestConversion::failureLeavesNothingBehind_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("target");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words"); ///< that the message has

    QTest::newRow("no source") << u"none.png"_s << u"out/a.dzip"_s << ErrorCode::NotFound
                               << u"none.png"_s;
    QTest::newRow("a folder as source")
        << u"out"_s << u"out/a.dzip"_s << ErrorCode::Unreadable << u"out"_s;
    QTest::newRow("an empty source")
        << u"empty.tif"_s << u"out/a.dzip"_s << ErrorCode::Unreadable << u"empty.tif is empty"_s;
    QTest::newRow("a text named .tif") << u"text.tif"_s << u"out/a.dzip"_s << ErrorCode::Unreadable
                                       << u"text.tif is not an image that can be read"_s;
    QTest::newRow("a source cut off")
        << u"cut.png"_s << u"out/a.dzip"_s << ErrorCode::Damaged << u"cut.png is damaged"_s;
    QTest::newRow("a file where the folder should be")
        << u"whole.png"_s << u"text.tif/a.dzip"_s << ErrorCode::Io << u"a.dzip cannot be written"_s;
    QTest::newRow("a folder as target")
        << u"whole.png"_s << u"out"_s << ErrorCode::TargetExists << u"out"_s;
    QTest::newRow("a name no archive takes")
        << u"whole.png"_s << u"out/a\\b.dzip"_s << ErrorCode::InvalidRequest << u"a\\b"_s;
}

void TestConversion::failureLeavesNothingBehind()
{
    QFETCH(const QString, source);
    QFETCH(const QString, target);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, words);
    gradientConversion({600, 500}, u"whole.png"_s);
    gradientConversion({600, 500}, u"cut.png"_s);
    QVERIFY(QFile::resize(path(u"cut.png"_s), QFile(path(u"cut.png"_s)).size() / 2));
    QFile empty(path(u"empty.tif"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    QFile text(path(u"text.tif"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("This is no image.\n") > 0);
    text.close();
    const QStringList before = everythingIn(m_folder->path());

    const Result<ConversionReport> report
        = convertImage({.source = path(source), .target = path(target)}, {});

    QVERIFY(!report);
    QCOMPARE(report.error().code, code);
    QVERIFY2(report.error().message.contains(words), qPrintable(report.error().message));
    QVERIFY2(!report.error().message.contains(m_folder->path()),
             qPrintable(report.error().message));
    QCOMPARE(everythingIn(path(u"out"_s)), QStringList());
    QCOMPARE(everythingIn(m_folder->path()), before);
}

void TestConversion::cancelLeavesNothingBehind_data()
{
    QTest::addColumn<StepProgress::Phase>("phase");

    QTest::newRow("while tiles are made") << StepProgress::Phase::Pyramid;
    QTest::newRow("while packing") << StepProgress::Phase::Packing;
}

void TestConversion::cancelLeavesNothingBehind()
{
    QFETCH(const StepProgress::Phase, phase);
    const Conversion conversion = gradientConversion({1200, 900});
    std::stop_source stopper;
    const auto stopAt = [&](const StepProgress &progress) {
        if (progress.phase == phase)
            stopper.request_stop();
    };

    const Result<ConversionReport> report = convertImage(conversion, {stopper.get_token(), stopAt});

    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QCOMPARE(everythingIn(path(u"out"_s)), QStringList());
}

void TestConversion::progressGoesThroughPyramidAndPackingAndNeverFalls()
{
    const Conversion conversion = gradientConversion({1200, 900});
    QList<StepProgress> reports;

    QVERIFY(convertImage(conversion, {.progress = [&](const StepProgress &p) {
                             reports << p;
                         }}));

    QCOMPARE(reports.first().phase, StepProgress::Phase::Pyramid);
    QCOMPARE(reports.last().phase, StepProgress::Phase::Packing);
    QCOMPARE(reports.last().done, reports.last().total);
    QCOMPARE(reports.last().total, QFile(conversion.target).size());
    QVERIFY(std::any_of(reports.begin(), reports.end(), [](const StepProgress &p) {
        return p.phase == StepProgress::Phase::Pyramid && p.done == p.total
            && p.total == 1200 * 900;
    }));
    for (qsizetype i = 1; i < reports.size(); ++i) {
        QVERIFY(reports[i].phase >= reports[i - 1].phase);
        QVERIFY(reports[i].phase > reports[i - 1].phase || reports[i].done >= reports[i - 1].done);
    }
}

void TestConversion::metadataTellsSourceAndOptionsAndNothingPrivate()
{
    vips::VImage image = testimages::gradient(300, 200).copy();
    image.set("exif-ifd0-Artist", "Dr Secret (Dr Secret, ASCII, 10 components, 10 bytes)");
    image.set("exif-ifd3-GPSLatitude",
              "52/1 31/1 0/1 (52, 31, 0, Rational, 3 components, 24 bytes)");
    image.set(VIPS_META_IMAGEDESCRIPTION, "scanned by Dr Secret");
    testimages::save(image, path(u"s.jpg"_s), "[Q=90]");
    QVERIFY(contentOf(path(u"s.jpg"_s)).contains("Dr Secret"));
    Conversion conversion{.source = path(u"s.jpg"_s), .target = path(u"out/s.jpg.dzip"_s)};
    conversion.options.quality = 60;

    QVERIFY(convertImage(conversion, {}));

    const auto reader = DzipReader::open(conversion.target);
    const QJsonObject json = QJsonDocument::fromJson(*(*reader)->metadata()).object();
    QCOMPARE(json[u"source"].toObject()[u"name"].toString(), u"s.jpg"_s);
    QCOMPARE(json[u"source"].toObject()[u"bytes"].toInteger(), QFile(conversion.source).size());
    QCOMPARE(json[u"options"].toObject()[u"quality"].toInt(), 60);
    QVERIFY(!json[u"programs"].toArray().isEmpty());
    const QByteArray archive = contentOf(conversion.target);
    QVERIFY(!archive.contains("Secret"));
    QVERIFY(!archive.contains("Exif"));
    QVERIFY(!archive.contains(m_folder->path().toUtf8()));
}

void TestConversion::whatIsWrittenIsNamedAsAsked()
{
    Conversion conversion = gradientConversion({600, 500});
    conversion.temporaryName = u".mine.part"_s;
    QStringList whileAtWork;

    QVERIFY(convertImage(conversion, {.progress = [&](const StepProgress &) {
                             whileAtWork = everythingIn(path(u"out"_s));
                         }}));

    QCOMPARE(whileAtWork, QStringList{u".mine.part"_s});
    QCOMPARE(everythingIn(path(u"out"_s)), QStringList{u"s012.png.dzip"_s});
}

void TestConversion::aMissingTargetFolderIsMade()
{
    Conversion conversion = gradientConversion({300, 200});
    conversion.target = path(u"new/deeper/s.dzip"_s);

    QVERIFY(convertImage(conversion, {}));

    QCOMPARE(breaches(conversion.target), QString());
}

void TestConversion::reportAgreesWithTheFile()
{
    Conversion conversion = gradientConversion({1200, 900});
    conversion.isHashed = true;

    const Result<ConversionReport> report = convertImage(conversion, {});

    QVERIFY(report);
    const QByteArray bytes = contentOf(report->target);
    QCOMPARE(report->bytes, bytes.size());
    QCOMPARE(report->md5,
             QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex()));
    QCOMPARE(report->size, QSize(1200, 900));
    QCOMPARE(report->levels, 12);
    // 1200 x 900 in tiles of 254: 5 x 4, 3 x 2, 2 x 1, and nine levels of one tile.
    QCOMPARE(report->tiles, 20 + 6 + 2 + 9);
    QVERIFY(!report->skipped);
}

QTEST_GUILESS_MAIN(TestConversion)
#include "tst_conversion.moc"
