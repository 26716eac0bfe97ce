// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/storage/enginelock.h"

#include <QString>

#include <atomic>
#include <memory>
#include <mutex>
#include <type_traits>

namespace createzoom {

class SqliteConnection;
class SqliteConnections;
enum class Durability;

/// The file `<data>/jobs.sqlite`, locked for this process: one connection for each calling thread,
/// made at its first call, closed when the thread ends or the database goes, whichever comes first.
/// Owned by the engine; any thread, and no call may be running when it is destroyed.
class SqliteDatabase
{
public:
    /// Makes or upgrades the store. Unavailable when another process holds it, when its schema is
    /// newer or it is not ours; Io and DiskFull as they come.
    static Result<std::unique_ptr<SqliteDatabase>>
    open(const QString &folder, const QString &resources = QStringLiteral(":/createzoom/sql"));

    ~SqliteDatabase();
    SqliteDatabase(const SqliteDatabase &) = delete;
    SqliteDatabase &operator=(const SqliteDatabase &) = delete;

    /// Runs `work(SqliteConnection &)`, which only reads.
    template<typename Work>
    auto read(Work work) -> std::invoke_result_t<Work, SqliteConnection &>
    {
        const Result<SqliteConnection *> connection = connectionOfThread();
        if (!connection)
            return connection.error();
        return work(**connection);
    }

    /// Runs `work(SqliteConnection &)` in a transaction: all of it, or on an error nothing.
    template<typename Work>
    auto write(Durability durability, Work work) -> std::invoke_result_t<Work, SqliteConnection &>
    {
        const std::scoped_lock turn(m_writing);
        const Result<SqliteConnection *> connection = begin(durability);
        if (!connection)
            return connection.error();
        auto outcome = work(**connection);
        if (const Result<void> ended = end(**connection, outcome.has_value()); !ended)
            return ended.error();
        ++m_writes;
        return outcome;
    }

    /// Transactions that have ended well since it was opened.
    quint64 writes() const { return m_writes.load(); }

private:
    SqliteDatabase(EngineLock lock, QString file, QString resources);
    Result<SqliteConnection *> connectionOfThread();
    Result<SqliteConnection *> begin(Durability durability);
    static Result<void> end(SqliteConnection &connection, bool isGood);

    EngineLock m_lock; // first, so that it goes last
    std::shared_ptr<SqliteConnections> m_connections;
    /// Whose turn it is to write: threads queue here rather than in SQLite's busy handler, which
    /// sleeps up to 100 ms between tries.
    std::mutex m_writing{};
    std::atomic<quint64> m_writes{0};
};

} // namespace createzoom
