// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace createzoom {

/// What a server says of itself (INFO), as far as jobs depend on it. A value.
struct RedisServerInfo
{
    QByteArray version{}; ///< of the Redis it is, or is compatible with: "7.0.15"
    bool hasAppendOnlyFile = false;
    QByteArray evictionPolicy{};
    int replicas = 0; ///< connected now
};

RedisServerInfo redisServerInfo(const QByteArray &info);

/// Usage when the server cannot do what the scripts need (before 6.2).
Result<void> checkServer(const RedisServerInfo &info);
/// Sentences on what may lose jobs, or keep them from being accepted, for the log.
QStringList serverWarnings(const RedisServerInfo &info, int waitReplicas = 0);

} // namespace createzoom
