// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobservice.h"
#include "tests/ui/fakeengine.h"
#include "tests/ui/samplejobs.h"
#include "ui/addplan.h"
#include "ui/jobcommands.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

SecretBox testKeys()
{
    return *SecretBox::fromKeys(Secret("test:" + QByteArray(32, 'k').toBase64()));
}

QStringList sources(const AddPlan &plan)
{
    QStringList paths;
    for (const JobRequest &request : plan.requests)
        paths << request.source.path;
    return paths;
}

} // namespace

class TestAdding : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder{};
    FakeEngine m_engine{};
    SecretBox m_keys = testKeys();
    JobService m_service{m_engine, m_keys, systemClock()};

    QString path(const QString &name) const { return m_folder.filePath(name); }

    void makeFile(const QString &name)
    {
        QVERIFY(QDir().mkpath(path(name).section(u'/', 0, -2)));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

private Q_SLOTS:
    void init()
    {
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
        const AddPlan plan = planJobs({path(u"brain"_s)}, {}, NamedFiles::ImagesOnly);

        QCOMPARE(sources(plan),
                 (QStringList{path(u"brain/deep/s1.svs"_s),
                              path(u"brain/s2.tif"_s),
                              path(u"brain/s10.TIF"_s)}));
        QVERIFY(plan.notImages.isEmpty());
    }

    void aSearchCanBeEnded()
    {
        const AddPlan plan
            = planJobs({path(u"brain"_s)}, {}, NamedFiles::ImagesOnly, [] { return false; });

        QVERIFY(plan.requests.isEmpty());
    }

    void aDroppedFileThatIsNoImageIsNamed()
    {
        const AddPlan plan
            = planJobs({path(u"a.tif"_s), path(u"notes.txt"_s)}, {}, NamedFiles::ImagesOnly);

        QCOMPARE(sources(plan), QStringList{path(u"a.tif"_s)});
        QCOMPARE(plan.notImages, QStringList{path(u"notes.txt"_s)});
    }

    void aChosenFileIsTriedWhateverItsName()
    {
        const AddPlan plan = planJobs({path(u"notes.txt"_s)}, {}, NamedFiles::All);

        QCOMPARE(sources(plan), QStringList{path(u"notes.txt"_s)});
    }

    void archivesGoBesideTheirImages()
    {
        const AddPlan plan = planJobs({path(u"brain/s2.tif"_s)}, {}, NamedFiles::ImagesOnly);

        QVERIFY(plan.requests.at(0).source.isLocal());
        QCOMPARE(plan.requests.at(0).target().path, path(u"brain/s2.tif.dzip"_s));
    }

    void archivesGoToTheChosenFolder()
    {
        const AddPlan plan
            = planJobs({path(u"brain/s2.tif"_s)}, u"/archives"_s, NamedFiles::ImagesOnly);

        QCOMPARE(plan.requests.at(0).target().path, u"/archives/s2.tif.dzip"_s);
    }

    void twoImagesOfOneNameDoNotShareAnOutput()
    {
        makeFile(u"other/s2.tif"_s);

        const AddPlan plan = planJobs(
            {path(u"brain/s2.tif"_s), path(u"other/s2.tif"_s)}, u"/archives"_s, NamedFiles::All);

        QCOMPARE(sources(plan), QStringList{path(u"brain/s2.tif"_s)});
        QCOMPARE(plan.sameOutput, QStringList{path(u"other/s2.tif"_s)});
    }

    void addingSubmitsOffTheGuiThread()
    {
        FakeEngine engine;
        JobService service(engine, m_keys, systemClock());
        JobCommands commands(service);
        QSignalSpy added(&commands, &JobCommands::added);

        commands.add({path(u"brain"_s), path(u"notes.txt"_s)}, {}, NamedFiles::ImagesOnly);

        QVERIFY(added.wait());
        const AddReport report = added.at(0).at(0).value<AddReport>();
        QCOMPARE(report.added, 3);
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
        JobCommands commands(service);
        QSignalSpy added(&commands, &JobCommands::added);

        commands.add({path(u"brain"_s)}, {}, NamedFiles::ImagesOnly);

        QVERIFY(added.wait());
        const AddReport report = added.at(0).at(0).value<AddReport>();
        QCOMPARE(report.added, 0);
        QVERIFY(report.error);
        QCOMPARE(report.error->code, ErrorCode::QueueFull);
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

        commands.measureDisk(m_folder.path());

        QVERIFY(measured.wait());
        QCOMPARE(measured.at(0).at(0).toString(), m_folder.path());
        QVERIFY(measured.at(0).at(1).toLongLong() > 0);
    }
};

QTEST_GUILESS_MAIN(TestAdding)
#include "tst_adding.moc"
