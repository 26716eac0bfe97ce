// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplejobs.h"
#include "tests/ui/shownnames.h"
#include "ui/joblist.h"
#include "ui/jobquery.h"
#include "ui/jobtablemodel.h"
#include "ui/jobtext.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

class TestJobTable : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 now = 1'790'000'000'000;
    static constexpr int nameColumn = static_cast<int>(JobColumn::Name);

private Q_SLOTS:
    void theModelKeepsTheRulesOfModels()
    {
        JobList list;
        JobTableModel model(list);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        list.update(manyJobs(), now);
        model.sort(nameColumn, Qt::DescendingOrder);
        list.update({localJob(manyJobs().at(3).id, u"renewed.tif"_s, JobState::Failed),
                     localJob(u"new"_s, u"brain section s4.5.tif"_s),
                     localJob(u"last"_s, u"a.tif"_s)},
                    now);
        model.setQuery({.groups = 1U << unsigned(StateGroup::Waiting)});
        model.setQuery({.groups = 1U << unsigned(StateGroup::Attention)});
        list.update({localJob(manyJobs().at(0).id, u"x.tif"_s, JobState::Failed),
                     localJob(manyJobs().at(8).id, u"x.tif"_s, JobState::Waiting)},
                    now);
        model.setQuery({.text = u"section"_s});
        model.setQuery({});
        list.remove({manyJobs().at(0).id, manyJobs().at(7).id, manyJobs().at(8).id, u"unknown"_s});
        model.sort(static_cast<int>(JobColumn::Progress), Qt::AscendingOrder);

        QCOMPARE(model.rowCount(), 29);
        list.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void aSelectionFollowsItsJob()
    {
        JobList list;
        JobTableModel model(list);
        list.update({localJob(u"a"_s, u"a.tif"_s),
                     localJob(u"b"_s, u"b.tif"_s, JobState::Done),
                     localJob(u"c"_s, u"c.tif"_s)},
                    now);
        model.sort(nameColumn, Qt::AscendingOrder);
        const QPersistentModelIndex kept = model.index(2, nameColumn);
        const QPersistentModelIndex hidden = model.index(1, nameColumn);

        model.sort(nameColumn, Qt::DescendingOrder);
        QCOMPARE(kept.row(), 0);
        model.setQuery({.groups = 1U << unsigned(StateGroup::Waiting)});
        QCOMPARE(kept.data().toString(), u"c.tif"_s);
        QVERIFY(!hidden.isValid());
        list.remove({u"a"_s});

        QCOMPARE(kept.data().toString(), u"c.tif"_s);
        QCOMPARE(model.rowOf(u"c"_s), 0);
        QCOMPARE(model.rowOf(u"b"_s), -1);
    }

    void aChangeRenewsItsRowOnly()
    {
        JobList list;
        JobTableModel model(list);
        list.update({localJob(u"a"_s, u"a.tif"_s, JobState::Running),
                     localJob(u"b"_s, u"b.tif"_s, JobState::Running),
                     localJob(u"c"_s, u"c.tif"_s, JobState::Running)},
                    now);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

        list.update({localJob(u"b"_s, u"b.tif"_s, JobState::Stopping)}, now);

        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1);
        QCOMPARE(model.row(1).job.state, JobState::Stopping);
    }

    void theLaterOfTwoChangesOfANewJobCounts()
    {
        JobList list;

        list.update({localJob(u"a"_s, u"a.tif"_s), localJob(u"a"_s, u"a.tif"_s, JobState::Done)},
                    now);

        QCOMPARE(list.size(), 1);
        QCOMPARE(list.at(0).job.state, JobState::Done);
        QCOMPARE(list.tally().of(StateGroup::All), 1);
        QCOMPARE(list.tally().of(StateGroup::Waiting), 0);
    }

    void aLateChangeDoesNotBringARemovedJobBack()
    {
        JobList list;
        list.update({localJob(u"a"_s, u"a.tif"_s, JobState::Done)}, now);

        list.remove({u"a"_s});
        list.update({localJob(u"a"_s, u"a.tif"_s, JobState::Done)}, now);

        QCOMPARE(list.size(), 0);
        QCOMPARE(list.tally().of(StateGroup::All), 0);
    }

    void aDayThatPassesMakesJobsOlder()
    {
        constexpr qint64 day = 24 * 60 * 60 * 1000;
        JobList list;
        Job job = localJob(u"1"_s, u"a.tif"_s);
        job.createdAt = now;
        list.update({job}, now);
        QCOMPARE(list.tally().ages.at(size_t(JobAge::Today)), 1);
        const QSignalSpy updated(&list, &JobList::updated);

        list.renewAges(now);
        QCOMPARE(updated.count(), 0);
        list.renewAges(now + 2 * day);
        QCOMPARE(list.at(0).facets.age, JobAge::ThreeDays);
        list.renewAges(now + 5 * day);

        QCOMPARE(list.at(0).facets.age, JobAge::Older);
        QCOMPARE(list.tally().ages.at(size_t(JobAge::Older)), 1);
    }

    void aFilterShowsWhatMatches_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("a part of the name") << u"cort"_s << QStringList{u"Cortex.tif"_s};
        QTest::newRow("upper case") << u"CORTEX"_s << QStringList{u"Cortex.tif"_s};
        QTest::newRow("a bucket") << u"bucket/images"_s << QStringList{u"stem.tif"_s};
        QTest::newRow("all words") << u"tif images cort"_s << QStringList{u"Cortex.tif"_s};
        QTest::newRow("an id") << u"id-of-stem"_s << QStringList{u"stem.tif"_s};
        QTest::newRow("a state") << u"state:failed"_s << QStringList{u"stem.tif"_s};
        QTest::newRow("a state that is being typed") << u"state:fa"_s << QStringList{u"stem.tif"_s};
        QTest::newRow("a source") << u"source:rest"_s << QStringList{u"stem.tif"_s};
        QTest::newRow("a qualifier without a value")
            << u"state:"_s << QStringList{u"Cortex.tif"_s, u"stem.tif"_s};
        QTest::newRow("a state and a word") << u"state:failed cortex"_s << QStringList{};
        QTest::newRow("an unknown qualifier is a word") << u"c:x"_s << QStringList{};
    }

    void aFilterShowsWhatMatches()
    {
        QFETCH(QString, search);
        QFETCH(QStringList, found);
        JobList list;
        JobTableModel model(list);
        list.update({localJob(u"1"_s, u"Cortex.tif"_s),
                     bucketJob(u"id-of-stem"_s, u"stem.tif"_s, JobState::Failed)},
                    now);
        model.sort(nameColumn, Qt::AscendingOrder);

        model.setQuery({.text = search});

        QCOMPARE(shownNames(model), found);
    }

    void countsFollowTheJobs()
    {
        JobList list;
        list.update({localJob(u"1"_s, u"a"_s), bucketJob(u"2"_s, u"b"_s, JobState::Failed)}, now);
        list.update({localJob(u"1"_s, u"a"_s, JobState::Running)}, now);

        const JobTally &tally = list.tally();
        QCOMPARE(tally.of(StateGroup::All), 2);
        QCOMPARE(tally.of(StateGroup::Waiting), 0);
        QCOMPARE(tally.of(StateGroup::Running), 1);
        QCOMPARE(tally.of(StateGroup::Active), 1);
        QCOMPARE(tally.of(StateGroup::Attention), 1);
        QCOMPARE(tally.buckets.value(u"bucket"_s), 1);
        QCOMPARE(tally.origins.at(size_t(Origin::Rest)), 1);
        list.remove({u"2"_s});
        QCOMPARE(tally.of(StateGroup::Attention), 0);
        QVERIFY(tally.buckets.isEmpty());
    }

    void eachStateHasAShapeAndAWordOfItsOwn()
    {
        JobList list;
        JobTableModel model(list);
        QSet<QString> words;
        QSet<QString> shapes;
        for (const JobState state : allStates) {
            const Job job = localJob(stateName(state), u"x.tif"_s, state);
            list.update({job}, now);
            const QModelIndex cell
                = model.index(model.rowOf(job.id), static_cast<int>(JobColumn::State));
            QVERIFY2(!cell.data().toString().isEmpty(), qPrintable(stateName(state)));
            QVERIFY(!cell.data(Qt::DecorationRole).value<QIcon>().isNull());
            words << cell.data().toString();
            shapes << stateLook(job).icon;
        }
        QCOMPARE(words.size(), allStates.size());
        QCOMPARE(shapes.size(), allStates.size());
    }

    void aRowIsSpokenWithWords()
    {
        JobList list;
        JobTableModel model(list);
        Job job = localJob(u"a"_s, u"a.tif"_s, JobState::Running);
        job.progress = 63.7;
        list.update({job}, now);
        const auto spoken = [&](JobColumn column) {
            return model.index(0, static_cast<int>(column)).data(Qt::AccessibleTextRole).toString();
        };

        QCOMPARE(spoken(JobColumn::Name), u"a.tif, Running, step Pyramid, 63 %"_s);
        QCOMPARE(spoken(JobColumn::Progress), u"63 %"_s);
        QCOMPARE(spoken(JobColumn::Steps), u"Pyramid"_s);
    }

    void figuresStandAtTheTrailingEdge_data()
    {
        QTest::addColumn<JobColumn>("column");
        QTest::addColumn<bool>("isTrailing");
        QTest::addColumn<Qt::SortOrder>("first");
        QTest::newRow("a size") << JobColumn::Size << true << Qt::DescendingOrder;
        QTest::newRow("a place") << JobColumn::Place << true << Qt::AscendingOrder;
        QTest::newRow("a bar") << JobColumn::Progress << false << Qt::DescendingOrder;
        QTest::newRow("a word") << JobColumn::Steps << false << Qt::AscendingOrder;
        QTest::newRow("a state") << JobColumn::State << false << Qt::AscendingOrder;
        QTest::newRow("a name") << JobColumn::Name << false << Qt::AscendingOrder;
    }

    void figuresStandAtTheTrailingEdge()
    {
        QFETCH(JobColumn, column);
        QFETCH(bool, isTrailing);
        QFETCH(Qt::SortOrder, first);
        JobList list;
        const JobTableModel model(list);
        const auto of = [&](int role) {
            return model.headerData(static_cast<int>(column), Qt::Horizontal, role).toInt();
        };

        QCOMPARE((of(Qt::TextAlignmentRole) & Qt::AlignTrailing) != 0, isTrailing);
        QCOMPARE(of(Qt::InitialSortOrderRole), int(first));
    }

    void everyColumnHasATitleOfItsOwn()
    {
        JobList list;
        const JobTableModel model(list);
        QSet<QString> titles;
        for (int column = 0; column < jobColumnCount; ++column)
            titles << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QCOMPARE(titles.size(), jobColumnCount);
        QVERIFY(!titles.contains(QString()));
    }
};

QTEST_MAIN(TestJobTable)
#include "tst_jobtable.moc"
