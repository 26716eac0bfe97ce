// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/redis/redisaddress.h"
#include "core/redis/redisconnection.h"
#include "core/redis/redisscripts.h"

#include <QByteArrayList>

#include <chrono>
#include <memory>
#include <mutex>
#include <stop_token>

namespace createzoom {

/// The server as the engine's calls see it: a connection for each calling thread, made when it is
/// needed and closed when the thread ends. What was cut is tried once more on a new connection, so
/// every command and script must bear to be repeated. While the server cannot be reached, one try
/// in a growing while asks for it; all others are told so at once. Owned by the engine; any thread.
class RedisClient
{
public:
    RedisClient(RedisAddress address, const RedisTimes &times = {}, RandomSource random = {});
    ~RedisClient();
    RedisClient(const RedisClient &) = delete;
    RedisClient &operator=(const RedisClient &) = delete;

    /// Errors of both: Unavailable; until the server was reached once, Usage too (see dialRedis). A
    /// refusal of the server is an error.
    Result<RespValue> command(const QByteArrayList &words);
    Result<RespValue> script(const QByteArray &name, const QByteArrayList &arguments);
    /// As script(), of what somebody is promised: RedisAddress::waitReplicas replicas have it too.
    /// Unavailable when they have not within a second; it is done then all the same.
    Result<RespValue> promise(const QByteArray &name, const QByteArrayList &arguments);
    /// A command that blocks on the server for `time` at most, less when `stop` is asked. Not
    /// repeated.
    Result<RespValue>
    wait(const QByteArrayList &words, std::chrono::milliseconds time, const std::stop_token &stop);

    /// Until the server may be asked for again, at most until `end`, less when `stop` is asked.
    void waitForServer(std::chrono::steady_clock::time_point end, const std::stop_token &stop);

private:
    using Time = std::chrono::steady_clock::time_point;

    Result<RedisConnection *> connectionOfThread();
    void dropConnectionOfThread();
    Result<std::unique_ptr<RedisConnection>> dial();
    void noteFailure(Error &error);
    void noteSuccess();
    enum class Copies { Any, OnReplicas };
    Result<RespValue>
    script(const QByteArray &name, const QByteArrayList &arguments, Copies copies);
    Result<RespValue> repeated(const QByteArrayList &words, Copies copies = Copies::Any);
    Result<void> waitForReplicas(RedisConnection &connection) const;

    const RedisAddress m_address;
    const RedisTimes m_times;
    const RandomSource m_random;
    const RedisScripts m_scripts{};
    /// Alive as long as this is: threads keep their connections under a weak reference to it.
    const std::shared_ptr<int> m_identity = std::make_shared<int>(0);

    std::mutex m_mutex{}; // guards what follows
    bool m_wasReached = false;
    std::optional<Error> m_outage{};
    Time m_nextTry{};
    std::chrono::milliseconds m_delay{};
};

} // namespace createzoom
