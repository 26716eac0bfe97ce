// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/resultvalue.h"
#include "ui/adding/imagescan.h"
#include "ui/addplan.h"

#include <QDir>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using createzoom::tests::valueOf;

namespace {

QStringList found(const ImageScan &scan)
{
    QStringList paths;
    for (const FoundImage &image : scan.images)
        paths << image.path;
    return paths;
}

} // namespace

class TestAdding : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder{};

    QString path(const QString &name) const { return m_folder->filePath(name); }

    void makeFile(const QString &name, const QByteArray &bytes = {})
    {
        QVERIFY(QDir().mkpath(path(name).section(u'/', 0, -2)));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char *name : {"a.tif",
                                 "notes.txt",
                                 "brain/s2.tif",
                                 "brain/s10.TIF",
                                 "brain/deep/s1.svs",
                                 "brain/read.me"})
            makeFile(QLatin1String(name));
    }

    void foldersAreSearchedForImagesOnly()
    {
        const ImageScan scan = scanForImages({path(u"brain"_s)}, NamedFiles::ImagesOnly);

        QCOMPARE(found(scan),
                 (QStringList{path(u"brain/deep/s1.svs"_s),
                              path(u"brain/s2.tif"_s),
                              path(u"brain/s10.TIF"_s)}));
        QVERIFY(scan.notImages.isEmpty());
        QCOMPARE(scan.images.at(0).tree, u"brain/deep"_s);
    }

    void aSearchCanBeEnded()
    {
        const ImageScan scan = scanForImages({path(u"brain"_s)},
                                             NamedFiles::ImagesOnly,
                                             [](const ScanProgress & /*found*/) { return false; });

        QVERIFY(scan.images.isEmpty());
        QVERIFY(scan.isCancelled);
    }

    void aSearchTellsWhatItFoundSoFar()
    {
        makeFile(u"a.tif"_s, "12345");
        makeFile(u"brain/s2.tif"_s, "123");
        QList<ScanProgress> told;
        const ImageScan scan = scanForImages({path(u"a.tif"_s), path(u"brain"_s)},
                                             NamedFiles::ImagesOnly,
                                             [&](const ScanProgress &found) {
                                                 told << found;
                                                 return true;
                                             });

        QCOMPARE(scan.images.size(), 4);
        QCOMPARE(told.first(), ScanProgress());
        QVERIFY(told.contains(ScanProgress{1, 5}));
        QVERIFY(told.contains(ScanProgress{4, 5})); // counted, not yet measured
        QVERIFY(told.last().bytes >= 5);
        QCOMPARE(scan.bytes(), 8);
    }

    void whatIsNoImageOfItsOwnIsPassedOver_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::newRow("hidden") << QStringList{u"set/.s1.tif"_s, u"set/.hidden/s1.tif"_s};
        QTest::newRow("our own unfinished archive") << QStringList{u"set/.createzoom-x.part"_s};
        QTest::newRow("tiles of a plain pyramid")
            << QStringList{u"set/s.dzi"_s, u"set/s_files/0/0_0.jpeg"_s};
        QTest::newRow("the data of a MIRAX slide")
            << QStringList{u"set/slide/Slidedat.ini"_s, u"set/slide/Data0000.dat"_s};
    }

    void whatIsNoImageOfItsOwnIsPassedOver()
    {
        QFETCH(QStringList, files);
        for (const QString &file : files)
            makeFile(file);
        makeFile(u"set/mine.tif"_s);

        const ImageScan scan = scanForImages({path(u"set"_s)}, NamedFiles::ImagesOnly);

        QCOMPARE(found(scan), QStringList{path(u"set/mine.tif"_s)});
    }

    void thePartsOfASlideAreNotAddedBesideIt()
    {
        makeFile(u"set/s.vms"_s, "[Virtual Microscope Specimen]\r\nImageFile=s.jpg\r\n");
        makeFile(u"set/s.jpg"_s);
        makeFile(u"set/other.jpg"_s);

        const ImageScan scan = scanForImages({path(u"set"_s)}, NamedFiles::ImagesOnly);

        QCOMPARE(found(scan), (QStringList{path(u"set/other.jpg"_s), path(u"set/s.vms"_s)}));
    }

    void linksThatLeadInACircleEnd()
    {
        makeFile(u"set/s.tif"_s);
        QVERIFY(QFile::link(path(u"set"_s), path(u"set/again"_s)));

        const ImageScan scan = scanForImages({path(u"set"_s)}, NamedFiles::ImagesOnly);

        QCOMPARE(found(scan), QStringList{path(u"set/s.tif"_s)});
    }

    void anImageThatIsNamedTwiceIsFoundOnce()
    {
        const ImageScan scan
            = scanForImages({path(u"brain"_s), path(u"brain/s2.tif"_s)}, NamedFiles::ImagesOnly);

        QCOMPARE(scan.images.size(), 3);
    }

    void aDroppedFileThatIsNoImageIsNamed()
    {
        const ImageScan scan = scanForImages(
            {path(u"a.tif"_s), path(u"notes.txt"_s), path(u"gone.tif"_s)}, NamedFiles::ImagesOnly);

        QCOMPARE(found(scan), QStringList{path(u"a.tif"_s)});
        QCOMPARE(scan.notImages, QStringList{path(u"notes.txt"_s)});
        QCOMPARE(scan.missing, QStringList{path(u"gone.tif"_s)});
    }

    void aChosenFileIsTriedWhateverItsName()
    {
        const ImageScan scan = scanForImages({path(u"notes.txt"_s)}, NamedFiles::All);

        QCOMPARE(found(scan), QStringList{path(u"notes.txt"_s)});
    }

    void pathsArePastedAsFilesOrAsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("lines") << u"/a/s 1.tif\n/a/s2.tif\n"_s
                               << QStringList{u"/a/s 1.tif"_s, u"/a/s2.tif"_s};
        QTest::newRow("addresses") << u"file:///a/s%201.tif\r\n"_s << QStringList{u"/a/s 1.tif"_s};
        QTest::newRow("a sentence") << u"see the mail"_s << QStringList{};
        QTest::newRow("the web") << u"https://example.org/a.tif"_s << QStringList{};
    }

    void pathsArePastedAsFilesOrAsText()
    {
        QFETCH(QString, text);
        QMimeData data;
        data.setText(text);

        QTEST(pathsIn(data), "paths");
    }

    void archivesGoWhereTheChoiceSays_data()
    {
        using enum Destination::Kind;
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("target");
        QTest::newRow("beside") << static_cast<int>(Beside) << u"brain/deep/s1.svs.dzip"_s;
        QTest::newRow("one folder") << static_cast<int>(Folder) << u"/out/s1.svs.dzip"_s;
        QTest::newRow("mirrored") << static_cast<int>(Mirror) << u"/out/brain/deep/s1.svs.dzip"_s;
        QTest::newRow("bucket") << static_cast<int>(Bucket) << u"b1/zoom/s1.svs.dzip"_s;
    }

    void archivesGoWhereTheChoiceSays()
    {
        QFETCH(int, kind);
        const ImageScan scan = scanForImages({path(u"brain"_s)}, NamedFiles::ImagesOnly);
        const AddChoice choice{.destination
                               = {static_cast<Destination::Kind>(kind), u"/out"_s, u"b1/zoom/"_s}};

        const AddPlan plan = valueOf(planJobs(scan, choice, &fileExists));

        QFETCH(QString, target);
        const bool isBeside = choice.destination.kind == Destination::Kind::Beside;
        QCOMPARE(plan.requests.at(0).target().text(), isBeside ? path(target) : target);
    }

    void anImpossibleBucketIsRefused()
    {
        const ImageScan scan = scanForImages({path(u"brain"_s)}, NamedFiles::ImagesOnly);
        const AddChoice choice{
            .destination = {.kind = Destination::Kind::Bucket, .bucketFolder = u"b1/../b2"_s}};

        const Result<AddPlan> plan = planJobs(scan, choice, &fileExists);

        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::InvalidRequest);
    }

    void twoImagesOfOneNameDoNotShareAnOutput()
    {
        makeFile(u"other/s2.tif"_s);
        const ImageScan scan
            = scanForImages({path(u"brain/s2.tif"_s), path(u"other/s2.tif"_s)}, NamedFiles::All);
        const AddChoice choice{.destination
                               = {.kind = Destination::Kind::Folder, .folder = u"/archives"_s}};

        const AddPlan plan = valueOf(planJobs(scan, choice, &fileExists));

        QCOMPARE(plan.requests.size(), 1);
        QCOMPARE(plan.sameOutput, QStringList{path(u"other/s2.tif"_s)});
    }

    void whatExistsIsLookedForOnlyWhenItIsAskedAbout_data()
    {
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("asked") << true;
        QTest::newRow("not asked") << false;
    }

    void whatExistsIsLookedForOnlyWhenItIsAskedAbout()
    {
        QFETCH(bool, isAsked);
        makeFile(u"brain/s2.tif.dzip"_s);
        const ImageScan scan
            = scanForImages({path(u"a.tif"_s), path(u"brain/s2.tif"_s)}, NamedFiles::All);

        const AddPlan plan = valueOf(planJobs(scan, {.isAskedIfExists = isAsked}, &fileExists));

        QCOMPARE(plan.existing, isAsked ? QList<qsizetype>{1} : QList<qsizetype>{});
    }
};

QTEST_GUILESS_MAIN(TestAdding)
#include "tst_adding.moc"
