// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sessiontest.h"
#include "ui/adding/addcommands.h"
#include "ui/jobcommands.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <semaphore>

using namespace createzoom;

namespace {

/// A network disk that is gone: it answers when it is let, or to nobody after ten seconds.
struct SilentDisk
{
    std::optional<qint64> measure()
    {
        ++asked;
        static_cast<void>(answer.try_acquire_for(std::chrono::seconds(10)));
        isAnswered = true;
        return 1;
    }

    std::atomic<int> asked{0};
    std::atomic<bool> isAnswered{false};
    std::binary_semaphore answer{0};
};

} // namespace

/// What adding asks of the board and of the disk, off the GUI thread.
class TestAddCommands : public SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeBoard(); }

    void addingSubmitsOffTheGuiThread()
    {
        for (const auto &name : {u"s1.tif"_s, u"deep/s2.svs"_s, u"deep/s3.TIF"_s, u"read.me"_s})
            QVERIFY(!write(name).isEmpty());
        AddCommands commands(*m_service, nullptr, {});
        QSignalSpy planned(&commands, &AddCommands::planned);
        QSignalSpy submitted(&commands, &AddCommands::submitted);
        const ImageScan scan = scanForImages({m_folder->path()}, NamedFiles::ImagesOnly);

        commands.plan({.scan = scan}, {});
        QVERIFY(planned.wait());
        commands.submit(
            planned.at(0).at(0).value<AddPlan>().requests, planned.at(0).at(1).value<Adding>(), {});

        QVERIFY(submitted.wait());
        const AddReport report = submitted.at(0).at(0).value<AddReport>();
        QCOMPARE(report.ids.size(), 3);
        QVERIFY(!report.error);
        QCOMPARE(m_engine->all().size(), 3);
        QVERIFY(!m_engine->wasCalledOnGuiThread());
    }

    void aFullQueueEndsTheAdding()
    {
        m_engine->fillQueue();
        AddCommands commands(*m_service, nullptr, {});
        QSignalSpy submitted(&commands, &AddCommands::submitted);

        commands.submit({JobRequest{.source = {{}, m_folder->filePath(u"a.tif"_s)}}}, {}, {});

        QVERIFY(submitted.wait());
        const AddReport report = submitted.at(0).at(0).value<AddReport>();
        QVERIFY(report.ids.isEmpty());
        QVERIFY(report.error);
        QCOMPARE(report.error->code, ErrorCode::QueueFull);
    }

    void anUndoCancelsAndForgets()
    {
        m_engine->put(localJob(u"waits"_s, u"x.tif"_s));
        m_engine->put(localJob(u"runs"_s, u"y.tif"_s, JobState::Running));
        AddCommands commands(*m_service, nullptr, {});
        QSignalSpy undone(&commands, &AddCommands::undone);

        commands.undo({u"waits"_s, u"runs"_s});

        QVERIFY(undone.wait());
        QCOMPARE(undone.at(0).at(0).toStringList(), QStringList{u"waits"_s});
        QCOMPARE(undone.at(0).at(1).toLongLong(), 1);
        QCOMPARE(m_engine->all().size(), 1);
        QCOMPARE(m_engine->all().at(0).state, JobState::Stopping);
    }

    void whatIsGoneAlreadyCountsAsRemoved()
    {
        m_engine->put(localJob(u"done"_s, u"x.tif"_s, JobState::Done));
        m_engine->put(localJob(u"runs"_s, u"y.tif"_s, JobState::Running));
        JobCommands commands(*m_service);
        QSignalSpy removed(&commands, &JobCommands::removed);
        QSignalSpy failed(&commands, &JobCommands::failed);

        commands.remove({u"done"_s, u"runs"_s, u"unknown"_s});

        QVERIFY(failed.wait());
        QCOMPARE(removed.at(0).at(0).toStringList(), (QStringList{u"done"_s, u"unknown"_s}));
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::Conflict);
        QCOMPARE(m_engine->all().size(), 1);
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
        const ImageScan scan{.images = {{m_folder->filePath(u"a.tif"_s), {}, 1000}}};
        const AddChoice choice{.destination = {.kind = Destination::Kind::Folder,
                                               .folder = m_folder->filePath(u"not/yet/there"_s)}};

        const SpaceNeed need = measureSpace(scan, choice, {});

        QCOMPARE(need.bytes, 1400);
        QVERIFY(need.freeBytes > 0);
    }

    void theFreeDiskOfAFolderIsMeasured()
    {
        JobCommands commands(*m_service);
        QSignalSpy measured(&commands, &JobCommands::diskMeasured);

        commands.measureDisk(m_folder->path());

        QVERIFY(measured.wait());
        QCOMPARE(measured.at(0).at(0).toString(), m_folder->path());
        QVERIFY(measured.at(0).at(1).toLongLong() > 0);
    }

    // As when another connection is chosen: the window of before goes.
    void aDiskThatIsSilentHoldsUpNobody()
    {
        const auto disk = std::make_shared<SilentDisk>();
        auto commands = std::make_unique<JobCommands>(
            *m_service, [disk](const QString & /*folder*/) { return disk->measure(); });
        commands->measureDisk(u"/lost"_s);
        QTRY_COMPARE(disk->asked, 1);
        commands->measureDisk(u"/lost"_s);

        commands.reset();

        QVERIFY(!disk->isAnswered);
        disk->answer.release();
        QTRY_VERIFY(disk->isAnswered);
        QCOMPARE(disk->asked, 1);
    }
};

QTEST_GUILESS_MAIN(TestAddCommands)
#include "tst_addcommands.moc"
