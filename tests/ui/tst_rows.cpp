// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows of the table look: the columns and the order of each filter, and pictures.
#include "tests/ui/paintedtiles.h"
#include "tests/ui/windowtest.h"
#include "ui/joblist.h"
#include "ui/jobpictures.h"
#include "ui/jobtablemodel.h"

#include <QHeaderView>
#include <QScrollBar>

#include <mutex>

using namespace createzoom;

class TestRows : public WindowTest
{
    Q_OBJECT

private:
    static constexpr int pictureColumn = static_cast<int>(JobColumn::Picture);
    static constexpr int formatColumn = static_cast<int>(JobColumn::Format);

    std::mutex m_slow; ///< who has it holds up the picture of the job "slow"
    std::mutex m_mutex; ///< guards what follows
    QStringList m_asked{};
    std::shared_ptr<GrowingTiles> m_growing{};

    /// What a job's archive would be, shared with the test.
    class Shared final : public TileSource
    {
    public:
        explicit Shared(std::shared_ptr<TileSource> tiles)
            : TileSource(tiles->descriptor())
            , m_tiles(std::move(tiles))
        {}
        Result<QByteArray> tile(const TileAddress &tile) override { return m_tiles->tile(tile); }
        bool isGrowing() const override { return m_tiles->isGrowing(); }

    private:
        const std::shared_ptr<TileSource> m_tiles;
    };

    Result<std::unique_ptr<TileSource>> open(const Job &job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_asked << job.id;
        }
        if (job.id == u"slow")
            const std::lock_guard wait(m_slow);
        const std::lock_guard lock(m_mutex);
        if (job.state != JobState::Done)
            return std::unique_ptr<TileSource>(std::make_unique<Shared>(m_growing));
        return std::unique_ptr<TileSource>(std::make_unique<PaintedTiles>());
    }

    QStringList asked()
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }

    static QStringList sorted(QStringList words)
    {
        words.sort();
        return words;
    }

    QList<int> widths() const
    {
        QList<int> sizes;
        for (int section = 0; section < header()->count(); ++section)
            sizes << header()->sectionSize(section);
        return sizes;
    }

    QList<Job> putDone(const QStringList &ids) const
    {
        QList<Job> jobs;
        for (const QString &id : ids) {
            jobs << localJob(id, id, JobState::Done);
            m_engine->put(jobs.last());
        }
        return jobs;
    }

    QModelIndex cell(const QString &id) const
    {
        const auto *model = qobject_cast<JobTableModel *>(table()->model());
        return model->index(model->rowOf(id), pictureColumn);
    }
    QImage picture(const QString &id) const
    {
        return cell(id).data(JobTableModel::PictureRole).value<QImage>();
    }

    QHeaderView *header() const { return table()->horizontalHeader(); }
    void choose(StateGroup group) const { filters()->choose(group); }
    void press(Qt::Key key) const { QTest::keyClick(m_window.get(), key, Qt::ControlModifier); }

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
    void init()
    {
        makeService();
        m_asked.clear();
        m_growing = std::make_shared<GrowingTiles>();
        m_service = std::make_unique<JobService>(
            *m_engine, m_keys, systemClock(), [this](const Job &job) { return open(job); });
    }

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

    void aFilterBeginsAtItsTopUnlessAJobIsSelected()
    {
        QList<Job> jobs{localJob(u"r"_s, u"z.tif"_s, JobState::Running)};
        for (int i = 0; i < 200; ++i)
            jobs << localJob(QString::number(i), u"s%1.tif"_s.arg(i), JobState::Done);
        show(jobs);
        select(200);

        choose(StateGroup::Done);
        QCOMPARE(table()->rowAt(0), 0);
        select(150);
        choose(StateGroup::All);

        QVERIFY(
            table()->viewport()->rect().intersects(table()->visualRect(table()->currentIndex())));
        QCOMPARE(table()->currentIndex().row(), 150);
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

    void comfortableRowsHavePictures()
    {
        show(someJobs());
        const int compact = table()->rowHeight(0);
        QVERIFY(header()->isSectionHidden(pictureColumn));
        QVERIFY(asked().isEmpty());

        press(Qt::Key_D);

        QVERIFY(!header()->isSectionHidden(pictureColumn));
        QVERIFY(table()->rowHeight(0) > 2 * compact);
        QTRY_VERIFY(!picture(u"1"_s).isNull());
        QTRY_VERIFY(!picture(u"2"_s).isNull());
        QCOMPARE(cell(u"1"_s).data(Qt::AccessibleTextRole).toString(), u"Picture"_s);
        QCOMPARE(cell(u"3"_s).data(Qt::AccessibleTextRole).toString(), u"No picture yet"_s);
        QVERIFY(!asked().contains(u"3"_s)); // a failed job has none
        QVERIFY(!m_engine->wasCalledOnGuiThread());
        press(Qt::Key_D);
        QVERIFY(header()->isSectionHidden(pictureColumn));
        QCOMPARE(table()->rowHeight(0), compact);
    }

    void comfortableRowsOutlastTheProgramAndTheFilters()
    {
        show(someJobs());
        press(Qt::Key_D);
        QVERIFY(m_window->close());

        show({}, 4);
        QVERIFY(m_window->actionsOfWindow().action(Deed::ComfortableRows)->isChecked());
        QVERIFY(!header()->isSectionHidden(pictureColumn));
        choose(StateGroup::Done);
        QVERIFY(!header()->isSectionHidden(pictureColumn));
        table()->resetColumns();

        QVERIFY(!header()->isSectionHidden(pictureColumn));
        QVERIFY(table()->isComfortable());
    }

    void onlyPicturesOfRowsThatCanBeSeenAreAskedFor()
    {
        QList<Job> jobs;
        for (int i = 0; i < 300; ++i)
            jobs << localJob(QString::number(i), u"s%1.tif"_s.arg(i), JobState::Done);
        show(jobs);
        press(Qt::Key_D);
        QTRY_VERIFY(!picture(u"0"_s).isNull());

        table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum());

        QTRY_VERIFY(!picture(u"299"_s).isNull());
        QVERIFY(!asked().contains(u"150"_s));
        QVERIFY(asked().size() < 60);
    }

    void whatIsNoLongerWantedIsNotAskedFor()
    {
        const QList<Job> jobs = putDone({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s});
        JobPictures pictures(*m_service);
        const QSize box(40, 40);
        std::unique_lock slow(m_mutex); // the first answers take their time
        pictures.want(jobs.mid(0, 3), box);

        pictures.want(jobs.mid(3, 2), box);
        pictures.want(jobs.mid(5), box);
        slow.unlock();

        QTRY_VERIFY(!pictures.picture(u"6"_s).isNull());
        QCOMPARE(sorted(asked()), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"6"_s}));
        QCOMPARE(pictures.picture(u"6"_s).size(), QSize(40, 30));
        pictures.want(jobs, box); // the first came, though nobody waited for them
        QTRY_VERIFY(!pictures.picture(u"4"_s).isNull() && !pictures.picture(u"5"_s).isNull());
        QCOMPARE(sorted(asked()), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}));
    }

    void oneSlowAnswerDelaysNoOther()
    {
        const QList<Job> jobs = putDone({u"slow"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s});
        JobPictures pictures(*m_service);
        std::unique_lock slow(m_slow);

        pictures.want(jobs, QSize(40, 40));

        QTRY_VERIFY(!pictures.picture(u"5"_s).isNull());
        QVERIFY(pictures.picture(u"slow"_s).isNull());
        QCOMPARE(asked().count(u"slow"_s), 1);
        slow.unlock();
        QTRY_VERIFY(!pictures.picture(u"slow"_s).isNull());
    }

    void picturesTakeTheirRoomFromOtherColumns()
    {
        show(someJobs());
        m_window->resize(1280, 800);
        QTRY_COMPARE(table()->horizontalScrollBar()->maximum(), 0);
        const QList<int> before = widths();

        press(Qt::Key_D);
        QCoreApplication::processEvents();

        QCOMPARE(table()->horizontalScrollBar()->maximum(), 0);
        choose(StateGroup::Done);
        choose(StateGroup::All);
        QCOMPARE(table()->horizontalScrollBar()->maximum(), 0);
        table()->resetColumns();
        QCOMPARE(table()->horizontalScrollBar()->maximum(), 0);
        table()->sortByColumn(static_cast<int>(JobColumn::Name), Qt::AscendingOrder);
        press(Qt::Key_D);
        QCOMPARE(widths(), before);
    }

    void aClickAtTheHeadOfThePicturesLeavesTheOrder()
    {
        show(someJobs());
        press(Qt::Key_D);
        table()->sortByColumn(static_cast<int>(JobColumn::Name), Qt::DescendingOrder);
        const QStringList before = shown();

        const QPoint middle(header()->sectionViewportPosition(pictureColumn) + 30, 5);
        QTest::mouseClick(header()->viewport(), Qt::LeftButton, {}, middle);

        QCOMPARE(shown(), before);
        QCOMPARE(header()->sortIndicatorSection(), static_cast<int>(JobColumn::Name));
        QCOMPARE(header()->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void aPictureGrowsWithItsJob()
    {
        m_growing->allow({8, 0, 0}); // finer than what is shown
        show({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
        Job job = m_engine->all().first();
        job.epoch = 1;
        m_engine->put(job);
        press(Qt::Key_D);
        QTRY_VERIFY(!picture(u"1"_s).isNull());
        QCOMPARE(picture(u"1"_s).pixelColor(5, 5).alpha(), 255);
        QCOMPARE(picture(u"1"_s).pixelColor(70, 50).alpha(), 0); // not made yet

        m_growing->allowAll();

        QTRY_COMPARE(picture(u"1"_s).pixelColor(70, 50).alpha(), 255);
        job.state = JobState::Done;
        m_engine->put(job);
        const qsizetype before = asked().size();
        QTRY_VERIFY(asked().size() > before);
        QTRY_COMPARE(picture(u"1"_s).size(), (QSize{74, 56}));
    }
};

QTEST_MAIN(TestRows)
#include "tst_rows.moc"
