// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplejobs.h"
#include "ui/joblist.h"
#include "ui/jobrate.h"
#include "ui/queueforecast.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace createzoom;

namespace {

Job runningJob()
{
    Job job = localJob(u"a"_s, u"a.tif"_s, JobState::Running);
    job.epoch = 1;
    return job;
}

Job imageOf(int pixels, const QString &id = u"a"_s, JobState state = JobState::Running)
{
    Job job = localJob(id, id + u".tif"_s, state);
    job.facts.width = pixels;
    job.facts.height = 1;
    return job;
}

/// Jobs that change in a tally as time goes on.
class Queue
{
public:
    void add(const Job &job)
    {
        work.add(job);
        m_job = job;
    }
    void go(double progress, Stage stage = Stage::Process, JobState state = JobState::Running)
    {
        Job next = m_job;
        next.progress = progress;
        next.stage = stage;
        next.state = state;
        work.advance(m_job, next);
        m_job = next;
    }

    WorkTally work{};

private:
    Job m_job{};
};

} // namespace

class TestForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSteadyJobHasASpeedAndATimeLeft()
    {
        Job job = runningJob();
        JobRate rate;
        for (int second = 0; second <= 40; ++second) {
            job.step.done = second * 2'000'000LL;
            job.progress = second;
            rate.note(job, second * 1000LL);
        }

        QVERIFY(qAbs(rate.perSecond() - 2e6) < 1);
        QVERIFY(rate.isOfPixels());
        QCOMPARE(*rate.timeLeft(), 60s);
    }

    void aJobThatHasJustBegunHasNoTimeLeft()
    {
        JobRate rate;
        rate.note(runningJob(), 0);

        QVERIFY(!rate.timeLeft());
        QCOMPARE(rate.perSecond(), 0.0);
    }

    void theSpeedOfOneStepIsNotThatOfTheNext()
    {
        Job job = runningJob();
        JobRate rate;
        rate.note(job, 0);
        job.step.done = 9'000'000;
        rate.note(job, 1000);
        QVERIFY(rate.perSecond() > 0);
        job.step = {StepProgress::Phase::Packing, 0, 100, {}};

        rate.note(job, 2000);

        QCOMPARE(rate.perSecond(), 0.0);
        QVERIFY(!rate.isOfPixels());
    }

    void aJobThatWaitsHasNoSpeed()
    {
        Job job = runningJob();
        JobRate rate;
        rate.note(job, 0);
        job.step.done = 9'000'000;
        job.progress = 5;
        rate.note(job, 1000);

        job.state = JobState::Paused;
        rate.note(job, 2000);

        QCOMPARE(rate.perSecond(), 0.0);
        QVERIFY(!rate.timeLeft());
    }

    void anUnknownImageCountsAsTheMeanOfTheOthers()
    {
        WorkTally work;
        Job known = localJob(u"a"_s, u"a.tif"_s);
        known.facts.width = 1000;
        known.facts.height = 100;
        work.add(known);
        work.add(localJob(u"b"_s, u"b.tif"_s));
        QCOMPARE(work.all().remaining, 200'000.0);

        Job half = known;
        half.state = JobState::Running;
        half.progress = 50;
        work.advance(known, half);

        QCOMPARE(work.all().remaining, 150'000.0);
        QCOMPARE(work.all().done, 50'000.0);
    }

    void whatWillNotRunIsNoWork_data()
    {
        QTest::addColumn<JobState>("state");
        for (const JobState state : {JobState::Paused,
                                     JobState::NeedsToken,
                                     JobState::Failed,
                                     JobState::Cancelled,
                                     JobState::Done,
                                     JobState::Skipped})
            QTest::newRow(qPrintable(stateName(state))) << state;
    }

    void whatWillNotRunIsNoWork()
    {
        QFETCH(JobState, state);
        WorkTally work;
        work.add(localJob(u"a"_s, u"a.tif"_s, state));

        QCOMPARE(work.all().remaining, 0.0);
    }

    void theForecastIsWorkByRateAfterTenSeconds()
    {
        Queue queue;
        queue.add(imageOf(1000));
        QueueForecast forecast;
        for (int second = 0; second < 10; ++second) {
            queue.go(second);
            forecast.note(queue.work, second * 1000LL);
            QVERIFY(!forecast.timeLeft());
        }

        queue.go(10);
        forecast.note(queue.work, 10'000);

        QCOMPARE(*forecast.timeLeft(), 90s);
        QCOMPARE(forecast.percent(), 10.0);
    }

    void theForecastNeverJumpsUpByMoreThanAQuarter()
    {
        Queue queue;
        queue.add(imageOf(10'000));
        QueueForecast forecast;
        for (int second = 0; second <= 60; ++second) {
            queue.go(second / 10.0);
            forecast.note(queue.work, second * 1000LL);
        }
        const auto before = forecast.timeLeft()->count();

        queue.work.add(imageOf(1'000'000, u"b"_s)); // a folder of images was dropped
        forecast.note(queue.work, 61'000);

        QVERIFY(forecast.timeLeft()->count() > before);
        QVERIFY(forecast.timeLeft()->count() <= before * 5 / 4 + 1);
    }

    void anEmptyQueueHasNoForecast()
    {
        Queue queue;
        queue.add(imageOf(1000));
        QueueForecast forecast;
        for (int second = 0; second <= 20; ++second) {
            queue.go(second);
            forecast.note(queue.work, second * 1000LL);
        }
        QVERIFY(forecast.timeLeft());

        queue.go(100, Stage::Process, JobState::Done);
        forecast.note(queue.work, 21'000);

        QVERIFY(!forecast.timeLeft());
        QVERIFY(!forecast.isOn());
    }

    // Downloads are fast and come first: their pace promised too much.
    void theSlowestStageDecides()
    {
        Queue queue;
        const auto image = [](int number) {
            Job job = bucketJob(QString::number(number), u"x.tif"_s);
            job.facts.width = 1000;
            job.facts.height = 1;
            return job;
        };
        for (int i = 1; i <= 10; ++i)
            queue.add(image(i));
        QueueForecast forecast;
        qint64 second = 0;
        const auto pass = [&](Stage stage, double from, double to, int seconds) {
            for (int i = 0; i <= seconds; ++i) {
                queue.go(from + (to - from) * i / seconds, stage);
                forecast.note(queue.work, ++second * 1000);
            }
        };

        pass(Stage::Download, 0, 20, 5);
        pass(Stage::Process, 20, 85, 5);
        pass(Stage::Upload, 85, 100, 50);

        const double eachSecond = 1000.0 / 50;
        const double left = static_cast<double>(forecast.timeLeft()->count());
        QVERIFY2(qAbs(left - 9000 / eachSecond) < 20, qPrintable(QString::number(left)));
    }

    // After a restart the bar began at 0 % although half was done.
    void afterARestartTheBarGoesOnWhereItWas()
    {
        JobList list;
        const auto at = [](Job job, qint64 createdAt, qint64 endedAt, double progress) {
            job.createdAt = createdAt;
            job.endedAt = endedAt;
            job.progress = progress;
            return job;
        };
        list.update({at(imageOf(1000, u"last week"_s, JobState::Done), 1, 2, 100),
                     at(imageOf(1000, u"done"_s, JobState::Done), 100, 120, 100),
                     at(imageOf(1000, u"running"_s), 100, 0, 50),
                     at(imageOf(1000, u"failed"_s, JobState::Failed), 100, 121, 30),
                     at(imageOf(1000, u"waiting"_s, JobState::Waiting), 101, 0, 0)},
                    1000);
        QueueForecast forecast;
        forecast.note(list.work(), 1000);
        forecast.setReached(list.workReached());

        QCOMPARE(forecast.percent(), 50.0); // one and a half of three
    }

    void timesAreRounded_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds") << 20 << u"about a minute"_s;
        QTest::newRow("minutes") << 260 << u"about 5 min"_s;
        QTest::newRow("five minutes") << 2400 << u"about 40 min"_s;
        QTest::newRow("nearly an hour") << 3590 << u"about 1 h"_s;
        QTest::newRow("hours and minutes") << 4800 << u"about 1 h 20 min"_s;
        QTest::newRow("hours") << 86'400 << u"about 24 h"_s;
    }

    void timesAreRounded()
    {
        QFETCH(int, seconds);
        QFETCH(QString, text);

        QCOMPARE(aboutText(std::chrono::seconds(seconds)), text);
    }
};

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"
