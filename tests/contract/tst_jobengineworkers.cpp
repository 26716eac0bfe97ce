// SPDX-License-Identifier: GPL-3.0-or-later
// What every engine must know of the processes that take part in the work.
#include "tests/contract/enginetest.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestJobEngineWorkers : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyTakesPartAtFirst();
    void whoAnnouncesItselfTakesPart();
    void laterAnnouncementReplacesTheEarlier();
    void workersAreInTheOrderOfTheirNames();
    void whoLeavesIsForgotten();
    void whoIsSilentForALeaseIsForgotten();

private:
    QStringList names() const;
};

namespace {

WorkerInfo workerNamed(const QString &name)
{
    return {.name = name,
            .host = u"scanner-pc ü"_s,
            .version = u"1.0"_s,
            .roles = {u"downloader"_s, u"processor"_s},
            .capacity = {{Stage::Download, 4}, {Stage::Process, 2}},
            .startedAt = 1'700'000'000'123};
}

} // namespace

QStringList TestJobEngineWorkers::names() const
{
    QStringList names;
    for (const WorkerInfo &worker : valueOf(f->engine->workers()))
        names << worker.name;
    return names;
}

void TestJobEngineWorkers::nobodyTakesPartAtFirst()
{
    QVERIFY(names().isEmpty());
}

void TestJobEngineWorkers::whoAnnouncesItselfTakesPart()
{
    WorkerInfo worker = workerNamed(u"w1"_s);
    checkOk(f->engine->announce(worker));

    worker.seenAt = f->clock.now();
    QCOMPARE(valueOf(f->engine->workers()), QList{worker});
}

void TestJobEngineWorkers::laterAnnouncementReplacesTheEarlier()
{
    WorkerInfo worker = workerNamed(u"w1"_s);
    checkOk(f->engine->announce(worker));
    f->clock.advance(10s);
    worker.capacity = {{Stage::Upload, 1}};
    checkOk(f->engine->announce(worker));

    worker.seenAt = f->clock.now();
    QCOMPARE(valueOf(f->engine->workers()), QList{worker});
}

void TestJobEngineWorkers::workersAreInTheOrderOfTheirNames()
{
    for (const QString &name : {u"w2"_s, u"w10"_s, u"w1"_s})
        checkOk(f->engine->announce(workerNamed(name)));

    QCOMPARE(names(), (QStringList{u"w1"_s, u"w10"_s, u"w2"_s}));
}

void TestJobEngineWorkers::whoLeavesIsForgotten()
{
    checkOk(f->engine->announce(workerNamed(u"w1"_s)));
    checkOk(f->engine->announce(workerNamed(u"w2"_s)));
    checkOk(f->engine->leave(u"w1"_s));
    checkOk(f->engine->leave(u"never seen"_s));

    QCOMPARE(names(), QStringList{u"w2"_s});
}

void TestJobEngineWorkers::whoIsSilentForALeaseIsForgotten()
{
    checkOk(f->engine->announce(workerNamed(u"silent"_s)));
    f->letLeasesEnd(1ms);
    checkOk(f->engine->announce(workerNamed(u"alive"_s)));
    QCOMPARE(names(), (QStringList{u"alive"_s, u"silent"_s}));

    f->clock.advance(1ms);

    QCOMPARE(names(), QStringList{u"alive"_s});
}

QTEST_GUILESS_MAIN(TestJobEngineWorkers)
#include "tst_jobengineworkers.moc"
