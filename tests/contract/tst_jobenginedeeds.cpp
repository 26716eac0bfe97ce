// SPDX-License-Identifier: GPL-3.0-or-later
// What every engine must write into a job's log when people steer the job.
#include "tests/contract/enginetest.h"
#include "tests/contract/settlings.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Something done to a job, whose id it gets.
using Deed = std::function<void(JobEngine &, const QString &)>;

void claims(JobEngine &engine, const QString & /*id*/)
{
    valueOf(engine.claim(allStages, u"w1"_s, std::chrono::milliseconds(0)));
}
void pauses(JobEngine &engine, const QString &id)
{
    checkOk(engine.pause(id));
}
void resumes(JobEngine &engine, const QString &id)
{
    checkOk(engine.resume(id));
}
void cancels(JobEngine &engine, const QString &id)
{
    valueOf(engine.cancel(id));
}

} // namespace

Q_DECLARE_METATYPE(Deed)

class TestJobEngineDeeds : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void deedsAreInTheLog_data();
    void deedsAreInTheLog();
    void whatChangesNothingLeavesNothing_data();
    void whatChangesNothingLeavesNothing();
    void optionsOfAnEndedJobDoNotMoveItsEnd();
};

void TestJobEngineDeeds::deedsAreInTheLog_data()
{
    QTest::addColumn<QList<Deed>>("deeds");
    QTest::addColumn<QStringList>("texts");
    const auto row = [](const char *name, const QList<Deed> &deeds, const QStringList &texts) {
        QTest::newRow(name) << deeds << texts;
    };
    const auto moves = [](QueueMove where) {
        return Deed([where](JobEngine &e, const QString &id) { checkOk(e.move(id, where)); });
    };
    const QString paused = u"paused by request"_s;
    const QString pausing = u"paused by request, while it runs"_s;
    const QString cancelled = u"cancelled by request"_s;
    row("pause", {pauses}, {paused});
    row("pause, running", {claims, pauses}, {pausing});
    row("resume", {pauses, resumes}, {paused, u"resumed by request"_s});
    row("resume, running",
        {claims, pauses, resumes},
        {pausing, u"resumed by request, while it runs"_s});
    row("cancel", {cancels}, {cancelled});
    row("cancel, running", {claims, cancels}, {u"cancelled by request, while it runs"_s});
    row("retry",
        {cancels,
         [](JobEngine &e, const QString &id) {
             valueOf(e.retry(id, "t"));
         }},
        {cancelled, u"starts over by request"_s});
    row("up", {moves(QueueMove::Up)}, {u"moved up by request"_s});
    row("down", {moves(QueueMove::Down)}, {u"moved down by request"_s});
    row("top", {moves(QueueMove::Top)}, {u"moved to the top by request"_s});
    row("bottom", {moves(QueueMove::Bottom)}, {u"moved to the bottom by request"_s});
    row("options",
        {[](JobEngine &e, const QString &id) {
            checkOk(e.setOptions(id, {.quality = 55, .tileSize = 510}));
        }},
        {u"options changed by request: quality 55, tile_size 510"_s});
}

void TestJobEngineDeeds::deedsAreInTheLog()
{
    QFETCH(QList<Deed>, deeds);
    QFETCH(QStringList, texts);
    const QString ahead = f->submit();
    checkOk(f->engine->pause(ahead)); // so that `id` is what a worker gets
    const QString id = f->submit();
    const QString after = f->submit();

    for (const Deed &deed : deeds)
        deed(*f->engine, id);

    const QStringList lines = valueOf(f->engine->log(id));
    QCOMPARE(lines.size(), texts.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines[i].endsWith(u"Z info "_s + texts[i]), qPrintable(lines[i]));
    QVERIFY(valueOf(f->engine->log(after)).isEmpty());
}

void TestJobEngineDeeds::whatChangesNothingLeavesNothing_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::newRow("resume") << Deed(resumes);
    QTest::newRow("up") << Deed(
        [](JobEngine &e, const QString &id) { checkOk(e.move(id, QueueMove::Up)); });
    QTest::newRow("options") << Deed([](JobEngine &e, const QString &id) {
        checkOk(e.setOptions(id, bucketRequest().options));
    });
    QTest::newRow("not allowed") << Deed(
        [](JobEngine &e, const QString &id) { QVERIFY(!e.remove(id)); });
}

void TestJobEngineDeeds::whatChangesNothingLeavesNothing()
{
    QFETCH(Deed, deed);
    const QString id = f->submit();
    const qint64 before = f->job(id).revision;

    deed(*f->engine, id);

    QVERIFY(valueOf(f->engine->log(id)).isEmpty());
    QCOMPARE(f->job(id).revision, before);
}

void TestJobEngineDeeds::optionsOfAnEndedJobDoNotMoveItsEnd()
{
    const QString id = f->submit();
    valueOf(f->engine->fail(f->claim(), {ErrorCode::Limit, u"too large"_s}, {}));
    const qint64 end = f->job(id).endedAt;
    f->clock.advance(std::chrono::hours(1));

    checkOk(f->engine->setOptions(id, {.quality = 55}));

    QCOMPARE(f->job(id).endedAt, end);
}

QTEST_GUILESS_MAIN(TestJobEngineDeeds)
#include "tst_jobenginedeeds.moc"
