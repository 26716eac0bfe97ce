// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplejobs.h"
#include "ui/jobfilterproxy.h"
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
    static QStringList names(const QAbstractItemModel &model)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, JobTableModel::Name).data().toString();
        return texts;
    }

private Q_SLOTS:
    void theModelKeepsTheRulesOfModels()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        JobFilterProxy proxy;
        proxy.setSourceModel(&model);
        const QAbstractItemModelTester proxyTester(
            &proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);

        model.update(manyJobs());
        model.update(
            {localJob(manyJobs().at(3).id, u"renewed.tif"_s), localJob(u"new"_s, u"new.tif"_s)});
        model.removeJobs(
            {manyJobs().at(0).id, manyJobs().at(7).id, manyJobs().at(8).id, u"unknown"_s});

        QCOMPARE(model.rowCount(), 28);
        QCOMPARE(proxy.rowCount(), 28);
    }

    void aChangeRenewsItsRowOnly()
    {
        JobTableModel model;
        model.update({localJob(u"a"_s, u"a.tif"_s),
                      localJob(u"b"_s, u"b.tif"_s),
                      localJob(u"c"_s, u"c.tif"_s)});
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

        model.update({localJob(u"b"_s, u"b.tif"_s, JobState::Running)});

        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1);
        QCOMPARE(model.job(1).state, JobState::Running);
    }

    void theLaterOfTwoChangesOfANewJobCounts()
    {
        JobTableModel model;

        model.update({localJob(u"a"_s, u"a.tif"_s), localJob(u"a"_s, u"a.tif"_s, JobState::Done)});

        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.job(0).state, JobState::Done);
    }

    void rowsAreFoundAfterARemoval()
    {
        JobTableModel model;
        model.update({localJob(u"a"_s, u"a.tif"_s),
                      localJob(u"b"_s, u"b.tif"_s),
                      localJob(u"c"_s, u"c.tif"_s)});

        model.removeJobs({u"a"_s});
        model.update({localJob(u"c"_s, u"c.tif"_s, JobState::Failed)});

        QCOMPARE(names(model), (QStringList{u"b.tif"_s, u"c.tif"_s}));
        QCOMPARE(model.job(1).state, JobState::Failed);
    }

    void aLateChangeDoesNotBringARemovedJobBack()
    {
        JobTableModel model;
        model.update({localJob(u"a"_s, u"a.tif"_s, JobState::Done)});

        model.removeJobs({u"a"_s});
        model.update({localJob(u"a"_s, u"a.tif"_s, JobState::Done)});

        QCOMPARE(model.rowCount(), 0);
    }

    void namesSortAsPeopleCount()
    {
        JobTableModel model;
        JobFilterProxy proxy;
        proxy.setSourceModel(&model);
        model.update({localJob(u"1"_s, u"s10.tif"_s),
                      localJob(u"2"_s, u"S2.tif"_s),
                      localJob(u"3"_s, u"s1.tif"_s)});

        proxy.sort(JobTableModel::Name);

        QCOMPARE(names(proxy), (QStringList{u"s1.tif"_s, u"S2.tif"_s, u"s10.tif"_s}));
    }

    void progressSortsByValue()
    {
        JobTableModel model;
        JobFilterProxy proxy;
        proxy.setSourceModel(&model);
        Job nine = localJob(u"1"_s, u"nine"_s);
        nine.progress = 9;
        Job hundred = localJob(u"2"_s, u"hundred"_s);
        hundred.progress = 100;
        Job forty = localJob(u"3"_s, u"forty"_s);
        forty.progress = 40;
        model.update({hundred, nine, forty});

        proxy.sort(JobTableModel::Progress);

        QCOMPARE(names(proxy), (QStringList{u"nine"_s, u"forty"_s, u"hundred"_s}));
    }

    void eachStateHasAShapeAndAWordOfItsOwn()
    {
        JobTableModel model;
        QSet<QString> words;
        QSet<QString> shapes;
        for (const JobState state : allStates) {
            const Job job = localJob(stateName(state), u"x.tif"_s, state);
            model.update({job});
            const QModelIndex cell = model.index(model.rowCount() - 1, JobTableModel::State);
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
        JobTableModel model;
        Job job = localJob(u"a"_s, u"a.tif"_s, JobState::Running);
        job.progress = 63.7;
        model.update({job});

        QCOMPARE(model.index(0, JobTableModel::Name).data(Qt::AccessibleTextRole).toString(),
                 u"a.tif, Running, step Pyramid, 63 %"_s);
        QCOMPARE(model.index(0, JobTableModel::Progress).data(Qt::AccessibleTextRole).toString(),
                 u"63 %"_s);
        QCOMPARE(model.index(0, JobTableModel::Steps).data(Qt::AccessibleTextRole).toString(),
                 u"Pyramid"_s);
    }

    void everyColumnHasATitle()
    {
        const JobTableModel model;
        for (int column = 0; column < JobTableModel::ColumnCount; ++column)
            QVERIFY(
                !model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
};

QTEST_MAIN(TestJobTable)
#include "tst_jobtable.moc"
