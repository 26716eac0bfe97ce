// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enginechoice.h"

#include "core/redis/redisjobengine.h"
#include "core/storage/sqlitejobengine.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Result<ChosenEngine> openSqlite(const Settings &settings, const EngineLimits &limits)
{
    Result<std::unique_ptr<SqliteJobEngine>> engine
        = SqliteJobEngine::open(settings.data, limits, systemClock());
    if (!engine)
        return engine.error();
    const int recovered = (*engine)->recoveredJobs();
    // Nobody else can have this store: one name does for all that ever owned it.
    return ChosenEngine{.engine = std::move(*engine), .worker = u"local"_s, .recovered = recovered};
}

/// Stays with the data folder, as the files of jobs do: after a restart it is the same worker.
Result<QString> nodeName(const QString &dataFolder)
{
    QFile file(dataFolder + u"/node"_s);
    QByteArray mark = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    if (mark.isEmpty()) {
        mark = QByteArray::number(QRandomGenerator::system()->generate(), 16);
        QSaveFile made(file.fileName());
        if (!made.open(QIODevice::WriteOnly) || made.write(mark) != mark.size() || !made.commit())
            return Error{ErrorCode::Io,
                         u"The data folder cannot be written: %1"_s.arg(made.errorString())};
    }
    return u"%1-%2"_s.arg(QSysInfo::machineHostName(), QString::fromLatin1(mark));
}

Result<ChosenEngine>
openRedis(const Settings &settings, const EngineLimits &limits, RedisAddress address)
{
    Result<EngineLock> lock = EngineLock::take(settings.data + u"/engine.lock"_s);
    if (!lock)
        return lock.error();
    const Result<QString> node = nodeName(settings.data);
    if (!node)
        return node.error();
    Result<std::unique_ptr<RedisJobEngine>> engine
        = RedisJobEngine::open(std::move(address), limits);
    if (!engine)
        return engine.error();
    // The folder is locked: whoever held claims of this name is dead. Those of others have leases.
    const Result<int> recovered = (*engine)->reconcile(*node, {});
    if (!recovered)
        return recovered.error();
    return ChosenEngine{.lock = std::move(*lock),
                        .engine = std::move(*engine),
                        .worker = *node,
                        .recovered = *recovered,
                        .isShared = true};
}

} // namespace

Result<ChosenEngine> chooseEngine(const Settings &settings,
                                  const EngineLimits &limits,
                                  const QHash<QString, QString> &environment)
{
    if (settings.engine == u"sqlite")
        return openSqlite(settings, limits);
    Result<std::optional<RedisAddress>> address = redisAddress(environment);
    if (!address)
        return address.error();
    if (*address)
        return openRedis(settings, limits, std::move(**address));
    if (settings.engine == u"redis")
        return Error{ErrorCode::Usage,
                     u"--engine redis needs REDIS_URL, REDIS_HOST or REDIS_SENTINELS"_s};
    return openSqlite(settings, limits);
}

} // namespace createzoom
