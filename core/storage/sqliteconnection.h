// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <map>
#include <memory>

namespace createzoom {

/// One use of a prepared statement. finish()es it when it goes: an unfinished one holds back
/// the checkpoint. A local variable, never stored.
class SqlStatement
{
public:
    SqlStatement(std::shared_ptr<QSqlQuery> query, bool isPrepared);
    ~SqlStatement();
    SqlStatement(const SqlStatement &) = delete;
    SqlStatement &operator=(const SqlStatement &) = delete;

    SqlStatement &bind(const QString &name, const QVariant &value);
    Result<void> run();
    /// To the next row; an error of the store ends the rows too, see failure().
    bool next();
    QVariant value(int column) const;
    /// What ended the rows, if it was not their end.
    std::optional<Error> failure() const;

private:
    std::shared_ptr<QSqlQuery> m_query;
    bool m_isPrepared = false;
};

enum class Durability {
    Full, ///< survives a power cut
    Normal, ///< survives the death of the process; a power cut may cost the last of them
};

/// One connection to the store with its prepared statements, which are files of resources/sql by
/// name. Owned by SqliteDatabase, used by the thread that made it.
class SqliteConnection
{
public:
    SqliteConnection();
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    Result<void> open(const QString &file, const QString &statements);

    SqlStatement statement(const QString &name);
    Result<void> execute(const QString &sql);
    /// The first column of the first row; null when there is none.
    Result<QVariant> scalar(const QString &sql);

    Result<void> begin(Durability durability);
    Result<void> commit();
    void rollback();

private:
    QString m_name;
    QString m_statementFolder{};
    QSqlDatabase m_database{};
    std::map<QString, std::shared_ptr<QSqlQuery>> m_statements{};
    Durability m_durability = Durability::Full;
};

} // namespace createzoom
