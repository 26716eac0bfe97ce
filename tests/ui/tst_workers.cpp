// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeservers.h"
#include "tests/ui/windowtest.h"
#include "ui/details/workerstab.h"
#include "ui/queuecommands.h"
#include "ui/statusline.h"

#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

using namespace createzoom;

namespace {

WorkerInfo worker(const QString &name, const QMap<Stage, int> &capacity)
{
    return {.name = name,
            .host = name + u"-host"_s,
            .version = u"1.2"_s,
            .capacity = capacity,
            .startedAt = 1'795'000'000'000,
            .seenAt = 1'795'000'000'000};
}

/// Its queue is told of only when somebody lets it.
class SlowBoard : public FakeBoard
{
public:
    using FakeBoard::FakeBoard;

    Result<QueueState> queue() override
    {
        ++asked;
        return FakeBoard::queue();
    }

    std::atomic<int> asked{0};
};

} // namespace

/// Who works for a server, as its window tells it.
class TestWorkers : public WindowTest
{
    Q_OBJECT

private:
    WorkersTab *tab() const { return m_window->findChild<WorkersTab *>(); }

    /// What a worker's line says in a column.
    QString told(const QString &name, const QString &column) const
    {
        const QTreeWidgetItem *header = tab()->headerItem();
        const QList<QTreeWidgetItem *> lines = tab()->findItems(name, Qt::MatchExactly);
        for (int i = 0; i < tab()->columnCount() && !lines.isEmpty(); ++i) {
            if (header->text(i) == column)
                return lines.first()->text(i);
        }
        return {};
    }

    QToolButton *count() const
    {
        for (auto *button : m_window->findChild<StatusLine *>()->findChildren<QToolButton *>()) {
            if (button->text().contains(u"worker"_s))
                return button;
        }
        return nullptr;
    }

    void attach(const QList<WorkerInfo> &workers, const QList<Job> &jobs = {})
    {
        m_engine->setWorkers(workers);
        show(jobs);
        m_window->setServer(u"lab"_s);
        QTRY_VERIFY(tab());
    }

private Q_SLOTS:
    void init() { makeService(); }
    void cleanup() { m_window.reset(); }

    void idleOnesAreListedToo()
    {
        Job running = bucketJob(u"a"_s, u"s1.tif"_s, JobState::Running);
        running.worker = u"busy"_s;
        running.stage = Stage::Process;
        running.progress = 63;

        attach({worker(u"busy"_s, {{Stage::Process, 2}}),
                worker(u"idle"_s, {{Stage::Download, 4}, {Stage::Process, 0}})},
               {running});

        QCOMPARE(tab()->topLevelItemCount(), 2);
        QCOMPARE(told(u"busy"_s, u"State"_s), u"At work"_s);
        QCOMPARE(told(u"busy"_s, u"At work on"_s), u"s1.tif (Pyramid, 63 %)"_s);
        QCOMPARE(told(u"busy"_s, u"Jobs at a time"_s), u"Pyramid 2"_s);
        QCOMPARE(told(u"idle"_s, u"State"_s), u"Idle"_s);
        QCOMPARE(told(u"idle"_s, u"At work on"_s), QString());
        QCOMPARE(told(u"idle"_s, u"Jobs at a time"_s), u"Get 4"_s);
        QCOMPARE(told(u"idle"_s, u"Machine"_s), u"idle-host"_s);
        QVERIFY(!m_engine->wasCalledOnGuiThread());
    }

    void whatTheyBeginIsToldBeforeTheyAreAskedAgain()
    {
        Job job = bucketJob(u"a"_s, u"s1.tif"_s);
        attach({worker(u"one"_s, {{Stage::Process, 2}})}, {job});
        QCOMPARE(told(u"one"_s, u"State"_s), u"Idle"_s);
        m_engine->setWorkers({});

        job.state = JobState::Running;
        job.worker = u"one"_s;
        m_engine->put(job);

        QTRY_COMPARE(told(u"one"_s, u"State"_s), u"At work"_s);
    }

    void oneThatDiedIsToldOf()
    {
        attach({{.name = u"dead"_s}});

        QCOMPARE(told(u"dead"_s, u"State"_s), u"No sign of life"_s);
    }

    void whoOnlyTakesRequestsIsNoWorker()
    {
        attach({worker(u"front"_s, {})});

        QCOMPARE(told(u"front"_s, u"State"_s), u"Takes requests"_s);
        QVERIFY(count());
        QCOMPARE(count()->text(), u"No workers"_s);
    }

    void withoutAnyTheWindowSaysSo()
    {
        attach({});

        QVERIFY(count()->isVisible());
        QCOMPARE(count()->text(), u"No workers"_s);
        QVERIFY(!count()->icon().isNull());
        QCOMPARE(tab()->topLevelItemCount(), 1);
    }

    void theCountLeadsToTheList()
    {
        attach({worker(u"one"_s, {{Stage::Upload, 1}}), worker(u"two"_s, {{Stage::Upload, 1}})},
               {bucketJob(u"a"_s, u"s1.tif"_s)});
        m_window->actionsOfWindow().action(Deed::ShowDetails)->setChecked(false);
        QVERIFY(count());
        QVERIFY(count()->text().startsWith(u'2'));

        count()->click();

        QVERIFY(tab()->isVisible());
        QCOMPARE(details()->currentTab(), DetailsPane::Tab::Workers);
    }

    void whatIsSelectedStaysSoWhenTheyAreToldOfAgain()
    {
        WorkersTab list;
        const QList<WorkerInfo> both{worker(u"one"_s, {}), worker(u"two"_s, {})};
        list.showWorkers(both, {});
        list.setCurrentItem(list.topLevelItem(1));

        list.showWorkers({both.last()}, {});

        QCOMPARE(list.currentItem(), list.topLevelItem(0));
        QCOMPARE(list.currentItem()->text(0), u"two"_s);
    }

    void theTitleNamesTheServer()
    {
        attach({}, {bucketJob(u"a"_s, u"s1.tif"_s, JobState::Done)});

        QCOMPARE(m_window->windowTitle(), u"lab"_s);
        m_engine->put(bucketJob(u"b"_s, u"s2.tif"_s));
        QTRY_COMPARE(m_window->windowTitle(), u"0 running, 1 waiting on lab"_s);
    }

    void thisComputerHasNoList()
    {
        m_engine->setWorkers({worker(u"local"_s, {{Stage::Process, 1}})});

        show({localJob(u"a"_s, u"s1.tif"_s)});

        QVERIFY(!tab());
        QVERIFY(!count()->isVisible());
    }

    void aSlowServerIsNotAskedAgainBeforeItAnswers()
    {
        const auto server = std::make_shared<FakeServer>(*m_service);
        server->silence();
        SlowBoard board(server, QueueState{});
        QueueCommands commands(board);
        const QSignalSpy known(&commands, &QueueCommands::queueKnown);
        const QSignalSpy failed(&commands, &QueueCommands::failed);
        for (int i = 0; i < 5; ++i)
            commands.askQueue();
        QTRY_COMPARE(board.asked, 1);

        server->cutOff();
        commands.pause({u"no such job"_s}); // behind all that was asked
        QTRY_COMPARE(failed.size(), 1);

        QCOMPARE(board.asked, 1);
        commands.askQueue();
        QTRY_COMPARE(board.asked, 2);
        QVERIFY(known.isEmpty());
    }
};

QTEST_MAIN(TestWorkers)
#include "tst_workers.moc"
