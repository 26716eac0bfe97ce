// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/stage.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace createzoom::tests {

using Script
    = std::function<Result<StageOutput>(const Claim &, const QString &folder, const StepControl &)>;

/// A stage that does what a test says.
class ScriptedStage final : public StageRunner
{
public:
    Script script{};
    std::atomic<int> runs = 0;

    Result<StageOutput> run(const Claim &claim,
                            const Secret &,
                            const QString &folder,
                            const StepControl &control) override
    {
        ++runs;
        return script(claim, folder, control);
    }
};

/// Waits for the stop that the test is about.
inline Result<StageOutput> untilStopped(const StepControl &control)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait(lock, control.stop, [] { return false; });
    return cancelledError();
}

} // namespace createzoom::tests
