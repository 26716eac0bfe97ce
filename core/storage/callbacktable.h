// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"

namespace createzoom {

class SqliteConnection;
class SqliteDatabase;

/// The statements on whom to tell of the end of jobs, within the caller's transaction. A local
/// variable of the engine's methods.
class CallbackTable
{
public:
    explicit CallbackTable(SqliteConnection &connection);

    /// Nothing to keep when `sealed` is empty.
    Result<void> put(const QString &id, const QByteArray &sealed);
    /// The job was stored: it has ended, or not (any more).
    Result<void> note(const Job &job, qint64 now);

    Result<QList<DueCallback>> due(qint64 now, int limit);
    /// One more try; due again at `dueAt` unless it is settled before.
    Result<void> beginTry(const QString &id, qint64 dueAt);
    Result<void> postpone(const QString &id, qint64 dueAt);
    Result<void> forget(const QString &id);

private:
    Result<void> setDue(const QString &statement, const QString &id, qint64 dueAt);

    SqliteConnection &m_connection;
};

/// JobEngine::takeCallbacks(). Looks before it writes: nearly always nobody is to be told, and a
/// write would say that something has changed (JobEngine::changeCount).
Result<QList<DueCallback>>
takeDueCallbacks(SqliteDatabase &database, qint64 now, int limit, qint64 leaseUntil);

} // namespace createzoom
