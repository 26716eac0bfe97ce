// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/redis/redisaddress.h"
#include "core/redis/respvalue.h"

#include <QByteArrayList>

#include <chrono>
#include <memory>
#include <stop_token>

namespace createzoom {

/// How long a server may take.
struct RedisTimes
{
    std::chrono::milliseconds connect{2'000};
    std::chrono::milliseconds command{5'000};
};

/// One connection to a Redis server, blocking; used by the thread that made it, which needs no
/// event loop. After any failure of the transport it is closed and never used again: what arrives
/// late would be taken for the answer to something else.
class RedisConnection
{
public:
    /// Connects, with TLS where `address` asks for it; does not log in. Unavailable, and Usage for
    /// files and certificates.
    static Result<std::unique_ptr<RedisConnection>>
    open(const RedisHost &host, const RedisAddress &address, const RedisTimes &times);

    ~RedisConnection();
    RedisConnection(const RedisConnection &) = delete;
    RedisConnection &operator=(const RedisConnection &) = delete;

    bool isOpen() const;
    /// Sends a command and waits for its answer, which may be the server's refusal
    /// (RespValue::isFailure). `ownTime` is how long the command itself may block on the server;
    /// `stop` ends the wait, and the connection.
    Result<RespValue> call(const QByteArrayList &command,
                           std::chrono::milliseconds ownTime = {},
                           const std::stop_token &stop = {});

private:
    struct Parts;
    explicit RedisConnection(std::unique_ptr<Parts> parts);
    Error closed(const QString &reason);

    std::unique_ptr<Parts> m_parts;
};

} // namespace createzoom
