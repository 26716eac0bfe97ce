// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"
#include "tests/support/fakeclock.h"

#include <QList>
#include <QMetaType>

#include <functional>
#include <memory>

namespace createzoom::tests {

/// A store of jobs made for one test and gone with it. One engine at a time is open on it.
class EngineStore
{
public:
    EngineStore() = default;
    virtual ~EngineStore() = default;
    EngineStore(const EngineStore &) = delete;
    EngineStore &operator=(const EngineStore &) = delete;

    /// The engine's time is that of `clock`, which outlives the store.
    virtual Result<std::unique_ptr<JobEngine>> open(const EngineLimits &limits, FakeClock &clock)
        = 0;
};

struct EngineBackend
{
    const char *name = "";
    std::function<std::unique_ptr<EngineStore>()> makeStore{};
};

/// Every backend that the suite runs on; a new one is a row here.
QList<EngineBackend> engineBackends();

} // namespace createzoom::tests

Q_DECLARE_METATYPE(createzoom::tests::EngineBackend)
