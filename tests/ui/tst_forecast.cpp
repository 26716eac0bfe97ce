// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplejobs.h"
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
        QCOMPARE(work.remaining(), 200'000.0);

        Job half = known;
        half.state = JobState::Running;
        half.progress = 50;
        work.advance(known, half);

        QCOMPARE(work.remaining(), 150'000.0);
        QCOMPARE(work.done(), 50'000.0);
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

        QCOMPARE(work.remaining(), 0.0);
    }

    void theForecastIsWorkByRateAfterTenSeconds()
    {
        QueueForecast forecast;
        for (int second = 0; second < 10; ++second) {
            forecast.note(second * 10.0, 1000 - second * 10.0, second * 1000LL);
            QVERIFY(!forecast.timeLeft());
        }

        forecast.note(100, 900, 10'000);

        QCOMPARE(*forecast.timeLeft(), 90s);
        QCOMPARE(forecast.percent(), 10.0);
    }

    void theForecastNeverJumpsUpByMoreThanAQuarter()
    {
        QueueForecast forecast;
        for (int second = 0; second <= 60; ++second)
            forecast.note(second * 10.0, 10'000 - second * 10.0, second * 1000LL);
        const auto before = forecast.timeLeft()->count();

        forecast.note(610, 1'000'000, 61'000); // a folder of images was dropped

        QVERIFY(forecast.timeLeft()->count() > before);
        QVERIFY(forecast.timeLeft()->count() <= before * 5 / 4 + 1);
    }

    void anEmptyQueueHasNoForecast()
    {
        QueueForecast forecast;
        for (int second = 0; second <= 20; ++second)
            forecast.note(second, 100, second * 1000LL);
        QVERIFY(forecast.timeLeft());

        forecast.note(20, 0, 21'000);

        QVERIFY(!forecast.timeLeft());
        QVERIFY(!forecast.isOn());
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
