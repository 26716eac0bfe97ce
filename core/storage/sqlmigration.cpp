// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlmigration.h"

#include "core/storage/sqliteconnection.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int applicationId = 0x435a4a53; // "CZJS" in the file's header, for file(1)
constexpr int numberLength = 3;

Error foreignDatabase(const QString &file)
{
    return {ErrorCode::Unavailable, u"The job store is a database of another program"_s, file};
}

Result<void> checkOwner(SqliteConnection &connection, const QString &file, qint64 version)
{
    const Result<QVariant> owner = connection.scalar(u"PRAGMA application_id"_s);
    if (!owner)
        return owner.error();
    const Result<QVariant> tables = connection.scalar(u"SELECT count(*) FROM sqlite_master"_s);
    if (!tables)
        return tables.error();
    const bool isFresh = version == 0 && owner->toLongLong() == 0 && tables->toLongLong() == 0;
    if (!isFresh && owner->toLongLong() != applicationId)
        return foreignDatabase(file);
    return {};
}

Result<void> backUp(SqliteConnection &connection, const QString &file, qint64 version)
{
    const QString copy = u"%1.v%2.bak"_s.arg(file).arg(version);
    QFile target(copy);
    // VACUUM INTO takes an empty file: made by us, so that nobody else may read it.
    if (!target.open(QIODevice::WriteOnly | QIODevice::Truncate)
        || !target.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return Error{
            ErrorCode::Io,
            u"The job store cannot be copied before its upgrade: %1"_s.arg(target.errorString()),
            copy};
    target.close();
    QString quoted = copy;
    quoted.replace(u'\'', u"''"_s);
    return connection.execute(u"VACUUM INTO '%1'"_s.arg(quoted));
}

/// Statements end with a ';' at the end of a line.
QStringList statementsOf(const QString &script)
{
    QStringList statements;
    for (const QString &part : script.split(u";\n"_s)) {
        if (!part.trimmed().isEmpty())
            statements << part;
    }
    return statements;
}

Result<void> runScript(SqliteConnection &connection, const QString &script, int version)
{
    QStringList statements = statementsOf(script);
    statements << u"PRAGMA application_id = %1"_s.arg(applicationId)
               << u"PRAGMA user_version = %1"_s.arg(version);
    for (const QString &statement : statements) {
        if (const Result<void> done = connection.execute(statement); !done)
            return done.error();
    }
    return {};
}

Result<void> apply(SqliteConnection &connection, const QString &path, int version)
{
    QFile script(path);
    if (!script.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, u"A migration of the job store is missing"_s, path};
    if (const Result<void> begun = connection.begin(Durability::Full); !begun)
        return begun.error();
    Result<void> done = runScript(connection, QString::fromUtf8(script.readAll()), version);
    if (done)
        done = connection.commit();
    if (!done) {
        connection.rollback();
        return done.error().withContext(u"Upgrade %1 of the job store"_s.arg(version));
    }
    return {};
}

} // namespace

Result<void> migrate(SqliteConnection &connection, const QString &file, const QString &folder)
{
    const Result<QVariant> version = connection.scalar(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    const qint64 found = version->toLongLong();
    if (const Result<void> owned = checkOwner(connection, file, found); !owned)
        return owned.error();

    const QStringList scripts
        = QDir(folder).entryList({u"[0-9][0-9][0-9]_*.sql"_s}, QDir::Files, QDir::Name);
    const int newest = scripts.isEmpty() ? 0 : scripts.last().left(numberLength).toInt();
    if (found > newest)
        return Error{
            ErrorCode::Unavailable,
            u"The job store was written by a newer createzoom (schema %1, this one knows %2)"_s
                .arg(found)
                .arg(newest),
            file};
    if (found > 0 && found < newest) {
        if (const Result<void> copied = backUp(connection, file, found); !copied)
            return copied.error();
    }
    for (const QString &script : scripts) {
        const int number = script.left(numberLength).toInt();
        if (number <= found)
            continue;
        if (const Result<void> applied = apply(connection, folder + u'/' + script, number);
            !applied)
            return applied.error();
    }
    return {};
}

} // namespace createzoom
