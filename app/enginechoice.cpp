// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enginechoice.h"

#include "core/redis/redisjobengine.h"
#include "core/storage/sqlitejobengine.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSysInfo>
#include <QTemporaryFile>

#include <unistd.h>

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

/// A random name of a folder, made at first and kept in it: where it is mounted does not matter.
Result<QString> markOf(const QString &folder)
{
    const QString name = folder + u"/node"_s;
    if (!QFile::exists(name)) {
        const QByteArray mark = QByteArray::number(QRandomGenerator::system()->generate(), 16);
        QTemporaryFile made(name);
        if (!made.open() || made.write(mark) != mark.size() || !made.flush()
            || ::fsync(made.handle()) != 0)
            return Error{ErrorCode::Io,
                         u"The folder %1 cannot be written: %2"_s.arg(folder, made.errorString())};
        // Of several processes that begin at once, one gets the name: a rename replaces nothing.
        made.setAutoRemove(!made.rename(name));
    }
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, u"%1 cannot be read: %2"_s.arg(name, file.errorString())};
    const QByteArray kept = file.readAll().trimmed();
    if (kept.isEmpty()) // two folders would have one name
        return Error{ErrorCode::Io, u"%1 is empty: remove it"_s.arg(name)};
    return QString::fromLatin1(kept);
}

bool isSplit(const QStringList &roles)
{
    const bool isDownloader = roles.contains(u"downloader"_s);
    return isDownloader != roles.contains(u"processor"_s)
        || isDownloader != roles.contains(u"uploader"_s);
}

Result<RedisNode> redisNode(const Settings &settings)
{
    RedisNode node{.isSplit = isSplit(settings.roles)};
    if (!settings.sharedWork.isEmpty()) {
        const Result<QString> mark = markOf(settings.sharedWork);
        if (!mark)
            return mark.error();
        node.sharedFolder = u"shared:"_s + *mark;
    } else if (node.isSplit && settings.peerListen.isEmpty()) {
        return Error{
            ErrorCode::Usage,
            u"A process that does some of the steps leaves files to others: --shared-work "
            u"names a folder that all see, or --peer-listen an address to fetch them at"_s};
    }
    return node;
}

Result<ChosenEngine>
openRedis(const Settings &settings, const EngineLimits &limits, RedisAddress address)
{
    Result<EngineLock> lock = EngineLock::take(settings.data + u"/engine.lock"_s);
    if (!lock)
        return lock.error();
    // It stays with the data folder, as the files of jobs do: after a restart it is the same
    // worker.
    const Result<QString> mark = markOf(settings.data);
    if (!mark)
        return mark.error();
    const QString worker = u"%1-%2"_s.arg(QSysInfo::machineHostName(), *mark);
    const Result<RedisNode> node = redisNode(settings);
    if (!node)
        return node.error();
    Result<std::unique_ptr<RedisJobEngine>> engine
        = RedisJobEngine::open(std::move(address), limits, *node);
    if (!engine)
        return engine.error();
    // The folder is locked: whoever held claims of this name is dead. Those of others have leases.
    const Result<int> recovered = (*engine)->recover(worker);
    if (!recovered)
        return recovered.error();
    return ChosenEngine{.lock = std::move(*lock),
                        .engine = std::move(*engine),
                        .worker = worker,
                        .node = node->sharedFolder.isEmpty() ? worker : node->sharedFolder,
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
