// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/stepcontrol.h"
#include "core/jobs/jobengine.h"

#include <QString>

namespace createzoom {

/// What a stage made of a claim: an artifact for the next stage, or the job's result when it is the
/// last.
struct StageOutput
{
    Artifact artifact{};
    QString result{};
    bool skipped = false; ///< the target existed and may stay: the job ends here as Skipped
};

/// One of the three stages. Owned by Services; `run` blocks, is called from any number of worker
/// threads at once, and keeps nothing of a claim. `folder` is the claim's own work folder.
class StageRunner
{
public:
    StageRunner() = default;
    virtual ~StageRunner() = default;
    StageRunner(const StageRunner &) = delete;
    StageRunner &operator=(const StageRunner &) = delete;

    virtual Result<StageOutput>
    run(const Claim &claim, const Secret &token, const QString &folder, const StepControl &control)
        = 0;
};

} // namespace createzoom
