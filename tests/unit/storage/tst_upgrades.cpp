// SPDX-License-Identifier: GPL-3.0-or-later
// Stores as earlier versions left them, full of jobs, opened by this one.
#include "core/jobs/jobjson.h"
#include "core/storage/sqliteconnection.h"
#include "core/storage/sqlitedatabase.h"
#include "core/storage/sqlitejobengine.h"
#include "tests/support/resultvalue.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString resources = u":/createzoom/sql"_s;

/// What was released never changes: a store that it made would have another schema than we think.
struct Released
{
    int version;
    const char *script;
    const char *sha256;
};
constexpr std::array released{
    Released{1, "001_jobs.sql", "b3c22a78500cc704e2956b580f64dfb1503aeac20d96989f0f9782e7a29a2e64"},
    Released{
        2, "002_steering.sql", "ba4698a050a921c8db7430fcf33cebeae01546be61149f1766df885478d91e42"},
    Released{
        3, "003_removals.sql", "49448fe150c15292591b381896a50bcf200147945b28dae97f2ffb1b12d0db61"},
    Released{
        4, "004_callbacks.sql", "d639d0bd5bb55591de2288c81d41dd0e2b08d5523021c37c2154d78f2a3e8811"},
    Released{5,
             "005_faster_submits.sql",
             "f40943501a78f62ebcefb57bd0f1a2d0a5708fd4cd56d01622f0029c76a0cecf"},
    Released{6,
             "006_reservations.sql",
             "fad5e49bb6736a543d5f7f6c5ef41a5e6461998042dce33ee978c0302d0191c7"},
};

/// A row of each kind, by the columns of the first schema.
struct StoredJob
{
    const char *id;
    const char *state;
    const char *stage;
    const char *worker;
    int endedAt;
};
constexpr std::array storedJobs{
    StoredJob{"first", "waiting", "download", "", 0},
    StoredJob{"second", "waiting", "download", "", 0},
    StoredJob{"running", "running", "process", "local", 0},
    StoredJob{"done", "done", "upload", "", 5},
    StoredJob{"failed", "failed", "download", "", 5},
};

QString jobRow(const StoredJob &job)
{
    const JobRequest request{.source = {u"b"_s, u"s.tif"_s}, .targetFolder = {u"b"_s, u"out"_s}};
    const bool isFailed = QLatin1String(job.state) == u"failed";
    return u"INSERT INTO job (id, bucket_job, state, stage, request, error, progress, epoch, "
           u"worker, "
           u"created_at, updated_at, ended_at, lease_until, revision) "
           u"VALUES ('%1', 1, '%2', '%3', '%4', '%5', 7, 1, '%6', 1, 1, %7, 9, 1)"_s
               .arg(QLatin1String(job.id),
                    QLatin1String(job.state),
                    QLatin1String(job.stage),
                    QString::fromUtf8(jsonBytes(toJson(request))),
                    isFailed ? u"{\"code\":\"E_DAMAGED\",\"message\":\"cut off\"}"_s : u"{}"_s,
                    QLatin1String(job.worker))
               .arg(job.endedAt);
}

} // namespace

class TestUpgrades : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString dataFolder() const { return m_folder->filePath(u"data"_s); }

    /// The folder of migrations as that version had it.
    QString scriptsOf(int version) const
    {
        const QString folder = m_folder->filePath(u"sql"_s);
        QDir().mkpath(folder);
        for (const Released &row : released) {
            const QString name = u'/' + QLatin1String(row.script);
            if (row.version <= version)
                QFile::copy(resources + name, folder + name);
        }
        return folder;
    }

    void makeStore(int version) const
    {
        const auto database = valueOf(SqliteDatabase::open(dataFolder(), scriptsOf(version)));
        QVERIFY(database);
        QStringList statements{u"UPDATE counter SET value = 41 WHERE name = 'revision'"_s};
        for (const StoredJob &job : storedJobs)
            statements << jobRow(job);
        const QString tokensJob
            = version < 5 ? u"'first'"_s : u"(SELECT seq FROM job WHERE id = 'first')"_s;
        statements << u"INSERT INTO token (job, sealed) VALUES (%1, x'c0ffee')"_s.arg(tokensJob)
                   << u"INSERT INTO job_log (job, number, line) VALUES ('done', 1, 'verified')"_s
                   << u"INSERT INTO idempotency (key, body_hash, job, expires_at) "
                      u"VALUES ('k', 'h', 'first', 99999999999999)"_s;
        if (version >= 2)
            statements << u"UPDATE job SET place = 10 - seq"_s
                       << u"UPDATE counter SET value = 9 WHERE name = 'last_place'"_s;
        for (const QString &statement : statements)
            checkOk(database->write(Durability::Full,
                                    [&](SqliteConnection &c) { return c.execute(statement); }));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void releasedMigrationsNeverChange_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QByteArray>("sha256");
        for (const Released &row : released)
            QTest::newRow(row.script) << QString::fromLatin1(row.script) << QByteArray(row.sha256);
    }
    void releasedMigrationsNeverChange()
    {
        QFETCH(const QString, script);
        QFile file(resources + u'/' + script);
        QVERIFY(file.open(QIODevice::ReadOnly));

        QTEST(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex(),
              "sha256");
    }

    void everyMigrationIsInTheTable()
    {
        QCOMPARE(QDir(resources).entryList({u"*.sql"_s}, QDir::Files).size(),
                 qsizetype(released.size()));
    }

    void jobsOfEarlierVersionsGoOn_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QStringList>("order"); // of what waits for a download
        QTest::newRow("first schema: by age") << 1 << QStringList{u"first"_s, u"second"_s};
        QTest::newRow("second schema: by place") << 2 << QStringList{u"second"_s, u"first"_s};
        QTest::newRow("third schema") << 3 << QStringList{u"second"_s, u"first"_s};
        QTest::newRow("fourth schema") << 4 << QStringList{u"second"_s, u"first"_s};
        QTest::newRow("fifth schema") << 5 << QStringList{u"second"_s, u"first"_s};
    }
    void jobsOfEarlierVersionsGoOn()
    {
        QFETCH(const int, version);
        QFETCH(const QStringList, order);
        makeStore(version);

        const auto engine = valueOf(SqliteJobEngine::open(dataFolder(), {}, systemClock()));
        QVERIFY(engine);

        QCOMPARE(engine->recoveredJobs(), 1);
        QCOMPARE(valueOf(engine->get(u"running"_s))->state, JobState::Waiting);
        QCOMPARE(valueOf(engine->get(u"done"_s))->state, JobState::Done);
        QCOMPARE(valueOf(engine->get(u"failed"_s))->error->message, u"cut off"_s);
        QCOMPARE(valueOf(engine->log(u"done"_s)), QStringList{u"verified"_s});
        QVERIFY(valueOf(engine->stats()).revision > 0);
        const Result<Submitted> again
            = engine->submit({u"new"_s, {}, "t", {}, IdempotencyKey{u"k"_s, u"h"_s}});
        QCOMPARE(valueOf(again).id, u"first"_s);
        QStringList claimed;
        while (const auto claim = valueOf(engine->claim({Stage::Download}, u"w"_s, 0ms))) {
            claimed << claim->jobId;
            QCOMPARE(claim->sealedToken.isEmpty(), claim->jobId != u"first");
        }
        QCOMPARE(claimed, order);
    }

    void theStoreAsItWasLiesBesideIt_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("first schema") << 1;
        QTest::newRow("second schema") << 2;
        QTest::newRow("fifth schema") << 5;
    }
    void theStoreAsItWasLiesBesideIt()
    {
        QFETCH(const int, version);
        makeStore(version);
        valueOf(SqliteJobEngine::open(dataFolder(), {}, systemClock())).reset();

        const QString copy = u"%1/jobs.sqlite.v%2.bak"_s.arg(dataFolder()).arg(version);
        SqliteConnection before;
        checkOk(before.open(copy, resources + u"/job"_s));

        QCOMPARE(valueOf(before.scalar(u"PRAGMA user_version"_s)).toInt(), version);
        QCOMPARE(valueOf(before.scalar(u"SELECT count(*) FROM job"_s)).toInt(),
                 int(storedJobs.size()));
        QCOMPARE(valueOf(before.scalar(u"SELECT state FROM job WHERE id = 'running'"_s)).toString(),
                 u"running"_s);
        QCOMPARE(
            QFile::permissions(copy)
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
    }
};

QTEST_GUILESS_MAIN(TestUpgrades)
#include "tst_upgrades.moc"
