// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/joblog.h"
#include "tests/support/enginestub.h"

#include <QRegularExpression>
#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

class NotingEngine final : public EngineStub
{
public:
    QStringList lines{};

    Result<void> appendLog(const QString &id, const QStringList &added) override
    {
        Q_ASSERT(id == u"job-1");
        lines << added;
        return {};
    }
};

const JobRequest bucketJob{.source = {u"b"_s, u"in/s012.tif"_s},
                           .targetFolder = {u"b"_s, u"out"_s}};
const JobRequest localJob{.source = {{}, u"/mine/s012.tif"_s},
                          .targetFolder = {{}, u"/mine/out"_s}};

Claim claimOf(Stage stage, const JobRequest &request = bucketJob)
{
    return {.jobId = u"job-1"_s, .epoch = 2, .stage = stage, .request = request};
}

using Tell = std::function<void(JobLog &)>;

} // namespace

Q_DECLARE_METATYPE(Tell)

class TestJobLog : public QObject
{
    Q_OBJECT

private:
    /// The lines, without their times.
    static QStringList told(const Tell &tell)
    {
        NotingEngine engine;
        JobLog log(engine);
        tell(log);
        static const QRegularExpression time(
            u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z "_s);
        QStringList texts;
        for (QString line : engine.lines)
            texts << (time.match(line).hasMatch() ? line.remove(time) : u"no time: "_s + line);
        return texts;
    }

private Q_SLOTS:
    void linesSayWhatHappened_data()
    {
        QTest::addColumn<Tell>("tell");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("begin") << Tell([](JobLog &l) { l.begins(claimOf(Stage::Download)); })
                               << QStringList{u"info download of b/in/s012.tif begins"_s};
        QTest::newRow("another attempt") << Tell([](JobLog &l) {
            Claim claim = claimOf(Stage::Process);
            claim.attempts = 1;
            claim.crashes = 2;
            l.begins(claim);
        }) << QStringList{u"info conversion of s012.tif begins, after 1 failure and 2 crashes"_s};
        QTest::newRow("image")
            << Tell([](JobLog &l) {
                   l.knowsImage(claimOf(Stage::Process),
                                {.width = 90'000,
                                 .height = 50'000,
                                 .levels = 18,
                                 .tiles = 60'000,
                                 .micrometresPerPixel = 0.2325});
               })
            << QStringList{
                   u"info image of 90000 x 50000 pixels: 18 levels, 60000 tiles, 0.2325 \u00b5m a pixel"_s};
        QTest::newRow("downloaded")
            << Tell([](JobLog &l) {
                   l.ends(claimOf(Stage::Download), {.artifact = {.bytes = 60'000'000}}, {}, 2s);
               })
            << QStringList{
                   u"info download of b/in/s012.tif is done: 60.0 MB in 2.0 s (30.0 MB/s)"_s};
        QTest::newRow("converted, with a warning")
            << Tell([](JobLog &l) {
                   l.ends(claimOf(Stage::Process, localJob),
                          {.artifact = {.bytes = 5'000, .warnings = {u"plane 1 of 15"_s}}},
                          {.width = 10'000, .height = 12'300},
                          123s);
               })
            << QStringList{
                   u"info conversion of s012.tif is done: archive of 5.0 kB in 2 min 3 s (1.0 Mpx/s)"_s,
                   u"warning plane 1 of 15"_s,
                   u"info the archive is /mine/out/s012.tif.dzip"_s};
        QTest::newRow("uploaded")
            << Tell([](JobLog &l) {
                   l.ends(claimOf(Stage::Upload), {.artifact = {.bytes = 1'000}}, {}, 500ms);
               })
            << QStringList{
                   u"info upload to b/out/s012.tif.dzip is done: 1.0 kB in 500 ms (2.0 kB/s)"_s,
                   u"info the archive is b/out/s012.tif.dzip"_s};
        QTest::newRow("at once, without a rate") << Tell([](JobLog &l) {
            l.ends(claimOf(Stage::Download), {.artifact = {.bytes = 1'000}}, {}, 1ms);
        }) << QStringList{u"info download of b/in/s012.tif is done: 1.0 kB in 1 ms"_s};
        QTest::newRow("renamed")
            << Tell([](JobLog &l) {
                   l.ends(
                       claimOf(Stage::Process, localJob),
                       {.artifact = {.bytes = 5'000}, .result = u"/mine/out/s012.tif (2).dzip"_s},
                       {},
                       1ms);
               })
            << QStringList{u"info conversion of s012.tif is done: archive of 5.0 kB in 1 ms"_s,
                           u"info the archive is /mine/out/s012.tif (2).dzip"_s};
        QTest::newRow("skipped") << Tell([](JobLog &l) {
            l.ends(claimOf(Stage::Process, localJob), {.skipped = true}, {}, 1s);
        }) << QStringList{u"info skipped: /mine/out/s012.tif.dzip exists already"_s};
        QTest::newRow("retries") << Tell([](JobLog &l) {
            l.fails(claimOf(Stage::Upload),
                    {ErrorCode::Network, u"the connection was cut"_s, u"/secret/path"_s},
                    4s);
        })
                                 << QStringList{u"warning upload to b/out/s012.tif.dzip failed: "
                                                u"the connection was cut (E_NETWORK); "
                                                "tries again in 4.0 s"_s};
        QTest::newRow("failed")
            << Tell([](JobLog &l) {
                   l.fails(claimOf(Stage::Process), {ErrorCode::Damaged, u"cut off"_s}, {});
               })
            << QStringList{
                   u"error conversion of s012.tif failed: cut off (E_DAMAGED); the job has failed"_s};
        QTest::newRow("cancelled")
            << Tell([](JobLog &l) { l.fails(claimOf(Stage::Process), cancelledError(), {}); })
            << QStringList{u"warning conversion of s012.tif is cancelled"_s};
        QTest::newRow("waits")
            << Tell([](JobLog &l) {
                   l.waits(claimOf(Stage::Process), {ErrorCode::DiskFull, u"no room"_s}, 30s);
               })
            << QStringList{
                   u"warning conversion of s012.tif waits: no room (E_DISK_FULL); tries again in 30.0 s"_s};
        QTest::newRow("paused") << Tell([](JobLog &l) { l.pauses(claimOf(Stage::Download)); })
                                << QStringList{u"info download of b/in/s012.tif is paused"_s};
        QTest::newRow("one line, no secret")
            << Tell([](JobLog &l) {
                   l.fails(claimOf(Stage::Process),
                           {ErrorCode::Damaged, u"a\nb Bearer abcdefghijklmnop"_s},
                           {});
               })
            << QStringList{
                   u"error conversion of s012.tif failed: a b Bearer *** (E_DAMAGED); the job "
                   "has failed"_s};
    }

    void linesSayWhatHappened()
    {
        QFETCH(Tell, tell);
        QFETCH(QStringList, lines);

        QCOMPARE(told(tell), lines);
    }

    void durationsAreReadable_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64{0} << u"0 ms"_s;
        QTest::newRow("less than a second") << qint64{999} << u"999 ms"_s;
        QTest::newRow("seconds") << qint64{1'449} << u"1.4 s"_s;
        QTest::newRow("almost a minute") << qint64{59'700} << u"1 min 0 s"_s;
        QTest::newRow("minutes") << qint64{123'400} << u"2 min 3 s"_s;
        QTest::newRow("hours") << qint64{3'840'000} << u"1 h 4 min"_s;
    }

    void durationsAreReadable()
    {
        QFETCH(qint64, milliseconds);

        QTEST(durationText(std::chrono::milliseconds(milliseconds)), "text");
    }
};

QTEST_GUILESS_MAIN(TestJobLog)
#include "tst_joblog.moc"
