// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview says of a job.
#include "ui/details/factstable.h"
#include "ui/joblist.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class TestFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoRunsItAndWhereItWaitsIsSaid_data()
    {
        QTest::addColumn<Job>("job");
        QTest::addColumn<QString>("said"); // the beginning of a line
        QTest::addColumn<QString>("unsaid");
        const Artifact file{.path = u"j/1/source"_s, .node = u"lab-2"_s};
        const QList<StepRecord> steps{{.stage = Stage::Process, .startedAt = 1'700'000'000'000}};
        QTest::newRow("running") << Job{.id = u"1"_s,
                                        .state = JobState::Running,
                                        .artifact = file,
                                        .worker = u"lab-1"_s,
                                        .steps = steps}
                                 << u"Worker: lab-1, since "_s << u"Waits at"_s;
        QTest::newRow("between two steps")
            << Job{.id = u"1"_s, .state = JobState::Waiting, .artifact = file}
            << u"Waits at: lab-2"_s << u"Worker"_s;
        QTest::newRow("paused between two steps")
            << Job{.id = u"1"_s, .state = JobState::Paused, .artifact = file}
            << u"Waits at: lab-2"_s << u"Worker"_s;
        QTest::newRow("one machine")
            << Job{.id = u"1"_s, .state = JobState::Waiting, .artifact = {.path = u"j/1/source"_s}}
            << QString() << u"Waits at"_s;
        QTest::newRow("done") << Job{.id = u"1"_s, .state = JobState::Done, .artifact = file}
                              << QString() << u"Waits at"_s;
    }

    void whoRunsItAndWhereItWaitsIsSaid()
    {
        QFETCH(Job, job);
        QFETCH(QString, said);
        QFETCH(QString, unsaid);
        JobRow row;
        row.job = job;

        const QStringList lines = factLines(row);

        const auto isSaid = [&lines](const QString &beginning) {
            return std::any_of(lines.begin(), lines.end(), [&](const QString &line) {
                return line.startsWith(beginning);
            });
        };
        QVERIFY2(isSaid(said), qUtf8Printable(lines.join(u'\n')));
        QVERIFY2(!isSaid(unsaid), qUtf8Printable(lines.join(u'\n')));
    }
};

QTEST_MAIN(TestFacts)
#include "tst_facts.moc"
