// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobservice.h"
#include "tests/support/resultvalue.h"
#include "tests/ui/fakeengine.h"
#include "tests/ui/samplejobs.h"
#include "ui/adding/addcommands.h"
#include "ui/jobcommands.h"

#include <QDir>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using createzoom::tests::valueOf;

namespace {

SecretBox testKeys()
{
    return *SecretBox::fromKeys(Secret("test:" + QByteArray(32, 'k').toBase64()));
}

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
    FakeEngine m_engine{};
    SecretBox m_keys = testKeys();
    JobService m_service{m_engine, m_keys, systemClock()};

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

    void addingSubmitsOffTheGuiThread()
    {
        FakeEngine engine;
        JobService service(engine, m_keys, systemClock());
        AddCommands commands(service, nullptr, {});
        QSignalSpy planned(&commands, &AddCommands::planned);
        QSignalSpy submitted(&commands, &AddCommands::submitted);
        const ImageScan scan
            = scanForImages({path(u"brain"_s), path(u"notes.txt"_s)}, NamedFiles::ImagesOnly);

        commands.plan({.scan = scan}, {});
        QVERIFY(planned.wait());
        commands.submit(
            planned.at(0).at(0).value<AddPlan>().requests, planned.at(0).at(1).value<Adding>(), {});

        QVERIFY(submitted.wait());
        const AddReport report = submitted.at(0).at(0).value<AddReport>();
        QCOMPARE(report.ids.size(), 3);
        QCOMPARE(report.notImages.size(), 1);
        QVERIFY(!report.error);
        QCOMPARE(engine.all().size(), 3);
        QVERIFY(!engine.wasCalledOnGuiThread());
    }

    void aFullQueueEndsTheAdding()
    {
        FakeEngine engine;
        engine.fillQueue();
        JobService service(engine, m_keys, systemClock());
        AddCommands commands(service, nullptr, {});
        QSignalSpy submitted(&commands, &AddCommands::submitted);

        commands.submit({JobRequest{.source = {{}, path(u"a.tif"_s)}}}, {}, {});

        QVERIFY(submitted.wait());
        const AddReport report = submitted.at(0).at(0).value<AddReport>();
        QVERIFY(report.ids.isEmpty());
        QVERIFY(report.error);
        QCOMPARE(report.error->code, ErrorCode::QueueFull);
    }

    void anUndoCancelsAndForgets()
    {
        FakeEngine engine;
        engine.put(localJob(u"waits"_s, u"x.tif"_s));
        engine.put(localJob(u"runs"_s, u"y.tif"_s, JobState::Running));
        JobService service(engine, m_keys, systemClock());
        AddCommands commands(service, nullptr, {});
        QSignalSpy undone(&commands, &AddCommands::undone);

        commands.undo({u"waits"_s, u"runs"_s});

        QVERIFY(undone.wait());
        QCOMPARE(undone.at(0).at(0).toStringList(), QStringList{u"waits"_s});
        QCOMPARE(undone.at(0).at(1).toLongLong(), 1);
        QCOMPARE(engine.all().size(), 1);
        QCOMPARE(engine.all().at(0).state, JobState::Stopping);
    }

    void theNeedOfSpaceFollowsTheKindOfSource_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("preset");
        QTest::addColumn<qint64>("need");
        QTest::newRow("JPEG tiles") << u"s.tif"_s << u"deepzoom"_s << qint64{1400};
        QTest::newRow("of a tighter source") << u"s.jp2"_s << u"deepzoom"_s << qint64{3000};
        QTest::newRow("PNG tiles") << u"s.png"_s << u"segmentation"_s << qint64{3000};
        QTest::newRow("PNG tiles of JPEG") << u"s.SVS"_s << u"segmentation"_s << qint64{10000};
    }

    void theNeedOfSpaceFollowsTheKindOfSource()
    {
        QFETCH(QString, preset);
        QFETCH(QString, name);
        ConversionOptions options;
        QVERIFY(applyPreset(options, preset));

        QTEST(archiveNeed({.path = u"/x/"_s + name, .bytes = 1000}, options), "need");
    }

    void aDiskThatIsTooSmallIsSaidInWords()
    {
        const SpaceNeed fits{
            .bytes = 96'000'000'000, .freeBytes = 312'000'000'000, .folder = u"/d"_s};
        const SpaceNeed isShort{
            .bytes = 96'000'000'000, .freeBytes = 12'000'000'000, .folder = u"/d"_s};

        QVERIFY(spaceText(fits).startsWith(u"Needs about 96.0 GB; 312.0 GB are free"));
        QVERIFY(isShort.isShort());
        QVERIFY(spaceText(isShort).contains(u"only 12.0 GB"));
    }

    void theSpaceOfAFolderStillToBeMadeIsMeasured()
    {
        const ImageScan scan{.images = {{path(u"a.tif"_s), {}, 1000}}};
        const AddChoice choice{
            .destination = {.kind = Destination::Kind::Folder, .folder = path(u"not/yet/there"_s)}};

        const SpaceNeed need = measureSpace(scan, choice, {});

        QCOMPARE(need.bytes, 1400);
        QVERIFY(need.freeBytes > 0);
    }

    void whatIsGoneAlreadyCountsAsRemoved()
    {
        FakeEngine engine;
        engine.put(localJob(u"done"_s, u"x.tif"_s, JobState::Done));
        engine.put(localJob(u"runs"_s, u"y.tif"_s, JobState::Running));
        JobService service(engine, m_keys, systemClock());
        JobCommands commands(service);
        QSignalSpy removed(&commands, &JobCommands::removed);
        QSignalSpy failed(&commands, &JobCommands::failed);

        commands.remove({u"done"_s, u"runs"_s, u"unknown"_s});

        QVERIFY(failed.wait());
        QCOMPARE(removed.at(0).at(0).toStringList(), (QStringList{u"done"_s, u"unknown"_s}));
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::Conflict);
        QCOMPARE(engine.all().size(), 1);
    }

    void theFreeDiskOfAFolderIsMeasured()
    {
        JobCommands commands(m_service);
        QSignalSpy measured(&commands, &JobCommands::diskMeasured);

        commands.measureDisk(m_folder->path());

        QVERIFY(measured.wait());
        QCOMPARE(measured.at(0).at(0).toString(), m_folder->path());
        QVERIFY(measured.at(0).at(1).toLongLong() > 0);
    }
};

QTEST_GUILESS_MAIN(TestAdding)
#include "tst_adding.moc"
