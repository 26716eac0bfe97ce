// SPDX-License-Identifier: GPL-3.0-or-later
// What 50,000 jobs cost the GUI thread: medians in milliseconds, beside the frame of 16 ms.
#include "core/jobs/jobservice.h"
#include "tests/ui/fakeengine.h"
#include "tests/ui/paintedtiles.h"
#include "tests/ui/samplejobs.h"
#include "ui/filterpane.h"
#include "ui/jobcolumns.h"
#include "ui/joblist.h"
#include "ui/jobpictures.h"
#include "ui/jobspage.h"
#include "ui/jobtablemodel.h"
#include "ui/jobtableview.h"
#include "ui/mainwindow.h"
#include "ui/windowactions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QUuid>

#include <algorithm>
#include <functional>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

constexpr int jobCount = 50'000;
constexpr int changedPerTick = 1'000;
constexpr int picturedJobs = 500;
constexpr int pages = 5;
constexpr int forPictures = 400; ///< milliseconds, until those of a page have come
constexpr qint64 now = 1'790'000'000'000;

QList<Job> makeJobs()
{
    QList<Job> jobs;
    for (int i = 0; i < jobCount; ++i) {
        const QString id
            = QUuid::createUuidV5({}, QByteArray::number(i)).toString(QUuid::WithoutBraces);
        const JobState state = allStates.at(i * 7 % allStates.size());
        Job job = i % 5 ? localJob(id, u"mouse_%1_s%2.tif"_s.arg(i / 200).arg(i % 200), state)
                        : bucketJob(id, u"rat_%1_s%2.tif"_s.arg(i / 200).arg(i % 200), state);
        job.request.submitter = u"person%1@lab.example"_s.arg(i % 30);
        job.worker = u"node%1"_s.arg(i % 12);
        job.createdAt = now - i * 1000LL;
        job.place = (i * 7919) % jobCount;
        job.progress = (i * 31) % 100;
        job.facts.sourceBytes = (i * 104'729LL) % 4'000'000'000LL;
        job.epoch = 1;
        jobs << job;
    }
    return jobs;
}

/// Also what the window paints for it.
void measure(const QString &what, int rounds, const std::function<void(int)> &deed)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        deed(round);
        QCoreApplication::processEvents();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    QTextStream(stdout) << what.leftJustified(44)
                        << QString::number(times[times.size() / 2], 'f', 2) << " ms (worst "
                        << QString::number(times.back(), 'f', 2) << ")\n";
}

void measurePage(const QList<Job> &jobs)
{
    JobList list;
    WindowActions actions;
    list.update(jobs, now);
    JobsPage page(list, actions);
    page.resize(1280, 760);
    page.show();
    (void)QTest::qWaitForWindowExposed(&page);
    JobTableView &table = page.table();
    const auto sortBy = [&](JobColumn column, int round) {
        table.sortByColumn(static_cast<int>(column),
                           round % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
    };
    measure(u"filter by state"_s, 21, [&](int round) {
        page.filters().choose(StateGroup(round % stateGroupCount));
    });
    page.filters().chooseAll();
    const QStringList words{u"mouse_12"_s, u"s199"_s, u"state:failed rat"_s, u"nothing"_s, {}};
    measure(u"search"_s, 21, [&](int round) { page.setSearch(words.at(round % words.size())); });
    page.setSearch({});
    for (const JobColumnInfo &column : jobColumns()) {
        const QString what = u"sort by "_s + QString::fromLatin1(column.title).toLower();
        measure(what, 11, [&](int round) { sortBy(column.column, round); });
    }
    sortBy(JobColumn::Place, 1); // as it is at first
    page.filters().choose(StateGroup::Done);
    sortBy(JobColumn::Name, 0);
    measure(u"switch to a filter with an order of its own"_s, 21, [&](int round) {
        page.filters().choose(round % 2 ? StateGroup::Done : StateGroup::All);
    });
    page.filters().chooseAll();
    table.select({jobs.first().id});
    measure(u"tick: 1,000 of 50,000 jobs change"_s, 41, [&](int round) {
        QList<Job> changed;
        for (int i = 0; i < changedPerTick; ++i) {
            Job job = jobs.at((i * 47 + round) % jobCount);
            job.progress = (round * 3) % 100;
            job.step.done = round * 1000;
            changed << job;
        }
        list.update(changed, now + round * 250);
    });
    page.filters().choose(StateGroup::Waiting);
    measure(u"tick: 1,000 jobs come to or leave the filter"_s, 21, [&](int round) {
        QList<Job> changed;
        for (int i = 0; i < changedPerTick; ++i) {
            Job job = jobs.at(i * 47 % jobCount);
            job.state = round % 2 ? JobState::Waiting : JobState::Done;
            changed << job;
        }
        list.update(changed, now + round * 250);
    });
    page.filters().chooseAll();
    table.selectAll();
    measure(u"tick: all jobs are selected"_s, 11, [&](int round) {
        Job job = jobs.first();
        job.progress = round;
        list.update({job}, now + round * 250);
    });
}

/// With tall rows and their pictures, which other threads load meanwhile.
void measurePictures(const QList<Job> &jobs)
{
    FakeEngine engine;
    for (const Job &job : jobs.mid(0, picturedJobs))
        engine.put(job);
    const SecretBox keys = *SecretBox::fromKeys(Secret("k:" + QByteArray(32, 'k').toBase64()));
    JobService service(engine, keys, systemClock(), [](const Job &) {
        return Result<std::unique_ptr<TileSource>>(std::make_unique<PaintedTiles>());
    });
    JobList list;
    list.update(jobs, now);
    JobPictures pictures(service);
    JobTableModel model(list);
    JobTableView table(model);
    table.setPictures(pictures);
    table.setComfortable(true);
    table.resize(1080, 420);
    table.show();
    (void)QTest::qWaitForWindowExposed(&table);
    const auto scrollTo = [&](int page) {
        table.verticalScrollBar()->setValue(page % pages * table.viewport()->height());
    };
    for (int page = 0; page < pages; ++page) {
        scrollTo(page);
        QTest::qWait(forPictures);
    }
    measure(u"scroll by a page, with pictures"_s, 41, scrollTo);
    measure(u"tick: 1,000 of 50,000 change, with pictures"_s, 41, [&](int round) {
        QList<Job> changed = jobs.mid(0, changedPerTick);
        for (Job &job : changed)
            job.progress = round;
        list.update(changed, now + round * 250);
    });
}

void measureStart()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    FakeEngine engine;
    const SecretBox keys = *SecretBox::fromKeys(Secret("k:" + QByteArray(32, 'k').toBase64()));
    JobService service(engine, keys, systemClock());
    measure(u"window up"_s, 5, [&](int) {
        MainWindow window(service, settings, nullptr, QString());
        window.show();
        (void)QTest::qWaitForWindowExposed(&window);
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    measureStart();
    const QList<Job> jobs = makeJobs();
    measurePage(jobs);
    measurePictures(jobs);
    return 0;
}
