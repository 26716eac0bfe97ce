// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/enginebackends.h"

#include "core/redis/redisjobengine.h"
#include "core/storage/sqlitejobengine.h"
#include "tests/support/redisprocess.h"

#include <QCoreApplication>
#include <QTemporaryDir>

namespace createzoom::tests {

namespace {

class SqliteStore : public EngineStore
{
public:
    Result<std::unique_ptr<JobEngine>> open(const EngineLimits &limits, FakeClock &clock) override
    {
        auto engine = SqliteJobEngine::open(m_folder.path(), limits, clock.clock());
        if (!engine)
            return engine.error();
        return std::unique_ptr<JobEngine>(std::move(*engine));
    }

private:
    QTemporaryDir m_folder{};
};

/// One server for the program's whole life: a store is what it holds since it was last emptied.
/// Only its own clock counts, so it is one that a test can set. Opened again, it is the worker of
/// the tests that starts anew.
class RedisStore : public EngineStore
{
public:
    RedisStore() { server().ask({QStringLiteral("FLUSHALL")}); }

    Result<std::unique_ptr<JobEngine>> open(const EngineLimits &limits, FakeClock &clock) override
    {
        clock.followedBy([](qint64 now) { server().setTime(now); });
        RedisAddress address;
        address.host = {QStringLiteral("127.0.0.1"), server().port()};
        auto engine = RedisJobEngine::open(std::move(address), limits);
        if (!engine)
            return engine.error();
        if (const Result<int> recovered = (*engine)->recover(QStringLiteral("w1")); !recovered)
            return recovered.error();
        return std::unique_ptr<JobEngine>(std::move(*engine));
    }

private:
    static RedisProcess &server()
    {
        static RedisProcess *const running = [] {
            qAddPostRoutine([] { delete &server(); });
            return new RedisProcess({}, RedisProcess::Kind::StoppedClock);
        }();
        return *running;
    }
};

} // namespace

QList<EngineBackend> engineBackends()
{
    return {{"SQLite",
             [] {
                 return std::make_unique<SqliteStore>();
             }},
            {"Redis", [] {
                 return std::make_unique<RedisStore>();
             }}};
}

} // namespace createzoom::tests
