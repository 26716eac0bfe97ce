// SPDX-License-Identifier: GPL-3.0-or-later
// What only the embedded engine promises: one process on a folder, nothing lost by a kill -9, no
// token left in the file. The rest is in tests/contract.
#include "core/jobs/jobjson.h"
#include "core/storage/sqliteconnection.h"
#include "core/storage/sqlitejobengine.h"
#include "tests/support/fakeclock.h"
#include "tests/support/resultvalue.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <cstdio>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int childTimeout = 30'000;

JobRequest request()
{
    return {.source = {u"b"_s, u"s.tif"_s}, .targetFolder = {u"b"_s, u"out"_s}};
}

/// The other process: opens the folder, says so, then submits (each id on a line once accepted) or
/// only holds it, until it is killed.
int runChild(const QString &mode, const QString &folder)
{
    const auto engine = SqliteJobEngine::open(folder, {.queueLimit = 1'000'000}, systemClock());
    std::puts(engine ? "open" : "refused");
    std::fflush(stdout);
    if (!engine)
        return 1;
    for (;;) {
        if (mode == u"--hold") {
            std::getchar();
            return 0;
        }
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const Result<Submitted> accepted = (*engine)->submit({id, request(), "t"});
        if (!accepted)
            return 1;
        std::puts(qPrintable(accepted->id));
        std::fflush(stdout);
    }
}

struct Child
{
    Child(const QString &mode, const QString &folder)
    {
        process.start(QCoreApplication::applicationFilePath(), {mode, folder});
    }
    bool waitForLines(int count)
    {
        while (output.count('\n') < count) {
            if (!process.waitForReadyRead(childTimeout))
                return false;
            output += process.readAll();
        }
        return true;
    }
    void kill()
    {
        process.kill(); // SIGKILL
        process.waitForFinished(childTimeout);
        output += process.readAll();
    }

    QProcess process{};
    QByteArray output{};
};

} // namespace

class TestSqliteJobEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void acceptedJobsSurviveKill();
    void folderOfAnotherProcessIsRefusedUntilItDies();
    void claimsOfADeadProcessArePutBackUncounted();
    void jobAskedToStopIsCancelledAfterADeath();
    void endedJobsTokenIsErased_data();
    void endedJobsTokenIsErased();
    void jobsOfTheFirstSchemaKeepTheirOrder();
    void fullStoreRefusesTheSubmitAndRecovers();
    void readOnlyStoreIsAnError();

private:
    std::unique_ptr<SqliteJobEngine> open();
    QString submit(SqliteJobEngine &engine);
    QByteArray filesOfTheStore() const;

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

std::unique_ptr<SqliteJobEngine> TestSqliteJobEngine::open()
{
    return valueOf(SqliteJobEngine::open(m_folder->path(), {}, m_clock.clock()));
}

QString TestSqliteJobEngine::submit(SqliteJobEngine &engine)
{
    return valueOf(engine.submit({u"job-1"_s, request(), "canary-of-a-sealed-token"})).id;
}

QByteArray TestSqliteJobEngine::filesOfTheStore() const
{
    QByteArray bytes;
    for (const QString &name : {u"jobs.sqlite"_s, u"jobs.sqlite-wal"_s}) {
        QFile file(m_folder->filePath(name));
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

void TestSqliteJobEngine::acceptedJobsSurviveKill()
{
    QList<QByteArray> accepted;
    for (int round = 1; round <= 3; ++round) {
        Child child(u"--submit"_s, m_folder->path());
        QVERIFY(child.waitForLines(40 * round));
        child.kill();
        QList<QByteArray> lines = child.output.split('\n');
        QCOMPARE(lines.takeFirst(), "open");
        lines.removeLast(); // empty, or cut off
        accepted += lines;
    }

    {
        const auto database = valueOf(SqliteDatabase::open(m_folder->path()));
        QVERIFY(database);
        const auto check = database->read(
            [](SqliteConnection &c) { return c.scalar(u"PRAGMA integrity_check"_s); });
        QCOMPARE(valueOf(check).toString(), u"ok"_s);
    }
    const auto engine = open();
    QVERIFY(engine);
    QVERIFY(accepted.size() >= 40 + 80 + 120 - 3);
    for (const QByteArray &id : accepted)
        QVERIFY2(valueOf(engine->get(QString::fromLatin1(id))), id.constData());
}

void TestSqliteJobEngine::folderOfAnotherProcessIsRefusedUntilItDies()
{
    Child child(u"--hold"_s, m_folder->path());
    QVERIFY(child.waitForLines(1));
    QCOMPARE(child.output, "open\n");

    const auto refused = SqliteJobEngine::open(m_folder->path(), {}, m_clock.clock());
    const qint64 holder = child.process.processId();
    child.kill();

    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QCOMPARE(refused.error().message,
             u"The data folder is in use by another createzoom (process %1)"_s.arg(holder));
    QVERIFY(open());
}

void TestSqliteJobEngine::claimsOfADeadProcessArePutBackUncounted()
{
    auto engine = open();
    const QString id = submit(*engine);
    QVERIFY(valueOf(engine->claim({Stage::Download}, u"w"_s, 0ms)));
    engine.reset();

    engine = open();

    const Job job = valueOf(engine->get(id)).value_or(Job{});
    QCOMPARE(job.state, JobState::Waiting);
    QCOMPARE(job.attempts, 0);
    QCOMPARE(job.crashes, 0);
    const auto claim = valueOf(engine->claim({Stage::Download}, u"w"_s, 0ms));
    QVERIFY(claim);
    QCOMPARE(claim->epoch, 2);
    QCOMPARE(claim->sealedToken, "canary-of-a-sealed-token");
}

void TestSqliteJobEngine::jobAskedToStopIsCancelledAfterADeath()
{
    auto engine = open();
    const QString id = submit(*engine);
    valueOf(engine->claim({Stage::Download}, u"w"_s, 0ms));
    valueOf(engine->cancel(id));
    engine.reset();

    engine = open();

    QCOMPARE(valueOf(engine->get(id)).value_or(Job{}).state, JobState::Cancelled);
    engine.reset();
    QVERIFY(!filesOfTheStore().contains("canary"));
}

void TestSqliteJobEngine::endedJobsTokenIsErased_data()
{
    using End = std::function<bool(JobEngine &, const Claim &)>;
    QTest::addColumn<End>("end");
    const auto isOk = [](const Result<Fence> &fence) {
        return fence && *fence == Fence::Ok;
    };
    QTest::newRow("done") << End(
        [=](JobEngine &e, const Claim &c) { return isOk(e.complete(c, u"r"_s)); });
    QTest::newRow("skipped") << End([=](JobEngine &e, const Claim &c) {
        return isOk(e.complete(c, u"r"_s, {}, JobState::Skipped));
    });
    QTest::newRow("failed") << End([=](JobEngine &e, const Claim &c) {
        return isOk(e.fail(c, {ErrorCode::Damaged, u"m"_s}, {}));
    });
    QTest::newRow("cancelled by its worker")
        << End([=](JobEngine &e, const Claim &c) { return isOk(e.fail(c, cancelledError(), {})); });
    QTest::newRow("cancelled while it waits") << End([=](JobEngine &e, const Claim &c) {
        return isOk(e.release(c)) && e.cancel(c.jobId).has_value();
    });
    QTest::newRow("cancelled, lease ended") << End([=, this](JobEngine &e, const Claim &c) {
        const bool isAsked = e.cancel(c.jobId).has_value();
        m_clock.advance(1h);
        return isAsked && e.tick().has_value();
    });
}

void TestSqliteJobEngine::endedJobsTokenIsErased()
{
    QFETCH(std::function<bool(JobEngine &, const Claim &)>, end);
    auto engine = open();
    submit(*engine);
    const auto claim = valueOf(engine->claim({Stage::Download}, u"w"_s, 0ms));
    QVERIFY(claim);
    QVERIFY(filesOfTheStore().contains("canary-of-a-sealed-token"));

    QVERIFY(end(*engine, *claim));
    engine.reset(); // checkpoints the journal, which is removed

    QVERIFY(filesOfTheStore().contains("job-1"));
    QVERIFY(!filesOfTheStore().contains("canary-of-a-sealed-token"));
}

void TestSqliteJobEngine::jobsOfTheFirstSchemaKeepTheirOrder()
{
    const QString sql = m_folder->filePath(u"sql"_s);
    QVERIFY(QDir().mkpath(sql));
    QVERIFY(QFile::copy(u":/createzoom/sql/001_jobs.sql"_s, sql + u"/001_jobs.sql"_s));
    {
        const auto old = valueOf(SqliteDatabase::open(m_folder->path(), sql));
        const QString text = QString::fromUtf8(jsonBytes(toJson(request())));
        for (const QString &id : {u"b"_s, u"a"_s}) {
            checkOk(old->write(Durability::Full, [&](SqliteConnection &c) {
                return c.execute(
                    u"INSERT INTO job (id, bucket_job, state, stage, request, created_at, "
                    "updated_at, revision) VALUES ('%1', 1, 'waiting', 'download', '%2', 1, 1, 1)"_s
                        .arg(id, text));
            }));
        }
    }

    const auto engine = open();
    QVERIFY(engine);
    submit(*engine);

    QStringList ids;
    while (const auto claim = valueOf(engine->claim({Stage::Download}, u"w"_s, 0ms)))
        ids << claim->jobId;
    QCOMPARE(ids, (QStringList{u"b"_s, u"a"_s, u"job-1"_s}));
}

void TestSqliteJobEngine::fullStoreRefusesTheSubmitAndRecovers()
{
    auto database = valueOf(SqliteDatabase::open(m_folder->path()));
    const auto limitPages = [store = database.get()](const QString &limit) {
        return store->read(
            [&](SqliteConnection &c) { return c.scalar(u"PRAGMA max_page_count = "_s + limit); });
    };
    SqliteJobEngine engine(std::move(database), {}, m_clock.clock());
    valueOf(limitPages(u"1"_s)); // SQLite takes no less than what is there
    JobRequest big = request();
    big.source.path = QString(1'000'000, u'x');

    const Result<Submitted> refused = engine.submit({u"big"_s, big, "t"});
    valueOf(limitPages(u"1000000"_s));

    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DiskFull);
    QVERIFY(!valueOf(engine.get(u"big"_s)));
    QCOMPARE(valueOf(engine.submit({u"big"_s, big, "t"})).outcome, Submitted::Outcome::Accepted);
    checkOk(engine.health());
}

void TestSqliteJobEngine::readOnlyStoreIsAnError()
{
    auto database = valueOf(SqliteDatabase::open(m_folder->path()));
    valueOf(
        database->read([](SqliteConnection &c) { return c.scalar(u"PRAGMA query_only = ON"_s); }));
    SqliteJobEngine engine(std::move(database), {}, m_clock.clock());

    const Result<void> health = engine.health();

    QVERIFY(!health);
    QCOMPARE(health.error().code, ErrorCode::Io);
    QCOMPARE(health.error().message, u"The job store is read-only"_s);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && (arguments[1] == u"--submit" || arguments[1] == u"--hold"))
        return runChild(arguments[1], arguments[2]);
    TestSqliteJobEngine test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sqlitejobengine.moc"
