// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/uploadstage.h"

#include "core/pipeline/archiveplace.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

UploadStage::UploadStage(Bucket &bucket, const Workspace &workspace, const Previews &previews)
    : m_bucket(bucket)
    , m_workspace(workspace)
    , m_previews(previews)
{}

Result<StageOutput> UploadStage::run(const Claim &claim,
                                     const Secret &token,
                                     const QString & /*folder*/,
                                     const StepControl &control)
{
    Location target = claim.request.target();
    target.path = copyName(target.path, copyOfWorkFile(claim.artifact.path));
    if (const Result<void> kept = keepPlace(target, control); !kept)
        return kept.error();
    const QString file = m_workspace.pathOf(claim.artifact);
    const Result<void> uploaded = m_bucket.upload(file, claim.artifact.md5, target, token, control);
    if (!uploaded)
        return uploaded.error();
    if (target.bucket == uploadBucket) // it stays on this machine
        return StageOutput{.artifact = claim.artifact, .result = target.text()};
    m_previews.keep(claim.jobId, file);
    return StageOutput{.artifact = claim.artifact, .result = u"Uploaded to "_s + target.text()};
}

} // namespace createzoom
