// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisclient.h"

#include "core/base/logging.h"
#include "core/redis/redisdialer.h"

#include <algorithm>
#include <condition_variable>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr milliseconds firstDelay{200};
constexpr milliseconds longestDelay{5'000};
constexpr milliseconds replicaPatience{1'000};

/// The calling thread's connection of each client; those of clients that are gone go with the next
/// look, or with the thread: a socket belongs to the thread that made it.
struct OwnConnection
{
    std::weak_ptr<int> client{};
    std::unique_ptr<RedisConnection> connection{};
};
thread_local std::vector<OwnConnection> ownConnections;

Error refusal(const RespValue &answer)
{
    const bool isFull = answer.text.startsWith("OOM") || answer.text.startsWith("MISCONF");
    return {ErrorCode::Unavailable,
            isFull ? u"The job store (Redis) has no room to write"_s
                   : u"The job store (Redis) refuses to work"_s,
            QString::fromUtf8(answer.text)};
}

bool isOutOfMemory(const RespValue &answer)
{
    return answer.isFailure() && answer.text.startsWith("OOM");
}

/// What runs may go on and end though memory is full, and whose files are there is still known:
/// that makes room. A flag of Redis 7; 6.2 takes no script that has it, and the work waits for
/// memory.
bool mayExceedMemory(const QByteArray &script)
{
    return script == "announce" || script == "beat" || script == "log" || script == "reserve"
        || script == "store";
}

/// The server is there, but is not, or no longer, the one to talk to.
bool isWrongServer(const RespValue &answer)
{
    return answer.isFailure()
        && (answer.text.startsWith("READONLY") || answer.text.startsWith("LOADING")
            || answer.text.startsWith("MASTERDOWN") || answer.text.startsWith("NOAUTH"));
}

} // namespace

RedisClient::RedisClient(RedisAddress address, const RedisTimes &times, RandomSource random)
    : m_address(std::move(address))
    , m_times(times)
    , m_random(random ? std::move(random) : systemRandom())
{}

RedisClient::~RedisClient()
{
    dropConnectionOfThread();
}

void RedisClient::dropConnectionOfThread()
{
    std::erase_if(ownConnections,
                  [this](const OwnConnection &own) { return own.client.lock() == m_identity; });
}

Result<RedisConnection *> RedisClient::connectionOfThread()
{
    std::erase_if(ownConnections, [](const OwnConnection &own) {
        return own.client.expired() || !own.connection->isOpen();
    });
    for (const OwnConnection &own : ownConnections) {
        if (own.client.lock() == m_identity)
            return own.connection.get();
    }
    Result<std::unique_ptr<RedisConnection>> made = dial();
    if (!made)
        return made.error();
    ownConnections.push_back({m_identity, std::move(*made)});
    return ownConnections.back().connection.get();
}

Result<std::unique_ptr<RedisConnection>> RedisClient::dial()
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto now = steady_clock::now();
        if (m_outage && now < m_nextTry)
            return *m_outage;
        if (m_outage)
            m_nextTry = now + m_times.connect; // one thread tries for all
    }
    Result<std::unique_ptr<RedisConnection>> made = dialRedis(m_address, m_times);
    if (made) {
        noteSuccess();
        return made;
    }
    Error error = made.error();
    noteFailure(error);
    return error;
}

void RedisClient::noteFailure(Error &error)
{
    const std::scoped_lock lock(m_mutex);
    // Settings that worked were right: what has changed is the server, and callers may come back.
    if (m_wasReached)
        error.code = ErrorCode::Unavailable;
    if (!m_outage)
        qCWarning(lcJobs).noquote() << error.message << error.detail;
    m_outage = error;
    m_delay = std::clamp(2 * m_delay, firstDelay, longestDelay);
    const double part = 0.5 + m_random() / 2; // not all nodes at once
    m_nextTry = steady_clock::now()
        + milliseconds(static_cast<qint64>(static_cast<double>(m_delay.count()) * part));
}

void RedisClient::noteSuccess()
{
    const std::scoped_lock lock(m_mutex);
    if (m_outage)
        qCInfo(lcJobs) << "The job store (Redis) is back";
    m_wasReached = true;
    m_outage.reset();
    m_delay = {};
    m_nextTry = {};
}

void RedisClient::waitForServer(steady_clock::time_point end, const std::stop_token &stop)
{
    std::condition_variable_any never;
    std::unique_lock lock(m_mutex);
    const Time until = std::min(end, std::max(m_nextTry, steady_clock::now() + firstDelay));
    never.wait_until(lock, stop, until, [] { return false; });
}

Result<RespValue> RedisClient::repeated(const QByteArrayList &words, Copies copies)
{
    constexpr int tries = 2;
    Result<RespValue> answer = Error{};
    for (int i = 0; i < tries; ++i) {
        const Result<RedisConnection *> connection = connectionOfThread();
        if (!connection)
            return connection.error();
        answer = (*connection)->call(words);
        if (answer && isWrongServer(*answer)) {
            dropConnectionOfThread();
            answer = refusal(*answer);
        }
        if (answer && !answer->isFailure() && copies == Copies::OnReplicas) {
            if (const Result<void> copied = waitForReplicas(**connection); !copied)
                return copied.error();
        }
        if (answer)
            return answer;
    }
    return answer;
}

/// On the connection that wrote: another may already lead to another master, which never heard of
/// it. WAIT is about the connection's own writes, and a repeated call finds the job written by the
/// first: a write of this one comes after it.
Result<void> RedisClient::waitForReplicas(RedisConnection &connection) const
{
    if (m_address.waitReplicas == 0)
        return {};
    const QByteArray wanted = QByteArray::number(m_address.waitReplicas);
    const Result<RespValue> mark = connection.call({"HSET", "{dz}:queue", "promised", "1"});
    const Result<RespValue> copies = mark
        ? connection.call({"WAIT", wanted, QByteArray::number(replicaPatience.count())},
                          replicaPatience)
        : mark;
    if (!copies)
        return copies.error();
    if (copies->integer() >= m_address.waitReplicas)
        return {};
    return Error{ErrorCode::Unavailable,
                 u"The job store (Redis) could not copy the job to its replicas in time"_s,
                 u"%1 of %2"_s.arg(copies->integer()).arg(m_address.waitReplicas)};
}

Result<RespValue> RedisClient::command(const QByteArrayList &words)
{
    Result<RespValue> answer = repeated(words);
    return answer && answer->isFailure() ? refusal(*answer) : answer;
}

Result<RespValue> RedisClient::script(const QByteArray &name, const QByteArrayList &arguments)
{
    return script(name, arguments, Copies::Any);
}

Result<RespValue> RedisClient::promise(const QByteArray &name, const QByteArrayList &arguments)
{
    return script(name, arguments, Copies::OnReplicas);
}

Result<RespValue>
RedisClient::script(const QByteArray &name, const QByteArrayList &arguments, Copies copies)
{
    const RedisScripts::Script script = m_scripts.script(name);
    const QByteArrayList rest = QByteArrayList{"0"} + arguments;
    Result<RespValue> answer = repeated(QByteArrayList{"EVALSHA", script.sha1} + rest, copies);
    if (answer && answer->isFailure() && answer->text.startsWith("NOSCRIPT"))
        answer = repeated(QByteArrayList{"EVAL", script.text} + rest, copies);
    if (answer && isOutOfMemory(*answer) && mayExceedMemory(name)) {
        const Result<RespValue> allowed
            = repeated(QByteArrayList{"EVAL", "#!lua flags=allow-oom\n" + script.text} + rest);
        if (allowed && !allowed->isFailure())
            return allowed;
    }
    return answer && answer->isFailure() ? refusal(*answer) : answer;
}

Result<RespValue>
RedisClient::wait(const QByteArrayList &words, milliseconds time, const std::stop_token &stop)
{
    const Result<RedisConnection *> connection = connectionOfThread();
    return connection ? (*connection)->call(words, time, stop) : connection.error();
}

} // namespace createzoom
