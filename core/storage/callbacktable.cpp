// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/callbacktable.h"

#include "core/storage/sqlitedatabase.h"
#include "core/storage/sqlrows.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

CallbackTable::CallbackTable(SqliteConnection &connection)
    : m_connection(connection)
{}

Result<void> CallbackTable::put(const QString &id, const QByteArray &sealed)
{
    if (sealed.isEmpty())
        return {};
    return m_connection.statement(u"put_callback"_s)
        .bind(u":id"_s, id)
        .bind(u":sealed"_s, sealed)
        .run();
}

Result<void> CallbackTable::note(const Job &job, qint64 now)
{
    return setDue(u"ring_callback"_s, job.id, isTerminal(job.state) ? now : 0);
}

Result<QList<DueCallback>> CallbackTable::due(qint64 now, int limit)
{
    SqlStatement due = m_connection.statement(u"due_callbacks"_s);
    due.bind(u":now"_s, now).bind(u":limit"_s, limit);
    return allRows<DueCallback>(due, [](const SqlStatement &row) {
        return Result<DueCallback>({.jobId = row.value(0).toString(),
                                    .sealed = row.value(1).toByteArray(),
                                    .tries = row.value(2).toInt()});
    });
}

Result<void> CallbackTable::beginTry(const QString &id, qint64 dueAt)
{
    return setDue(u"try_callback"_s, id, dueAt);
}

Result<void> CallbackTable::postpone(const QString &id, qint64 dueAt)
{
    return setDue(u"postpone_callback"_s, id, dueAt);
}

Result<void> CallbackTable::forget(const QString &id)
{
    return m_connection.statement(u"forget_callback"_s).bind(u":id"_s, id).run();
}

Result<void> CallbackTable::setDue(const QString &statement, const QString &id, qint64 dueAt)
{
    return m_connection.statement(statement).bind(u":id"_s, id).bind(u":due_at"_s, dueAt).run();
}

Result<QList<DueCallback>>
takeDueCallbacks(SqliteDatabase &database, qint64 now, int limit, qint64 leaseUntil)
{
    const auto look = [&](SqliteConnection &connection) {
        return CallbackTable(connection).due(now, limit);
    };
    const auto take = [&](SqliteConnection &connection) -> Result<QList<DueCallback>> {
        Result<QList<DueCallback>> due = look(connection);
        if (!due)
            return due;
        for (const DueCallback &each : *due) {
            const Result<void> begun = CallbackTable(connection).beginTry(each.jobId, leaseUntil);
            if (!begun)
                return begun.error();
        }
        return due;
    };
    Result<QList<DueCallback>> seen = database.read(look);
    return !seen || seen->isEmpty() ? seen : database.write(Durability::Normal, take);
}

} // namespace createzoom
