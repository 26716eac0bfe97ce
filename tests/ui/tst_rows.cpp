// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows of the table look: the columns and the order of each filter.
#include "tests/ui/windowtest.h"
#include "ui/joblist.h"
#include "ui/jobtablemodel.h"

#include <QHeaderView>

using namespace createzoom;

class TestRows : public WindowTest
{
    Q_OBJECT

private:
    static constexpr int formatColumn = static_cast<int>(JobColumn::Format);

    QHeaderView *header() const { return table()->horizontalHeader(); }
    void choose(StateGroup group) const { filters()->choose(group); }

    QList<Job> someJobs() const
    {
        return {localJob(u"1"_s, u"s1.tif"_s, JobState::Done),
                localJob(u"2"_s, u"s2.tif"_s, JobState::Done),
                localJob(u"3"_s, u"s3.tif"_s, JobState::Failed),
                localJob(u"4"_s, u"s4.tif"_s, JobState::Failed)};
    }

    QStringList shown() const
    {
        QStringList ids;
        const auto *model = qobject_cast<JobTableModel *>(table()->model());
        for (int row = 0; row < model->rowCount(); ++row)
            ids << model->row(row).job.id;
        return ids;
    }

private Q_SLOTS:
    void init() { makeService(); }

    void cleanup() { m_window.reset(); }

    void eachFilterKeepsItsOrder()
    {
        show(someJobs());
        choose(StateGroup::Done);
        table()->sortByColumn(static_cast<int>(JobColumn::Name), Qt::DescendingOrder);
        QCOMPARE(shown(), (QStringList{u"2"_s, u"1"_s}));

        choose(StateGroup::All);
        QCOMPARE(shown(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
        QCOMPARE(header()->sortIndicatorOrder(), Qt::AscendingOrder);
        choose(StateGroup::Done);

        QCOMPARE(shown(), (QStringList{u"2"_s, u"1"_s}));
        QCOMPARE(header()->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void eachFilterKeepsItsColumns()
    {
        show(someJobs());
        choose(StateGroup::Attention);
        header()->setSectionHidden(formatColumn, false);
        header()->resizeSection(formatColumn, 123);

        choose(StateGroup::All);
        QVERIFY(header()->isSectionHidden(formatColumn));
        choose(StateGroup::Attention);

        QVERIFY(!header()->isSectionHidden(formatColumn));
        QCOMPARE(header()->sectionSize(formatColumn), 123);
    }

    void aFilterNobodyHasTouchedLooksAsAllDoes()
    {
        show(someJobs());
        choose(StateGroup::Done);
        choose(StateGroup::All);

        header()->setSectionHidden(formatColumn, false);
        choose(StateGroup::Done);

        QVERIFY(!header()->isSectionHidden(formatColumn));
    }

    void whatFiltersRememberOutlastsTheProgram()
    {
        show(someJobs());
        choose(StateGroup::Done);
        header()->setSectionHidden(formatColumn, false);
        table()->sortByColumn(formatColumn, Qt::DescendingOrder);
        QVERIFY(m_window->close());

        show({}, 4);
        QVERIFY(header()->isSectionHidden(formatColumn));
        choose(StateGroup::Done);

        QVERIFY(!header()->isSectionHidden(formatColumn));
        QCOMPARE(header()->sortIndicatorSection(), formatColumn);
        QCOMPARE(header()->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void nonsenseInTheSettingsIsForgotten()
    {
        for (int filter = 0; filter < stateGroupCount; ++filter)
            m_settings->setValue(u"window/3/columns/%1"_s.arg(filter), QByteArray("nonsense"));
        show(someJobs());

        choose(StateGroup::Done);

        QVERIFY(!header()->isSectionHidden(static_cast<int>(JobColumn::Name)));
        QCOMPARE(shown().size(), 2);
    }

    void severalFiltersTogetherLookAsAllDoes()
    {
        show(someJobs());
        choose(StateGroup::Done);
        header()->setSectionHidden(formatColumn, false);

        table()->show({.groups = (1U << unsigned(StateGroup::Done))
                           | (1U << unsigned(StateGroup::Attention))});

        QVERIFY(header()->isSectionHidden(formatColumn));
        QCOMPARE(shown().size(), 4);
    }
};

QTEST_MAIN(TestRows)
#include "tst_rows.moc"
