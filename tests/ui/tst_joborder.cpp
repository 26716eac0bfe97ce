// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplejobs.h"
#include "tests/ui/shownnames.h"
#include "ui/joblist.h"
#include "ui/jobtablemodel.h"
#include "ui/naturalkey.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

class TestJobOrder : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 now = 1'790'000'000'000;
    static constexpr int nameColumn = static_cast<int>(JobColumn::Name);

    static QString text(const JobTableModel &model, int row, JobColumn column)
    {
        return model.index(row, static_cast<int>(column)).data().toString();
    }

private Q_SLOTS:
    void namesSortAsPeopleCount_data()
    {
        QTest::addColumn<QStringList>("sorted");
        QTest::newRow("numbers") << QStringList{u"s1.tif"_s, u"S2.tif"_s, u"s10.tif"_s};
        QTest::newRow("zeros before") << QStringList{u"s1"_s, u"s002"_s, u"s3"_s};
        QTest::newRow("a name that begins another") << QStringList{u"s"_s, u"s1"_s, u"s1 b"_s};
        QTest::newRow("accents") << QStringList{u"Hjarne"_s, u"hj\u00e4rnf"_s, u"hjarng"_s};
        QTest::newRow("long numbers")
            << QStringList{u"99999999999999999999"_s, u"100000000000000000000"_s};
    }

    void namesSortAsPeopleCount()
    {
        QFETCH(QStringList, sorted);
        JobList list;
        JobTableModel model(list);
        QList<Job> jobs;
        for (const QString &name : sorted)
            jobs.prepend(localJob(name, name));
        list.update(jobs, now);

        model.sort(nameColumn, Qt::AscendingOrder);
        QCOMPARE(shownNames(model), sorted);
        model.sort(nameColumn, Qt::DescendingOrder);
        QCOMPARE(shownNames(model), QStringList(sorted.rbegin(), sorted.rend()));
    }

    void namesFollowTheLettersOfTheLanguage_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QStringList>("sorted");
        QTest::newRow("Norwegian: \u00e6, \u00f8, \u00e5 after z")
            << u"nb_NO"_s
            << QStringList{u"a2"_s, u"zz"_s, u"\u00e61"_s, u"\u00d81"_s, u"\u00e51"_s};
        QTest::newRow("Swedish: \u00e5, \u00e4, \u00f6 after z")
            << u"sv_SE"_s
            << QStringList{u"zz"_s, u"\u00c51"_s, u"\u00e5b"_s, u"\u00e4"_s, u"\u00f6"_s};
        QTest::newRow("in two code points")
            << u"sv_SE"_s << QStringList{u"ab"_s, u"z"_s, u"a\u030ac"_s};
        QTest::newRow("German: with a")
            << u"de_DE"_s << QStringList{u"hjarne"_s, u"Hj\u00e4rnf"_s, u"hjarng"_s};
        QTest::newRow("Spanish: \u00f1 after n")
            << u"es_ES"_s << QStringList{u"nz"_s, u"\u00f1a"_s, u"o"_s};
    }

    void namesFollowTheLettersOfTheLanguage()
    {
        QFETCH(QString, locale);
        QFETCH(QStringList, sorted);
        const NaturalOrder order{QLocale(locale)};
        QStringList names(sorted.rbegin(), sorted.rend());
        std::sort(names.begin(), names.end(), [&](const QString &left, const QString &right) {
            return order.key(left) < order.key(right);
        });
        QCOMPARE(names, sorted);
    }

    void manyRowsAreInOrderWhateverTheyAreSortedBy_data()
    {
        QTest::addColumn<JobColumn>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const char *way = order == Qt::AscendingOrder ? "upwards" : "downwards";
            QTest::addRow("names %s", way) << JobColumn::Name << order;
            QTest::addRow("sizes %s", way) << JobColumn::Size << order;
            QTest::addRow("what all share %s", way) << JobColumn::Format << order;
            QTest::addRow("destinations %s", way) << JobColumn::Destination << order;
            QTest::addRow("ids %s", way) << JobColumn::JobId << order;
            QTest::addRow("people %s", way) << JobColumn::Submitter << order;
            QTest::addRow("workers %s", way) << JobColumn::Worker << order;
        }
    }

    // More than one way of sorting sees.
    void manyRowsAreInOrderWhateverTheyAreSortedBy()
    {
        QFETCH(JobColumn, column);
        QFETCH(Qt::SortOrder, order);
        constexpr int count = 3000;
        JobList list;
        JobTableModel model(list);
        model.sort(static_cast<int>(column), order);
        QList<Job> jobs;
        for (int i = 0; i < count; ++i) {
            const int number = i * 7919 % 1000; // each three times
            Job job = localJob(QString::number(i), u"a_long_common_beginning_%1.tif"_s.arg(number));
            job.facts.sourceBytes = number * 1'000'003LL;
            job.worker = job.request.submitter = u"lab%1"_s.arg(number);
            jobs << job;
        }
        list.update(jobs.mid(0, count / 2), now);
        list.update(jobs.mid(count / 2), now);
        list.remove({u"0"_s, u"17"_s, u"2999"_s});
        const auto isBefore = [&](const JobRow &left, const JobRow &right) {
            if (column == JobColumn::JobId)
                return (left.job.id < right.job.id) == (order == Qt::AscendingOrder);
            const auto valueOf = [&](const JobRow &row) {
                return column == JobColumn::Format ? 0 : row.job.facts.sourceBytes;
            };
            if (valueOf(left) != valueOf(right))
                return (valueOf(left) < valueOf(right)) == (order == Qt::AscendingOrder);
            return left.job.id.toInt() < right.job.id.toInt(); // the first known first
        };
        const auto checkOrder = [&] {
            QCOMPARE(model.rowCount(), count - 3);
            for (int row = 1; row < model.rowCount(); ++row)
                QVERIFY(isBefore(model.row(row - 1), model.row(row)));
        };

        checkOrder();
        model.resort();
        checkOrder();
    }

    void destinationsSortByFolderAndThenByName()
    {
        JobList list;
        JobTableModel model(list);
        QList<Job> jobs;
        for (const auto &[folder, name] : {std::pair{u"/b"_s, u"s1"_s},
                                           {u"/archives/rat10"_s, u"s1"_s},
                                           {u"/archives/rat9"_s, u"s10"_s},
                                           {u"/archives/rat9/old"_s, u"s1"_s},
                                           {u"/archives/rat9"_s, u"s2"_s}}) {
            Job job = localJob(folder + name, name);
            job.request.targetFolder.path = folder;
            jobs << job;
        }
        list.update(jobs, now);

        model.sort(static_cast<int>(JobColumn::Destination), Qt::AscendingOrder);

        QStringList targets;
        for (int row = 0; row < model.rowCount(); ++row)
            targets << text(model, row, JobColumn::Destination);
        QCOMPARE(targets,
                 (QStringList{u"/archives/rat9/s2.dzip"_s,
                              u"/archives/rat9/s10.dzip"_s,
                              u"/archives/rat9/old/s1.dzip"_s,
                              u"/archives/rat10/s1.dzip"_s,
                              u"/b/s1.dzip"_s}));
    }

    void aNewJobIsPutInItsPlace()
    {
        JobList list;
        JobTableModel model(list);
        list.update({localJob(u"1"_s, u"s1"_s), localJob(u"9"_s, u"s9"_s)}, now);
        model.sort(nameColumn, Qt::AscendingOrder);

        list.update({localJob(u"10"_s, u"s10"_s), localJob(u"5"_s, u"s5"_s)}, now);

        QCOMPARE(shownNames(model), (QStringList{u"s1"_s, u"s5"_s, u"s9"_s, u"s10"_s}));
    }

    void whatChangesStaysWhereItIsUntilSortedAnew()
    {
        JobList list;
        JobTableModel model(list);
        Job slow = localJob(u"1"_s, u"slow"_s, JobState::Running);
        Job fast = localJob(u"2"_s, u"fast"_s, JobState::Running);
        slow.progress = 5;
        list.update({slow, fast}, now);
        model.sort(static_cast<int>(JobColumn::Progress), Qt::DescendingOrder);
        fast.progress = 50;

        list.update({fast}, now);
        QCOMPARE(shownNames(model), (QStringList{u"slow"_s, u"fast"_s}));
        QVERIFY(model.isOrderStale());
        model.resort();

        QCOMPARE(shownNames(model), (QStringList{u"fast"_s, u"slow"_s}));
        QVERIFY(!model.isOrderStale());
    }

    void aTextThatChangesMakesTheOrderStale()
    {
        JobList list;
        JobTableModel model(list);
        Job job = localJob(u"1"_s, u"a"_s, JobState::Running);
        list.update({job, localJob(u"2"_s, u"b"_s)}, now);
        model.sort(static_cast<int>(JobColumn::Worker), Qt::AscendingOrder);
        QCOMPARE(shownNames(model), (QStringList{u"a"_s, u"b"_s}));

        job.progress = 10;
        list.update({job}, now);
        QVERIFY(!model.isOrderStale());
        job.worker = u"node1"_s;
        list.update({job}, now);
        QVERIFY(model.isOrderStale());
        model.sort(static_cast<int>(JobColumn::Worker), Qt::AscendingOrder);

        QCOMPARE(shownNames(model), (QStringList{u"b"_s, u"a"_s}));
    }

    void queryAndOrderTogetherAreAsOneAfterTheOther()
    {
        JobList list;
        JobTableModel model(list);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.update(manyJobs(), now);
        const JobQuery failed{.groups = 1U << unsigned(StateGroup::Attention)};

        model.setQuery(failed, nameColumn, Qt::DescendingOrder);
        const QStringList together = shownNames(model);
        model.setQuery({}, static_cast<int>(JobColumn::Added), Qt::AscendingOrder);
        QCOMPARE(model.rowCount(), 30);
        model.setQuery(failed);
        model.sort(nameColumn, Qt::DescendingOrder);

        QCOMPARE(together, shownNames(model));
        QVERIFY(together.size() > 1);
    }

    void aChangeOfSomethingElseLeavesTheOrderAlone()
    {
        JobList list;
        JobTableModel model(list);
        Job job = localJob(u"1"_s, u"a"_s, JobState::Running);
        list.update({job}, now);
        model.sort(static_cast<int>(JobColumn::Place), Qt::AscendingOrder);

        job.progress = 50;
        list.update({job}, now);
        QVERIFY(!model.isOrderStale());
        job.state = JobState::Done;
        list.update({job}, now);

        QVERIFY(model.isOrderStale());
    }

    void theQueueIsNumberedByPlace()
    {
        JobList list;
        JobTableModel model(list);
        Job first = localJob(u"1"_s, u"first"_s);
        Job second = localJob(u"2"_s, u"second"_s);
        Job running = localJob(u"3"_s, u"running"_s, JobState::Running);
        first.place = 7.5;
        second.place = 12;
        list.update({localJob(u"4"_s, u"done"_s, JobState::Done), second, first, running}, now);
        model.sort(static_cast<int>(JobColumn::Place), Qt::AscendingOrder);

        QCOMPARE(shownNames(model),
                 (QStringList{u"running"_s, u"first"_s, u"second"_s, u"done"_s}));
        QCOMPARE(text(model, 0, JobColumn::Place), QString());
        QCOMPARE(text(model, 1, JobColumn::Place), u"1"_s);
        QCOMPARE(text(model, 2, JobColumn::Place), u"2"_s);
        first.place = 20;
        list.update({first}, now);
        QVERIFY(model.isOrderStale());
        model.resort();
        QCOMPARE(text(model, 1, JobColumn::Name), u"second"_s);
        QCOMPARE(text(model, 1, JobColumn::Place), u"1"_s);
        QCOMPARE(text(model, 2, JobColumn::Place), u"2"_s);
        second.state = JobState::Running;
        Job third = localJob(u"5"_s, u"third"_s);
        third.place = 15;
        list.update({second, third}, now);
        QCOMPARE(list.at(list.find(u"2"_s)).rank, 0);
        QCOMPARE(list.at(list.find(u"5"_s)).rank, 1);
        QCOMPARE(list.at(list.find(u"1"_s)).rank, 2);
        list.remove({u"5"_s});
        QCOMPARE(list.at(list.find(u"1"_s)).rank, 1);
    }
};

QTEST_MAIN(TestJobOrder)
#include "tst_joborder.moc"
