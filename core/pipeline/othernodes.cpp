// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/othernodes.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// For its file, and for what the stage will want beside it: else it would be fetched in vain.
qint64 roomFor(const Claim &claim)
{
    return claim.artifact.bytes * (claim.stage == Stage::Process ? 2 : 1);
}

/// In the claim's folder, under the name that it has in its own.
Artifact copyOf(const Claim &claim)
{
    Artifact copy = claim.artifact;
    copy.path = claim.jobId + u'/' + QString::number(claim.epoch) + u'/'
        + claim.artifact.path.section(u'/', -1);
    return copy;
}

} // namespace

bool OtherNodes::have(const Artifact &artifact) const
{
    return fetch && !artifact.isEmpty() && !artifact.node.isEmpty() && artifact.node != here;
}

Result<Claim>
OtherNodes::bring(const Claim &claim, const Workspace &workspace, const StepControl &control) const
{
    const Result<QString> folder = workspace.folderFor(claim);
    if (!folder)
        return folder.error();
    const auto promise = room != nullptr ? room->promise(roomFor(claim)) : nullptr;
    if (room != nullptr && !promise)
        return Error{ErrorCode::DiskFull,
                     u"The disk has no room for the file of the stage before (%1 MB)"_s.arg(
                         claim.artifact.bytes / 1'000'000)};
    Claim withCopy = claim;
    withCopy.artifact = copyOf(claim);
    const Result<void> fetched
        = fetch(claim.artifact, workspace.pathOf(withCopy.artifact), control);
    return fetched ? Result<Claim>(withCopy) : fetched.error();
}

void OtherNodes::release(const Claim &claim, const Workspace &workspace) const
{
    if (!have(claim.artifact))
        return;
    QFile::remove(workspace.pathOf(copyOf(claim)));
    discard(claim.artifact);
}

} // namespace createzoom
