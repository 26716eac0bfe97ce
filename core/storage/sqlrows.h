// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/sqliteconnection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QStringList>

namespace createzoom {

/// A list as a parameter for json_each().
inline QString jsonList(const QStringList &list)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

/// All rows, each read by `from`, which returns a Result.
template<typename T, typename Reader>
Result<QList<T>> allRows(SqlStatement &statement, Reader from)
{
    if (const Result<void> done = statement.run(); !done)
        return done.error();
    QList<T> rows;
    while (statement.next()) {
        Result<T> row = from(statement);
        if (!row)
            return row.error();
        rows << std::move(*row);
    }
    if (const std::optional<Error> failure = statement.failure())
        return *failure;
    return rows;
}

/// The first row, or nullopt when there is none.
template<typename T, typename Reader>
Result<std::optional<T>> firstRow(SqlStatement &statement, Reader from)
{
    if (const Result<void> done = statement.run(); !done)
        return done.error();
    if (statement.next()) {
        Result<T> row = from(statement);
        return row ? Result<std::optional<T>>(std::move(*row)) : row.error();
    }
    if (const std::optional<Error> failure = statement.failure())
        return *failure;
    return std::optional<T>();
}

inline Result<QString> textFrom(const SqlStatement &row)
{
    return row.value(0).toString();
}

inline Result<qint64> numberFrom(const SqlStatement &row)
{
    return row.value(0).toLongLong();
}

} // namespace createzoom
