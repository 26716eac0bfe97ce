// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlitedatabase.h"

#include "core/storage/sqliteconnection.h"
#include "core/storage/sqlmigration.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>

#include <map>
#include <thread>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

/// The connections of one database by thread. Shared with the threads that have one (weakly), so
/// that a thread ending and the database going may meet in any order.
class SqliteConnections
{
public:
    SqliteConnections(QString file, QString statements)
        : m_file(std::move(file))
        , m_statements(std::move(statements))
    {}

    /// Of the calling thread; nullptr when it has none yet.
    SqliteConnection *find() const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_byThread.find(std::this_thread::get_id());
        return found == m_byThread.end() ? nullptr : found->second.get();
    }

    Result<SqliteConnection *> make()
    {
        auto made = std::make_unique<SqliteConnection>();
        if (const Result<void> opened = made->open(m_file, m_statements); !opened)
            return opened.error();
        const std::scoped_lock lock(m_mutex);
        return m_byThread.insert_or_assign(std::this_thread::get_id(), std::move(made))
            .first->second.get();
    }

    void closeOwn()
    {
        const std::scoped_lock lock(m_mutex);
        m_byThread.erase(std::this_thread::get_id());
    }

    void closeAll()
    {
        const std::scoped_lock lock(m_mutex);
        m_byThread.clear();
    }

private:
    QString m_file;
    QString m_statements;
    mutable std::mutex m_mutex{}; // guards m_byThread; closing happens under it
    std::map<std::thread::id, std::unique_ptr<SqliteConnection>> m_byThread{};
};

namespace {

/// Closes this thread's connections when the thread ends.
struct ClosesAtThreadEnd
{
    std::vector<std::weak_ptr<SqliteConnections>> databases{};

    ClosesAtThreadEnd() = default;
    ClosesAtThreadEnd(const ClosesAtThreadEnd &) = delete;
    ClosesAtThreadEnd &operator=(const ClosesAtThreadEnd &) = delete;
    ~ClosesAtThreadEnd()
    {
        for (const auto &database : databases) {
            if (const auto alive = database.lock())
                alive->closeOwn();
        }
    }

    void add(const std::shared_ptr<SqliteConnections> &database)
    {
        std::erase_if(databases, [](const auto &known) { return known.expired(); });
        databases.push_back(database);
    }
};

thread_local ClosesAtThreadEnd closesAtThreadEnd;

/// WAL shares memory among connections, which network file systems cannot.
Result<void> checkFileSystem(const QString &folder)
{
    const QByteArray type = QStorageInfo(folder).fileSystemType();
    if (QByteArrayList{"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs"}.contains(type))
        return Error{
            ErrorCode::Unavailable,
            u"The data folder must be on a local disk, not on %1"_s.arg(QString::fromLatin1(type)),
            folder};
    return {};
}

/// SQLite gives its -wal and -shm files the mode of the database: private from the first byte.
Result<void> makePrivate(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return {};
    return Error{
        ErrorCode::Io, u"The job store cannot be opened: %1"_s.arg(file.errorString()), path};
}

} // namespace

Result<std::unique_ptr<SqliteDatabase>> SqliteDatabase::open(const QString &folder,
                                                             const QString &resources)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Io, u"The data folder cannot be made"_s, folder};
    if (const Result<void> local = checkFileSystem(folder); !local)
        return local.error();
    Result<EngineLock> lock = EngineLock::take(folder + u"/engine.lock"_s);
    if (!lock)
        return lock.error();
    const QString file = folder + u"/jobs.sqlite"_s;
    if (const Result<void> made = makePrivate(file); !made)
        return made.error();
    std::unique_ptr<SqliteDatabase> database(
        new SqliteDatabase(std::move(*lock), file, resources + u"/job"_s));
    const Result<void> ready = database->read(
        [&](SqliteConnection &connection) { return migrate(connection, file, resources); });
    if (!ready)
        return ready.error();
    return database;
}

SqliteDatabase::SqliteDatabase(EngineLock lock, QString file, QString resources)
    : m_lock(std::move(lock))
    , m_connections(std::make_shared<SqliteConnections>(std::move(file), std::move(resources)))
{}

SqliteDatabase::~SqliteDatabase()
{
    m_connections->closeAll();
}

Result<SqliteConnection *> SqliteDatabase::connectionOfThread()
{
    if (SqliteConnection *const known = m_connections->find())
        return known;
    Result<SqliteConnection *> made = m_connections->make();
    if (made)
        closesAtThreadEnd.add(m_connections);
    return made;
}

Result<SqliteConnection *> SqliteDatabase::begin(Durability durability)
{
    Result<SqliteConnection *> connection = connectionOfThread();
    if (!connection)
        return connection;
    if (const Result<void> begun = (*connection)->begin(durability); !begun)
        return begun.error();
    return connection;
}

Result<void> SqliteDatabase::end(SqliteConnection &connection, bool isGood)
{
    Result<void> ended = isGood ? connection.commit() : Result<void>();
    if (!isGood || !ended)
        connection.rollback();
    return ended;
}

} // namespace createzoom
