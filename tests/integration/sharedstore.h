// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/servicefixture.h"
#include "tests/support/redisprocess.h"

#include <QTest>

namespace createzoom::tests {

/// A Redis server whose clock a test sets, the variables by which programs find it, a bucket, and
/// the first of the processes that use both.
class SharedStore
{
public:
    static constexpr qint64 start = 1'800'000'000'000; ///< UTC milliseconds
    static constexpr qint64 lease = 30'000;

    SharedStore()
    {
        redis.setTime(start);
        qputenv("REDIS_URL", "redis://127.0.0.1:" + QByteArray::number(redis.port()));
        qputenv("CREATEZOOM_TOKEN_KEYS", "k1:" + QByteArray(32, 'k').toBase64());
        isReady = redis.isRunning() && service.bucket.makeBucket(QStringLiteral("b1"));
    }
    ~SharedStore()
    {
        for (const char *name : {"REDIS_URL", "REDIS_HOST", "CREATEZOOM_TOKEN_KEYS"})
            qunsetenv(name);
    }
    SharedStore(const SharedStore &) = delete;
    SharedStore &operator=(const SharedStore &) = delete;

    /// Who is dead has been silent for a lease then; the others have been heard of in the middle of
    /// it. False: nobody was.
    bool letLeasesEnd()
    {
        constexpr qint64 middle = start + lease / 2;
        constexpr int patience = 30'000; // milliseconds; who has nothing to do asks every 5 s
        redis.setTime(middle);
        const bool isHeard = QTest::qWaitFor(
            [this] {
                return redis.ask({QStringLiteral("GET"), QStringLiteral("{dz}:heard")})
                    == QByteArray::number(middle);
            },
            patience);
        redis.setTime(start + lease);
        return isHeard;
    }

    bool isReady = false;
    RedisProcess redis{{QStringLiteral("--appendfsync"), QStringLiteral("always")},
                       RedisProcess::Kind::StoppedClock};
    ServiceFixture service{};
};

} // namespace createzoom::tests
