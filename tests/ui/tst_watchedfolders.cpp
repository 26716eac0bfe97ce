// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sessiontest.h"
#include "ui/adding/watchrunner.h"

#include <QSemaphore>

#include <atomic>

using namespace createzoom;
using namespace std::chrono_literals;

/// Images that arrive in watched folders.
class TestWatchedFolders : public SessionTest
{
    Q_OBJECT

private:
    std::unique_ptr<WatchRunner> m_runner{};

    FolderToWatch beside(const QString &folder) const { return {m_folder->filePath(folder), {}}; }
    FolderToWatch toBucket(const QString &folder, const QString &bucketFolder) const
    {
        return {m_folder->filePath(folder),
                {.destination = {.kind = Destination::Kind::Bucket, .bucketFolder = bucketFolder}}};
    }
    FolderToWatch toFolder(const QString &folder, const QString &target) const
    {
        return {m_folder->filePath(folder),
                {.destination
                 = {.kind = Destination::Kind::Folder, .folder = m_folder->filePath(target)}}};
    }

    /// The only job of that image.
    Job jobOf(const QString &image) const
    {
        for (const Job &job : m_engine->all()) {
            if (job.request.sourceName() == image)
                return job;
        }
        return {};
    }

    /// As a worker would, and as a JobWatcher tells of it.
    void fail(Job job, ErrorCode code)
    {
        job.state = JobState::Failed;
        job.error = Error{code, u"The token was refused"_s};
        m_engine->put(job);
        m_runner->noteJobs({job});
    }

private Q_SLOTS:
    void init()
    {
        makeBoard();
        m_runner = std::make_unique<WatchRunner>(
            *m_service, m_folder->filePath(u"data"_s), WatchRunner::BucketToken::Asked, 0ms, 1ms);
    }

    void cleanup() { m_runner.reset(); }

    void imagesThatArriveBecomeJobs()
    {
        for (const auto &name : {u"in/s1.tif"_s,
                                 u"in/deep/s2.tif"_s,
                                 u"in/s1.txt"_s,
                                 u"in/deep/s2.tif.dzip"_s}) // made before
            QVERIFY(!write(name).isEmpty());
        QSignalSpy added(m_runner.get(), &WatchRunner::added);

        m_runner->watch({beside(u"in"_s)});

        QVERIFY(added.wait());
        m_runner->watch({}); // and no more
        QCOMPARE(m_engine->all().size(), 1);
        QCOMPARE(m_engine->all().at(0).request.origin, Origin::WatchFolder);
        QCOMPARE(m_engine->all().at(0).request.sourceName(), u"s1.tif"_s);
        QVERIFY(!m_engine->wasCalledOnGuiThread());
    }

    void othersAreWatchedWithoutWaitingForAnImageThatIsBeingTaken()
    {
        constexpr int atMost = 5000; // milliseconds; reached only where the window would wait too
        for (const auto &name : {u"in/s1.tif"_s, u"in/s2.tif"_s, u"in2/s3.tif"_s})
            QVERIFY(!write(name).isEmpty());
        struct Gate
        {
            QSemaphore reached{};
            QSemaphore opened{};
            std::atomic<bool> wasOpened = false;
        };
        const auto gate = std::make_shared<Gate>();
        m_engine->setBeforeSubmit([gate] {
            gate->reached.release();
            gate->wasOpened = gate->opened.tryAcquire(1, atMost);
        });
        m_runner->watch({beside(u"in"_s)});
        QVERIFY(gate->reached.tryAcquire(1, atMost));

        m_runner->watch({beside(u"in2"_s)});

        gate->opened.release(3);
        QTRY_COMPARE(jobOf(u"s3.tif"_s).request.sourceName(), u"s3.tif"_s);
        QVERIFY(gate->wasOpened);
        QCOMPARE(m_engine->all().size(), 2); // the other image of the first folder is left alone
    }

    void eachFolderHasItsOwnDestination()
    {
        for (const auto &name : {u"in/s1.tif"_s, u"in2/s2.tif"_s, u"in3/s3.tif"_s})
            QVERIFY(!write(name).isEmpty());
        m_runner->setToken(Secret("token"));

        m_runner->watch(
            {beside(u"in"_s), toFolder(u"in2"_s, u"out"_s), toBucket(u"in3"_s, u"lab/zoom"_s)});

        QTRY_COMPARE(m_engine->all().size(), 3);
        QCOMPARE(jobOf(u"s1.tif"_s).request.target().text(),
                 m_folder->filePath(u"in/s1.tif.dzip"_s));
        QCOMPARE(jobOf(u"s2.tif"_s).request.target().text(),
                 m_folder->filePath(u"out/s2.tif.dzip"_s));
        QCOMPARE(jobOf(u"s3.tif"_s).request.target(), (Location{u"lab"_s, u"zoom/s3.tif.dzip"_s}));
    }

    void onlyFoldersForABucketWaitForItsToken()
    {
        QVERIFY(!write(u"in/s1.tif"_s).isEmpty());
        QVERIFY(!write(u"in2/s2.tif"_s).isEmpty());
        QSignalSpy wanted(m_runner.get(), &WatchRunner::tokenWanted);
        QSignalSpy notWanted(m_runner.get(), &WatchRunner::tokenNotWanted);

        m_runner->watch({toBucket(u"in"_s, u"lab/zoom"_s), beside(u"in2"_s)});
        QVERIFY(wanted.wait());
        QCOMPARE(wanted.at(0), (QVariantList{u"lab/zoom"_s, false}));
        QTRY_COMPARE(m_engine->all().size(), 1);
        QCOMPARE(m_engine->all().at(0).request.sourceName(), u"s2.tif"_s);

        m_runner->setToken(Secret("a token that does not say how long it holds"));
        QVERIFY(notWanted.wait());
        QTRY_COMPARE(m_engine->all().size(), 2);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(jobOf(u"s1.tif"_s).request.source.isLocal());
    }

    void anExpiredTokenIsAskedForAgain()
    {
        QSignalSpy wanted(m_runner.get(), &WatchRunner::tokenWanted);
        // {"alg":"none"}.{"exp":1}
        m_runner->setToken(Secret("eyJhbGciOiJub25lIn0.eyJleHAiOjF9.x"));

        m_runner->watch({toBucket({}, u"lab/zoom"_s)});

        QVERIFY(wanted.wait());
    }

    void aTokenThatWasRevokedStopsTheDeliveriesUntilThereIsAnother()
    {
        QVERIFY(!write(u"in/s1.tif"_s).isEmpty());
        QSignalSpy wanted(m_runner.get(), &WatchRunner::tokenWanted);
        QSignalSpy notWanted(m_runner.get(), &WatchRunner::tokenNotWanted);
        QSignalSpy added(m_runner.get(), &WatchRunner::added);
        m_runner->setToken(Secret("revoked"));
        m_runner->watch({toBucket(u"in"_s, u"lab/zoom"_s)});
        QVERIFY(added.wait());

        fail(jobOf(u"s1.tif"_s), ErrorCode::AuthRequired);
        QVERIFY(wanted.wait());
        QCOMPARE(wanted.at(0), (QVariantList{u"lab/zoom"_s, true}));
        QVERIFY(!write(u"in/s2.tif"_s).isEmpty());
        m_runner->setToken(Secret("fresh"));

        QVERIFY(notWanted.wait());
        QTRY_COMPARE(jobOf(u"s1.tif"_s).state, JobState::Waiting); // runs again
        QTRY_COMPARE(m_engine->all().size(), 2);
        QCOMPARE(wanted.size(), 1);
    }

    void aLateRefusalOfAnOldTokenIsNoneOfTheNew()
    {
        QVERIFY(!write(u"in/s1.tif"_s).isEmpty());
        QSignalSpy wanted(m_runner.get(), &WatchRunner::tokenWanted);
        QSignalSpy added(m_runner.get(), &WatchRunner::added);
        m_runner->setToken(Secret("revoked"));
        m_runner->watch({toBucket(u"in"_s, u"lab/zoom"_s)});
        QVERIFY(added.wait());
        m_runner->setToken(Secret("fresh"));

        fail(jobOf(u"s1.tif"_s), ErrorCode::AuthExpired);

        QTRY_COMPARE(jobOf(u"s1.tif"_s).state, JobState::Waiting);
        QCOMPARE(wanted.size(), 0);
    }

    void aJobThatFailsForItselfSaysNothingOfTheToken()
    {
        QVERIFY(!write(u"in/s1.tif"_s).isEmpty());
        QSignalSpy wanted(m_runner.get(), &WatchRunner::tokenWanted);
        QSignalSpy added(m_runner.get(), &WatchRunner::added);
        m_runner->setToken(Secret("token"));
        m_runner->watch({toBucket(u"in"_s, u"lab/zoom"_s)});
        QVERIFY(added.wait());
        fail(jobOf(u"s1.tif"_s), ErrorCode::Damaged);

        QVERIFY(!write(u"in/s2.tif"_s).isEmpty());

        QVERIFY(added.wait());
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(jobOf(u"s1.tif"_s).state, JobState::Failed);
    }
};

QTEST_MAIN(TestWatchedFolders)
#include "tst_watchedfolders.moc"
