// SPDX-License-Identifier: GPL-3.0-or-later
// Users take turns: who has many jobs does not keep those of others waiting.
#include "tests/contract/enginetest.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestJobEngineFairness : public EngineTest
{
    Q_OBJECT

public:
    TestJobEngineFairness()
        : EngineTest({.runningPerUser = 2, .lookedAtForOthers = 5})
    {}

private Q_SLOTS:
    void usersTakeTurns();
    void aloneAUserMayHaveAll();
    void eachStageIsCountedByItself();
    void whatHasEndedIsNotCounted();
    void stoppingJobsAreStillCounted();
    void jobsOfNobodyAreNotHeldBack();
    void othersAreLookedForAmongTheFirst();

private:
    QString submitBy(const QString &user)
    {
        JobRequest request = bucketRequest();
        request.submitter = user;
        return f->submit(request);
    }
    QStringList submitMany(const QString &user, int count)
    {
        QStringList ids;
        for (int i = 0; i < count; ++i)
            ids << submitBy(user);
        return ids;
    }
};

void TestJobEngineFairness::usersTakeTurns()
{
    const QStringList many = submitMany(u"many"_s, 4);
    const QStringList few = submitMany(u"few"_s, 3);

    QStringList order;
    for (int i = 0; i < 7; ++i)
        order << f->claim().jobId;

    QCOMPARE(order, (QStringList{many[0], many[1], few[0], few[1], many[2], many[3], few[2]}));
}

void TestJobEngineFairness::aloneAUserMayHaveAll()
{
    const QStringList ids = submitMany(u"many"_s, 5);

    for (const QString &id : ids)
        QCOMPARE(f->claim().jobId, id);
}

void TestJobEngineFairness::eachStageIsCountedByItself()
{
    const QStringList many = submitMany(u"many"_s, 3);
    for (int i = 0; i < 2; ++i) {
        const Claim download = f->tryClaim({Stage::Download}).value_or(Claim{});
        valueOf(f->engine->advance(download, Stage::Process, {.path = u"p"_s}));
        QVERIFY(f->tryClaim({Stage::Process}));
    }
    submitBy(u"few"_s);

    QCOMPARE(f->claim().jobId, many[2]); // none of its downloads runs
}

void TestJobEngineFairness::whatHasEndedIsNotCounted()
{
    const QStringList many = submitMany(u"many"_s, 5);
    const Claim first = f->claim();
    const Claim second = f->claim();
    submitBy(u"few"_s);
    checkOk(f->engine->pause(many[4]));
    valueOf(f->engine->fail(first, {ErrorCode::NotFound, u"no"_s}, {}));

    QCOMPARE(f->claim().jobId, many[2]);

    f->letLeasesEnd(); // the workers of two are gone
    checkOk(f->engine->tick());
    QCOMPARE(f->claim().jobId, second.jobId);
}

void TestJobEngineFairness::stoppingJobsAreStillCounted()
{
    const QStringList many = submitMany(u"many"_s, 3);
    f->claim();
    f->claim();
    const QString few = submitBy(u"few"_s);
    valueOf(f->engine->cancel(many[0]));

    QCOMPARE(f->claim().jobId, few);
}

void TestJobEngineFairness::jobsOfNobodyAreNotHeldBack()
{
    const QStringList local = submitMany({}, 4);
    submitBy(u"few"_s);

    for (const QString &id : local)
        QCOMPARE(f->claim().jobId, id);
}

void TestJobEngineFairness::othersAreLookedForAmongTheFirst()
{
    const QStringList many = submitMany(u"many"_s, 8);
    const QString few = submitBy(u"few"_s);

    QStringList order;
    for (int i = 0; i < 5; ++i)
        order << f->claim().jobId;

    // Two run; then five are looked at each time, and the other user's is the fifth after the
    // fourth has begun.
    QCOMPARE(order, (QStringList{many[0], many[1], many[2], many[3], few}));
}

QTEST_GUILESS_MAIN(TestJobEngineFairness)
#include "tst_jobenginefairness.moc"
