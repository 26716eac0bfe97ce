// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/contract/enginebackends.h"
#include "tests/support/fakeclock.h"
#include "tests/support/leases.h"
#include "tests/support/resultvalue.h"

#include <QUuid>

namespace createzoom::tests {

inline const QList<Stage> allStages{Stage::Download, Stage::Process, Stage::Upload};

inline JobRequest bucketRequest()
{
    return {.source = {QStringLiteral("b"), QStringLiteral("in/s 012+ü#.tif")},
            .targetFolder = {QStringLiteral("b"), QStringLiteral("out")},
            .submitter = QStringLiteral("u1")};
}

inline JobRequest localRequest()
{
    return {.source = {{}, QStringLiteral("/images/s012.tif")},
            .targetFolder = {{}, QStringLiteral("/archives")}};
}

/// As it was handed over: which work folder has it is the engine's to add.
inline Artifact withoutNode(Artifact artifact)
{
    artifact.node.clear();
    return artifact;
}

/// A fresh store with an engine on it and a clock that stands still.
struct EngineFixture
{
    explicit EngineFixture(const EngineBackend &backend, const EngineLimits &limitsOfTest = {})
        : limits(limitsOfTest)
        , store(backend.makeStore())
    {
        reopen();
    }

    /// As after the end of the process.
    void reopen()
    {
        engine.reset();
        engine = valueOf(store->open(limits, clock));
    }

    QString submit(const JobRequest &request = bucketRequest())
    {
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const QByteArray token = request.source.isLocal() ? QByteArray() : "sealed-" + id.toUtf8();
        return valueOf(engine->submit({id, request, token})).id;
    }

    std::optional<Claim> tryClaim(const QList<Stage> &stages = allStages)
    {
        return valueOf(engine->claim(stages, QStringLiteral("w1"), std::chrono::milliseconds(0)));
    }

    Claim claim(const char *file = __builtin_FILE(), int line = __builtin_LINE())
    {
        std::optional<Claim> found = tryClaim();
        if (!found)
            QTest::qFail("there is no job to claim", file, line);
        return found.value_or(Claim{});
    }

    void letLeasesEnd(std::chrono::milliseconds rest = {})
    {
        tests::letLeasesEnd(*engine, clock, limits.lease, rest);
    }

    Job job(const QString &id) { return valueOf(engine->get(id)).value_or(Job{}); }
    JobState state(const QString &id) { return job(id).state; }

    EngineLimits limits{};
    FakeClock clock{};
    std::unique_ptr<EngineStore> store{};
    std::unique_ptr<JobEngine> engine{};
};

} // namespace createzoom::tests
