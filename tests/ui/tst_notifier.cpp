// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sessiontest.h"
#include "ui/notifier.h"

using namespace createzoom;

/// What the desktop is told of the jobs.
class TestNotices : public SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void failuresAreGatheredToOneMessage()
    {
        qint64 now = 0;
        JobActivity activity;
        Notifier notifier(
            activity, [] { return false; }, [&] { return now; });
        QSignalSpy told(&notifier, &Notifier::notify);
        QList<Job> jobs;
        for (const auto &id : {u"1"_s, u"2"_s, u"3"_s, u"4"_s})
            jobs << localJob(id, id + u".tif"_s);
        activity.note(jobs);

        activity.note({localJob(u"1"_s, u"1.tif"_s, JobState::Failed)});
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.at(0).at(1).toString(), u"1.tif"_s);
        activity.note({localJob(u"2"_s, u"2.tif"_s, JobState::Failed),
                       localJob(u"3"_s, u"3.tif"_s, JobState::Failed)});
        QCOMPARE(told.size(), 1);
        now = 30'000;
        notifier.tellWhatIsDue();
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.at(1).at(1).toString(), u"2.tif, 3.tif"_s);

        activity.note({localJob(u"4"_s, u"4.tif"_s, JobState::Done)});
        QCOMPARE(told.size(), 3);
        QCOMPARE(told.at(2).at(1).toString(), u"1 done, 3 failed"_s);
    }

    void whoLooksAtTheWindowIsNotTold()
    {
        JobActivity activity;
        Notifier notifier(
            activity, [] { return true; }, [] { return qint64{0}; });
        QSignalSpy told(&notifier, &Notifier::notify);
        activity.note({localJob(u"1"_s, u"1.tif"_s)});
        activity.note({localJob(u"1"_s, u"1.tif"_s, JobState::Failed)});
        QCOMPARE(told.size(), 0);
    }

    void whatEndedAndWentBetweenTwoLooksIsNoLongerOpen()
    {
        JobActivity activity;
        QSignalSpy all(&activity, &JobActivity::allEnded);
        activity.note({localJob(u"a"_s, u"a"_s, JobState::Running)});

        activity.forget({u"a"_s, u"unknown"_s});

        QCOMPARE(activity.open(), 0);
        QCOMPARE(activity.running(), 0);
        QCOMPARE(all.count(), 1);
    }

    void whatCameAndEndedBetweenTwoLooksIsToldOnce()
    {
        JobActivity activity([] { return qint64{1000}; });
        Notifier notifier(
            activity, [] { return false; }, [] { return qint64{0}; });
        QSignalSpy told(&notifier, &Notifier::notify);
        QSignalSpy all(&activity, &JobActivity::allEnded);
        Job quick = localJob(u"1"_s, u"1.tif"_s, JobState::Done);
        quick.endedAt = 1000;

        activity.note({quick});
        activity.note({quick}); // its picture came

        QCOMPARE(all.size(), 1);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.at(0).at(1).toString(), u"1 done"_s);
        activity.note({localJob(u"1"_s, u"1.tif"_s, JobState::Running)});
        activity.note({quick});
        QCOMPARE(told.size(), 2); // it ran again
    }

    void whatEndedBeforeTheStartIsNoNews()
    {
        JobActivity activity;
        QSignalSpy ended(&activity, &JobActivity::jobEnded);
        activity.note({localJob(u"1"_s, u"1.tif"_s, JobState::Failed)});
        QCOMPARE(ended.size(), 0);
        QCOMPARE(activity.running(), 0);
    }
};

QTEST_MAIN(TestNotices)
#include "tst_notifier.moc"
