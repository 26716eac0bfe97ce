// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/diskroom.h"
#include "core/pipeline/stage.h"
#include "core/pipeline/workspace.h"
#include "core/transfer/bucket.h"

#include <optional>

namespace createzoom {

/// Bucket object -> local file. Asks first whether the result may be written, before hours of work,
/// and whether all that the job needs fits on the disk beside the downloads that run. A download
/// that an earlier claim left half done is continued.
class DownloadStage final : public StageRunner
{
public:
    DownloadStage(Bucket &bucket, const Workspace &workspace, qint64 diskFloorBytes);

    Result<StageOutput> run(const Claim &claim,
                            const Secret &token,
                            const QString &folder,
                            const StepControl &control) override;

private:
    /// The object's size; nothing when the archive exists and the job is to be skipped.
    Result<std::optional<qint64>>
    checkFirst(const Claim &claim, const Secret &token, const StepControl &control);

    Bucket &m_bucket;
    const Workspace &m_workspace;
    DiskRoom m_room;
};

} // namespace createzoom
