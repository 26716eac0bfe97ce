// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqliteconnection.h"
#include "core/storage/sqlitedatabase.h"
#include "tests/support/resultvalue.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QFile::Permissions groupOrOther
    = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

QVariant scalar(SqliteDatabase &database, const QString &sql)
{
    return valueOf(database.read([&](SqliteConnection &c) { return c.scalar(sql); }));
}

Result<void> execute(SqliteDatabase &database, const QString &sql)
{
    return database.write(Durability::Full, [&](SqliteConnection &c) { return c.execute(sql); });
}

} // namespace

class TestSqliteDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }

    void filesAreTheOwnersAlone();
    void storeIsOpenedAsDesigned_data();
    void storeIsOpenedAsDesigned();
    void secondEngineOnTheFolderIsRefused();
    void fileThatIsNoDatabaseIsRefusedAndKept();
    void databaseOfAnotherProgramIsRefused();
    void newerSchemaIsRefused();
    void olderSchemaIsCopiedThenUpgraded();
    void failedUpgradeChangesNothing();
    void failedWorkIsRolledBack();
    void fullDiskIsSaidAndPasses();
    void everyStatementCanBePrepared();
    void whatClaimsAskForIsFoundByAnIndex_data();
    void whatClaimsAskForIsFoundByAnIndex();

private:
    Result<std::unique_ptr<SqliteDatabase>> open(const QString &resources = u":/createzoom/sql"_s);
    QString path(const QString &name) const { return m_folder->filePath(name); }
    Result<QString> planOf(const QString &statement);
    QString firstFolder();
    QString upgradeFolder(const QByteArray &secondScript);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSqliteDatabase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

Result<std::unique_ptr<SqliteDatabase>> TestSqliteDatabase::open(const QString &resources)
{
    return SqliteDatabase::open(path(u"data"_s), resources);
}

/// The first schema alone.
QString TestSqliteDatabase::firstFolder()
{
    const QString folder = path(u"sql"_s);
    QDir().mkpath(folder);
    QFile::copy(u":/createzoom/sql/001_jobs.sql"_s, folder + u"/001_jobs.sql"_s);
    return folder;
}

/// The first schema, and `secondScript` as the one after it.
QString TestSqliteDatabase::upgradeFolder(const QByteArray &secondScript)
{
    const QString folder = firstFolder();
    writeFile(folder + u"/002_more.sql"_s, secondScript);
    return folder;
}

/// What SQLite would do for a statement of the open store, a step on each line.
Result<QString> TestSqliteDatabase::planOf(const QString &statement)
{
    QFile source(u":/createzoom/sql/job/%1.sql"_s.arg(statement));
    const QString folder = path(u"plans"_s);
    QDir().mkpath(folder);
    QString plan;
    SqliteConnection connection;
    if (const Result<void> opened = connection.open(path(u"data/jobs.sqlite"_s), folder); !opened)
        return opened.error();
    if (!source.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, statement};
    writeFile(folder + u"/plan.sql"_s, "EXPLAIN QUERY PLAN " + source.readAll());
    SqlStatement steps = connection.statement(u"plan"_s);
    if (const Result<void> ran = steps.run(); !ran)
        return ran.error().withContext(statement);
    while (steps.next())
        plan += steps.value(3).toString() + u'\n';
    return plan;
}

void TestSqliteDatabase::filesAreTheOwnersAlone()
{
    const auto database = valueOf(open());
    QVERIFY(database);
    checkOk(execute(*database, u"UPDATE counter SET value = 1"_s));

    for (const QFileInfo &file : QDir(path(u"data"_s)).entryInfoList(QDir::Files))
        QVERIFY2(!(file.permissions() & groupOrOther), qPrintable(file.fileName()));
    QVERIFY(QFile::exists(path(u"data/jobs.sqlite-wal"_s)));
}

void TestSqliteDatabase::storeIsOpenedAsDesigned_data()
{
    QTest::addColumn<QString>("pragma");
    QTest::addColumn<QString>("value");
    QTest::newRow("journal") << u"journal_mode"_s << u"wal"_s;
    QTest::newRow("busy timeout") << u"busy_timeout"_s << u"5000"_s;
    QTest::newRow("foreign keys") << u"foreign_keys"_s << u"1"_s;
    QTest::newRow("secure delete") << u"secure_delete"_s << u"1"_s;
    QTest::newRow("durability") << u"synchronous"_s << u"2"_s;
    QTest::newRow("journal limit") << u"journal_size_limit"_s << u"67108864"_s;
    QTest::newRow("schema") << u"user_version"_s << u"6"_s;
}

void TestSqliteDatabase::storeIsOpenedAsDesigned()
{
    QFETCH(QString, pragma);
    QFETCH(QString, value);
    const auto database = valueOf(open());
    QVERIFY(database);

    QCOMPARE(scalar(*database, u"PRAGMA "_s + pragma).toString(), value);
}

void TestSqliteDatabase::secondEngineOnTheFolderIsRefused()
{
    auto first = valueOf(open());
    QVERIFY(first);

    const auto second = open();
    first.reset();
    const auto third = open();

    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Unavailable);
    QCOMPARE(second.error().message,
             u"The data folder is in use by another createzoom (process %1)"_s.arg(
                 QCoreApplication::applicationPid()));
    QVERIFY(third);
}

void TestSqliteDatabase::fileThatIsNoDatabaseIsRefusedAndKept()
{
    const QByteArray bytes
        = QByteArray("not a database at all, but long enough to be read. ").repeated(50);
    QDir().mkpath(path(u"data"_s));
    writeFile(path(u"data/jobs.sqlite"_s), bytes);

    const auto opened = open();

    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Io);
    QCOMPARE(opened.error().message, u"The job store is not a database"_s);
    QFile file(path(u"data/jobs.sqlite"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void TestSqliteDatabase::databaseOfAnotherProgramIsRefused()
{
    QDir().mkpath(path(u"data"_s));
    {
        SqliteConnection other;
        checkOk(other.open(path(u"data/jobs.sqlite"_s), {}));
        checkOk(other.execute(u"CREATE TABLE recipe (name TEXT)"_s));
    }

    const auto opened = open();

    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Unavailable);
    QCOMPARE(opened.error().message, u"The job store is a database of another program"_s);
}

void TestSqliteDatabase::newerSchemaIsRefused()
{
    {
        const auto database = valueOf(open());
        checkOk(execute(*database, u"PRAGMA user_version = 99"_s));
    }

    const auto opened = open();

    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Unavailable);
    QVERIFY2(opened.error().message.contains(u"newer createzoom (schema 99, this one knows 6)"),
             qPrintable(opened.error().message));
}

void TestSqliteDatabase::olderSchemaIsCopiedThenUpgraded()
{
    {
        const auto database = valueOf(open(firstFolder()));
        checkOk(execute(*database, u"UPDATE counter SET value = 41 WHERE name = 'revision'"_s));
    }
    const QString folder = upgradeFolder("ALTER TABLE job ADD COLUMN lane TEXT;\n"
                                         "UPDATE counter SET value = value + 1;\n");

    const auto upgraded = valueOf(open(folder));

    QVERIFY(upgraded);
    QCOMPARE(scalar(*upgraded, u"PRAGMA user_version"_s).toInt(), 2);
    QCOMPARE(scalar(*upgraded, u"SELECT value FROM counter WHERE name = 'revision'"_s).toInt(), 42);
    checkOk(execute(*upgraded, u"UPDATE job SET lane = 'hi'"_s));
    const QString copy = path(u"data/jobs.sqlite.v1.bak"_s);
    QVERIFY(!(QFileInfo(copy).permissions() & groupOrOther));
    SqliteConnection backup;
    checkOk(backup.open(copy, {}));
    QCOMPARE(valueOf(backup.scalar(u"PRAGMA user_version"_s)).toInt(), 1);
    QCOMPARE(valueOf(backup.scalar(u"SELECT value FROM counter WHERE name = 'revision'"_s)).toInt(),
             41);
}

void TestSqliteDatabase::failedUpgradeChangesNothing()
{
    valueOf(open(firstFolder())).reset();
    const QString folder = upgradeFolder("ALTER TABLE job ADD COLUMN lane TEXT;\n"
                                         "UPDATE no_such_table SET value = 1;\n");

    const auto upgraded = open(folder);
    QFile::remove(folder + u"/002_more.sql"_s);
    const auto before = valueOf(open(folder));

    QVERIFY(!upgraded);
    QVERIFY2(upgraded.error().message.startsWith(u"Upgrade 2 of the job store"),
             qPrintable(upgraded.error().message));
    QVERIFY(before);
    QCOMPARE(scalar(*before, u"PRAGMA user_version"_s).toInt(), 1);
    QCOMPARE(scalar(*before, u"SELECT count(*) FROM pragma_table_info('job') WHERE name = 'lane'"_s)
                 .toInt(),
             0);
}

void TestSqliteDatabase::failedWorkIsRolledBack()
{
    const auto database = valueOf(open());
    QVERIFY(database);

    const Result<void> failed
        = database->write(Durability::Full, [](SqliteConnection &c) -> Result<void> {
              if (const Result<void> done = c.execute(u"UPDATE counter SET value = 7"_s); !done)
                  return done;
              return Error{ErrorCode::Conflict, u"no"_s};
          });

    QVERIFY(!failed);
    QCOMPARE(scalar(*database, u"SELECT max(value) FROM counter"_s).toInt(), 0);
    checkOk(execute(*database, u"UPDATE counter SET value = 8"_s));
}

void TestSqliteDatabase::fullDiskIsSaidAndPasses()
{
    const auto database = valueOf(open());
    QVERIFY(database);
    const QString pages = scalar(*database, u"PRAGMA page_count"_s).toString();
    scalar(*database, u"PRAGMA max_page_count = "_s + pages);
    const QString big = u"INSERT INTO counter SELECT hex(zeroblob(1000000)), 1"_s;

    const Result<void> refused = execute(*database, big);
    scalar(*database, u"PRAGMA max_page_count = 1000000"_s);

    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DiskFull);
    checkOk(execute(*database, big));
}

void TestSqliteDatabase::everyStatementCanBePrepared()
{
    const auto database = valueOf(open());
    QVERIFY(database);
    const QStringList names = QDir(u":/createzoom/sql/job"_s).entryList({u"*.sql"_s});
    QVERIFY(!names.isEmpty());

    for (const QString &name : names)
        valueOf(planOf(name.chopped(4)));
}

void TestSqliteDatabase::whatClaimsAskForIsFoundByAnIndex_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QStringList>("indexes");
    QTest::newRow("outlook") << u"outlook"_s
                             << QStringList{u"job_waiting"_s, u"job_due"_s, u"job_leased"_s};
    QTest::newRow("next") << u"next_waiting"_s
                          << QStringList{u"job_waiting"_s, u"job_unfinished"_s};
    QTest::newRow("before") << u"queued_before"_s << QStringList{u"job_unfinished"_s};
    QTest::newRow("after") << u"queued_after"_s << QStringList{u"job_unfinished"_s};
    QTest::newRow("due") << u"due"_s << QStringList{u"job_due"_s, u"job_leased"_s};
    QTest::newRow("limit") << u"unfinished_count"_s << QStringList{u"job_unfinished"_s};
    QTest::newRow("changes") << u"changes"_s << QStringList{u"job_revision"_s};
    QTest::newRow("forgettable") << u"forgettable"_s << QStringList{u"job_forgettable"_s};
    QTest::newRow("forget_removals") << u"forget_removals"_s << QStringList{u"removal_age"_s};
}

void TestSqliteDatabase::whatClaimsAskForIsFoundByAnIndex()
{
    QFETCH(QString, statement);
    QFETCH(QStringList, indexes);
    const auto database = valueOf(open());
    QVERIFY(database);
    const QString text = valueOf(planOf(statement));

    for (const QString &index : indexes)
        QVERIFY2(text.contains(u"INDEX "_s + index), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestSqliteDatabase)
#include "tst_sqlitedatabase.moc"
