// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqliteconnection.h"

#include <QFile>
#include <QSqlError>

#include <array>
#include <atomic>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// https://sqlite.org/rescode.html: primary result codes are the low byte.
struct SqliteCode
{
    int value;
    ErrorCode code;
    const char *message;
};
constexpr const char *cannotWrite = "The job store cannot be read or written";
constexpr std::array codeTable{
    SqliteCode{3, ErrorCode::Io, cannotWrite}, // PERM
    SqliteCode{5, ErrorCode::Unavailable, "The job store is locked by another program"}, // BUSY
    SqliteCode{6, ErrorCode::Unavailable, "The job store is locked by another program"}, // LOCKED
    SqliteCode{7, ErrorCode::Memory, "There is no memory left for the job store"}, // NOMEM
    SqliteCode{8, ErrorCode::Io, "The job store is read-only"}, // READONLY
    SqliteCode{10, ErrorCode::Io, cannotWrite}, // IOERR
    SqliteCode{11, ErrorCode::Io, "The job store is damaged"}, // CORRUPT
    SqliteCode{13, ErrorCode::DiskFull, "There is no space left for the job store"}, // FULL
    SqliteCode{14, ErrorCode::Io, "The job store cannot be opened"}, // CANTOPEN
    SqliteCode{19, ErrorCode::Conflict, "The job store holds this already"}, // CONSTRAINT
    SqliteCode{26, ErrorCode::Io, "The job store is not a database"}, // NOTADB
};

Error errorFrom(const QSqlError &error)
{
    const int native = error.nativeErrorCode().toInt() & 0xff;
    for (const SqliteCode &row : codeTable) {
        if (row.value == native)
            return {row.code, QLatin1String(row.message), error.text()};
    }
    return {ErrorCode::Unavailable, u"The job store does not answer"_s, error.text()};
}

QString freshName()
{
    static std::atomic<quint64> count = 0;
    return u"createzoom-%1"_s.arg(++count);
}

} // namespace

SqlStatement::SqlStatement(std::shared_ptr<QSqlQuery> query, bool isPrepared)
    : m_query(std::move(query))
    , m_isPrepared(isPrepared)
{}

SqlStatement::~SqlStatement()
{
    m_query->finish();
}

SqlStatement &SqlStatement::bind(const QString &name, const QVariant &value)
{
    m_query->bindValue(name, value);
    return *this;
}

Result<void> SqlStatement::run()
{
    if (!m_isPrepared || !m_query->exec())
        return errorFrom(m_query->lastError());
    return {};
}

bool SqlStatement::next()
{
    return m_query->next();
}

QVariant SqlStatement::value(int column) const
{
    return m_query->value(column);
}

std::optional<Error> SqlStatement::failure() const
{
    const QSqlError error = m_query->lastError();
    if (!error.isValid())
        return std::nullopt;
    return errorFrom(error);
}

SqliteConnection::SqliteConnection()
    : m_name(freshName())
{}

SqliteConnection::~SqliteConnection()
{
    m_statements.clear();
    m_database.close();
    m_database = {}; // Qt warns when a handle outlives the name
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> SqliteConnection::open(const QString &file, const QString &statements)
{
    m_statementFolder = statements;
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!m_database.open())
        return errorFrom(m_database.lastError()).withContext(u"Qt's SQLite driver"_s);
    const Result<QVariant> journal = scalar(u"PRAGMA journal_mode = WAL"_s);
    if (!journal)
        return journal.error();
    if (journal->toString() != u"wal")
        return Error{
            ErrorCode::Unavailable,
            u"The data folder must be on a local disk: the job store cannot share memory there"_s,
            file};
    for (const QString &pragma : {u"PRAGMA foreign_keys = ON"_s,
                                  u"PRAGMA secure_delete = ON"_s,
                                  u"PRAGMA journal_size_limit = 67108864"_s,
                                  u"PRAGMA synchronous = FULL"_s}) {
        if (const Result<void> set = execute(pragma); !set)
            return set.error();
    }
    return {};
}

SqlStatement SqliteConnection::statement(const QString &name)
{
    if (const auto known = m_statements.find(name); known != m_statements.end())
        return {known->second, true};
    auto query = std::make_shared<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    QFile file(m_statementFolder + u'/' + name + u".sql"_s);
    const bool isPrepared
        = file.open(QIODevice::ReadOnly) && query->prepare(QString::fromUtf8(file.readAll()));
    if (isPrepared)
        m_statements.emplace(name, query);
    return {query, isPrepared};
}

Result<void> SqliteConnection::execute(const QString &sql)
{
    const Result<QVariant> done = scalar(sql);
    return done ? Result<void>() : Result<void>(done.error());
}

Result<QVariant> SqliteConnection::scalar(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return errorFrom(query.lastError());
    const QVariant value = query.next() ? query.value(0) : QVariant();
    query.finish();
    return value;
}

Result<void> SqliteConnection::begin(Durability durability)
{
    if (durability != m_durability) {
        const bool isFull = durability == Durability::Full;
        const QString pragma
            = isFull ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s;
        if (const Result<void> set = execute(pragma); !set)
            return set.error();
        m_durability = durability;
    }
    // Not QSqlDatabase::transaction(): that one is deferred, and a read before its first write ends
    // in BUSY_SNAPSHOT, for which SQLite does not wait.
    return execute(u"BEGIN IMMEDIATE"_s);
}

Result<void> SqliteConnection::commit()
{
    return execute(u"COMMIT"_s);
}

void SqliteConnection::rollback()
{
    // Fails when SQLite has rolled back by itself (disk full): the end is the same.
    static_cast<void>(execute(u"ROLLBACK"_s).has_value());
}

} // namespace createzoom
