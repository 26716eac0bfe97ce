// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace createzoom {

struct RedisHost
{
    QString name{};
    quint16 port = 6379;

    QString text() const { return name + u':' + QString::number(port); }
    friend bool operator==(const RedisHost &, const RedisHost &) = default;
};

/// Where the Redis server is and how to log in. A move-only value: it holds the password.
struct RedisAddress
{
    RedisHost host{}; ///< not used with sentinels
    QString userName{};
    Secret password{};
    int database = 0;
    bool isEncrypted = false;
    QString caFile{}; ///< PEM; empty = the system's
    QString certificateFile{}; ///< PEM, of this client, with `keyFile`
    QString keyFile{};
    QList<RedisHost> sentinels{}; ///< they say who the master of `masterName` is
    QString masterName{};
    int waitReplicas = 0; ///< so many must have a job before it is accepted

    /// "redis.lab.example:6379, database 0, TLS"; never the password.
    QString text() const;
};

/// From REDIS_URL ("redis[s]://user:password@host:port/database"), which wins over REDIS_HOST,
/// REDIS_PORT, REDIS_USERNAME, REDIS_PASSWORD, REDIS_TLS; with REDIS_CA_FILE, REDIS_CERT_FILE,
/// REDIS_KEY_FILE, REDIS_SENTINELS ("host:port,host:port"), REDIS_MASTER_NAME and
/// REDIS_WAIT_REPLICAS. nullopt: no variable names a server. Errors (Usage) name the variable and
/// never hold a password.
Result<std::optional<RedisAddress>> redisAddress(const QHash<QString, QString> &environment);

} // namespace createzoom
