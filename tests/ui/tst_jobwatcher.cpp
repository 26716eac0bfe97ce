// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobservice.h"
#include "core/jobs/jobwatcher.h"
#include "tests/support/fakeclock.h"
#include "tests/ui/fakeengine.h"
#include "tests/ui/samplejobs.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace createzoom;

class TestJobWatcher : public QObject
{
    Q_OBJECT

private:
    SecretBox m_keys = *SecretBox::fromKeys(Secret("test:" + QByteArray(32, 'k').toBase64()));

private Q_SLOTS:
    void itStartsWithEveryJobAndTellsEachChangeOnce()
    {
        FakeEngine engine;
        engine.put(localJob(u"a"_s, u"a.tif"_s));
        engine.put(localJob(u"b"_s, u"b.tif"_s));
        JobService service(engine, m_keys, systemClock());
        JobWatcher watcher(service, 1ms);
        QSignalSpy changed(&watcher, &JobWatcher::jobsChanged);

        watcher.start();
        QVERIFY(changed.wait());
        QCOMPARE(changed.at(0).at(0).value<QList<Job>>().size(), 2);

        engine.put(localJob(u"a"_s, u"a.tif"_s, JobState::Running));
        QVERIFY(changed.wait());
        QCOMPARE(changed.count(), 2);
        const auto second = changed.at(1).at(0).value<QList<Job>>();
        QCOMPARE(second.size(), 1);
        QCOMPARE(second.at(0).id, u"a"_s);
        QCOMPARE(second.at(0).state, JobState::Running);
    }

    void whatOthersRemoveIsToldOnce()
    {
        FakeEngine engine;
        engine.put(localJob(u"a"_s, u"a.tif"_s, JobState::Done));
        engine.put(localJob(u"b"_s, u"b.tif"_s, JobState::Done));
        JobService service(engine, m_keys, systemClock());
        JobWatcher watcher(service, 1ms);
        QSignalSpy changed(&watcher, &JobWatcher::jobsChanged);
        QSignalSpy removed(&watcher, &JobWatcher::jobsRemoved);
        watcher.start();
        QVERIFY(changed.wait());

        QVERIFY(engine.remove(u"a"_s));
        QVERIFY(removed.wait());
        engine.put(localJob(u"c"_s, u"c.tif"_s)); // a later answer
        QVERIFY(changed.wait());

        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.at(0).at(0).toStringList(), QStringList{u"a"_s});
    }

    void afterALongSilenceEverythingComesAnew()
    {
        FakeEngine engine;
        engine.put(localJob(u"a"_s, u"a.tif"_s));
        tests::FakeClock clock;
        JobService service(engine, m_keys, systemClock());
        JobWatcher watcher(service, 1ms, nullptr, clock.clock());
        QSignalSpy changed(&watcher, &JobWatcher::jobsChanged);
        QSignalSpy anew(&watcher, &JobWatcher::begunAnew);
        watcher.start();
        QVERIFY(changed.wait());
        QCOMPARE(anew.count(), 0);

        clock.advance(13h); // the machine slept

        QVERIFY(changed.wait());
        QCOMPARE(anew.count(), 1);
        QCOMPARE(changed.last().at(0).value<QList<Job>>().size(), 1);
    }

    void moreThanOnePageComesAtOnce()
    {
        FakeEngine engine;
        for (int i = 0; i < 1201; ++i)
            engine.put(localJob(QString::number(i), u"x.tif"_s));
        JobService service(engine, m_keys, systemClock());
        JobWatcher watcher(service, 1h);
        QSignalSpy changed(&watcher, &JobWatcher::jobsChanged);

        watcher.start();

        const auto count = [&changed] {
            qsizetype jobs = 0;
            for (const QList<QVariant> &page : changed)
                jobs += page.at(0).value<QList<Job>>().size();
            return jobs;
        };
        QTRY_COMPARE(count(), 1201);
    }

    void anOutageIsToldOnceAndItsEndToo()
    {
        FakeEngine engine;
        engine.breakWith(Error{ErrorCode::Unavailable, u"The store does not answer"_s});
        JobService service(engine, m_keys, systemClock());
        JobWatcher watcher(service, 1ms);
        QSignalSpy lost(&watcher, &JobWatcher::connectionLost);
        QSignalSpy restored(&watcher, &JobWatcher::connectionRestored);
        QSignalSpy changed(&watcher, &JobWatcher::jobsChanged);

        watcher.start();
        QVERIFY(lost.wait());
        QCOMPARE(lost.at(0).at(0).value<Error>().code, ErrorCode::Unavailable);

        engine.put(localJob(u"a"_s, u"a.tif"_s));
        engine.breakWith({});
        QVERIFY(changed.wait());
        QCOMPARE(lost.count(), 1);
        QCOMPARE(restored.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestJobWatcher)
#include "tst_jobwatcher.moc"
