// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/downloadstage.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// No extension: loaders look at the bytes, and a name from outside never touches this machine's
/// paths.
const QString sourceFile = u"source"_s;

} // namespace

DownloadStage::DownloadStage(Bucket &bucket, const Workspace &workspace, qint64 diskFloorBytes)
    : m_bucket(bucket)
    , m_workspace(workspace)
    , m_diskFloorBytes(diskFloorBytes)
{}

Result<StageOutput> DownloadStage::run(const Claim &claim,
                                       const Secret &token,
                                       const QString &folder,
                                       const StepControl &control)
{
    control.report({.phase = StepProgress::Phase::Checking});
    if (const Result<void> checked = checkFirst(claim, token, control); !checked)
        return checked.error();

    m_workspace.adoptLeftovers(claim, {sourceFile, sourceFile + u".etag"_s});
    const QString file = folder + u'/' + sourceFile;
    const Result<ReceivedFile> received
        = m_bucket.download(claim.request.source, file, token, control);
    if (!received)
        return received.error();
    return StageOutput{.artifact
                       = {m_workspace.relativePath(file), received->bytes, received->md5}};
}

Result<void>
DownloadStage::checkFirst(const Claim &claim, const Secret &token, const StepControl &control)
{
    const JobRequest &request = claim.request;
    if (!request.targetFolder.isLocal()) {
        const Result<void> writable = m_bucket.checkAccess(
            request.targetFolder.bucket, Bucket::Access::Write, token, control);
        if (!writable)
            return writable.error();
    }
    const Result<ObjectInfo> object = m_bucket.stat(request.source, token, control);
    if (!object)
        return object.error();
    if (object->bytes == 0)
        return Error{ErrorCode::Unreadable, u"%1 is empty"_s.arg(request.source.text())};
    if (m_workspace.freeBytes() - object->bytes < m_diskFloorBytes)
        return Error{ErrorCode::DiskFull,
                     u"The server's disk has no room for %1 (%2 MB)"_s.arg(request.source.text())
                         .arg(object->bytes / 1'000'000)};
    return {};
}

} // namespace createzoom
