// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/previews.h"
#include "core/pipeline/stage.h"
#include "core/pipeline/workspace.h"
#include "core/transfer/bucket.h"

namespace createzoom {

/// Local archive -> bucket object; done only once the bucket lists it. A small picture of it stays
/// here.
class UploadStage final : public StageRunner
{
public:
    UploadStage(Bucket &bucket, const Workspace &workspace, const Previews &previews);

    Result<StageOutput> run(const Claim &claim,
                            const Secret &token,
                            const QString &folder,
                            const StepControl &control) override;

private:
    Bucket &m_bucket;
    const Workspace &m_workspace;
    const Previews &m_previews;
};

} // namespace createzoom
