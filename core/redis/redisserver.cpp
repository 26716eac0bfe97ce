// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisserver.h"

#include <QVersionNumber>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

RedisServerInfo redisServerInfo(const QByteArray &info)
{
    RedisServerInfo server;
    for (const QByteArray &line : info.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon);
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "redis_version")
            server.version = value;
        else if (name == "aof_enabled")
            server.hasAppendOnlyFile = value == "1";
        else if (name == "maxmemory_policy")
            server.evictionPolicy = value;
        else if (name == "connected_slaves")
            server.replicas = value.toInt();
    }
    return server;
}

Result<void> checkServer(const RedisServerInfo &info)
{
    const QVersionNumber oldest(6, 2);
    const auto version = QVersionNumber::fromString(QString::fromLatin1(info.version));
    if (version.isNull() || version >= oldest) // without INFO's right nobody can say
        return {};
    return Error{ErrorCode::Usage,
                 u"The job store is Redis %1; 6.2 or newer is needed"_s.arg(version.toString())};
}

QStringList serverWarnings(const RedisServerInfo &info, int waitReplicas)
{
    QStringList warnings;
    if (info.version.isEmpty())
        return {u"Redis does not answer INFO: whether it keeps jobs on a disk cannot be checked"_s};
    if (!info.hasAppendOnlyFile)
        warnings
            << u"REDIS KEEPS NO APPEND-ONLY FILE (appendonly no): when it ends, jobs are lost"_s;
    if (!info.evictionPolicy.isEmpty() && info.evictionPolicy != "noeviction")
        warnings
            << u"REDIS MAY EVICT JOBS WHEN ITS MEMORY IS FULL (maxmemory-policy %1): noeviction is needed"_s
                   .arg(QString::fromLatin1(info.evictionPolicy));
    if (info.replicas < waitReplicas)
        warnings << u"REDIS HAS %1 REPLICAS, REDIS_WAIT_REPLICAS asks for %2: no job is accepted"_s
                        .arg(info.replicas)
                        .arg(waitReplicas);
    return warnings;
}

} // namespace createzoom
