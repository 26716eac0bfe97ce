// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/archiveplace.h"
#include "core/pipeline/conversionprocess.h"
#include "core/pipeline/diskroom.h"
#include "core/pipeline/memorybudget.h"
#include "core/pipeline/stage.h"
#include "core/pipeline/workspace.h"
#include "core/transfer/bucket.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace createzoom {

struct ProcessStageOptions
{
    QString program{}; ///< this program, which knows the verb `convert`
    ProcessLimits limits{};
    ImageLimits imageLimits{};
    QStringList loaders{}; ///< as Conversion::loaders
    int threads = 1; ///< per conversion
    qint64 diskFloorBytes = 0;
    qint64 memoryBudget = 0; ///< bytes for all conversions at a time
};

/// Local image -> local archive, in a child process. For a job with a local target the archive is
/// written at its place and the job ends; else it lies in the work folder for the upload. Of a
/// local image for a bucket it asks the bucket first, as no download has.
class ProcessStage final : public StageRunner
{
public:
    ProcessStage(Bucket &bucket, const Workspace &workspace, ProcessStageOptions options);

    Result<StageOutput> run(const Claim &claim,
                            const Secret &token,
                            const QString &folder,
                            const StepControl &control) override;

private:
    qint64 neededBy(const QString &jobId, qint64 sourceBytes);
    void noteOutgrown(const QString &jobId, qint64 roomBytes);
    void forgetOutgrown(const QString &jobId);
    Result<ArchivePlace>
    placeOf(const JobRequest &request, const Secret &token, const StepControl &control) const;
    Conversion
    conversionFor(const Claim &claim, const QString &folder, const ArchivePlace &place) const;
    Result<ConversionReport> convertInRoom(const Claim &claim,
                                           const Conversion &conversion,
                                           const QString &folder,
                                           const StepControl &control);

    Bucket &m_bucket;
    const Workspace &m_workspace;
    ProcessStageOptions m_options;
    MemoryBudget m_memory;
    DiskRoom m_room;
    std::mutex m_mutex{}; ///< guards what follows
    QHash<QString, qint64> m_outgrown{}; ///< jobs whose archive was larger than all that was free
};

} // namespace createzoom
