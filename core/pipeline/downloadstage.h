// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/stage.h"
#include "core/pipeline/workspace.h"
#include "core/transfer/bucket.h"

namespace createzoom {

/// Bucket object -> local file. Asks first whether the result may be written, before hours of work.
/// A download that an earlier claim left half done is continued.
class DownloadStage final : public StageRunner
{
public:
    DownloadStage(Bucket &bucket, const Workspace &workspace, qint64 diskFloorBytes);

    Result<StageOutput> run(const Claim &claim,
                            const Secret &token,
                            const QString &folder,
                            const StepControl &control) override;

private:
    Result<void> checkFirst(const Claim &claim, const Secret &token, const StepControl &control);

    Bucket &m_bucket;
    const Workspace &m_workspace;
    qint64 m_diskFloorBytes;
};

} // namespace createzoom
