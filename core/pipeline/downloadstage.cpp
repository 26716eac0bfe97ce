// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/downloadstage.h"

#include "core/pipeline/archiveplace.h"

#include <QFileInfo>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// No extension: loaders look at the bytes, and a name from outside never touches this machine's
/// paths.
const QString sourceFile = u"source"_s;

/// What a job takes of the disk, in sizes of its source: the source lies there until its archive is
/// made (1), the archive is rarely larger (1), and as much again for a source packed tighter than
/// JPEG tiles are, and for jobs that share the disk (1).
constexpr qint64 sizesNeeded = 3;

Error noRoom(const Location &source, qint64 size)
{
    constexpr qint64 megabyte = 1'000'000;
    return {ErrorCode::DiskFull,
            u"The server's disk has no room now for %1, which takes %2 MB with its archive"_s
                .arg(source.text())
                .arg(size * sizesNeeded / megabyte)};
}

} // namespace

DownloadStage::DownloadStage(Bucket &bucket, const Workspace &workspace, qint64 diskFloorBytes)
    : m_bucket(bucket)
    , m_workspace(workspace)
    , m_room(workspace.root(), diskFloorBytes)
{}

Result<StageOutput> DownloadStage::run(const Claim &claim,
                                       const Secret &token,
                                       const QString &folder,
                                       const StepControl &control)
{
    control.report({.phase = StepProgress::Phase::Checking});
    const Result<std::optional<qint64>> checked = checkFirst(claim, token, control);
    if (!checked)
        return checked.error();
    if (!*checked)
        return StageOutput{.result = claim.request.target().text(), .skipped = true};
    const qint64 size = **checked;
    control.learnt({.sourceBytes = size});

    m_workspace.adoptLeftovers(claim, {sourceFile, sourceFile + u".etag"_s});
    const QString file = folder + u'/' + sourceFile;
    const auto left = [&](qint64 received) {
        return std::max(size * sizesNeeded - received, 0LL);
    };
    const auto room = m_room.promise(left(QFileInfo(file).size()));
    if (!room)
        return noRoom(claim.request.source, size);
    const StepControl watched{.stop = control.stop, .progress = [&](const StepProgress &step) {
                                  room->setLeft(left(step.done));
                                  control.report(step);
                              }};
    const Result<ReceivedFile> received
        = m_bucket.download(claim.request.source, file, token, watched);
    if (!received)
        return received.error();
    return StageOutput{.artifact
                       = {m_workspace.relativePath(file), received->bytes, received->md5}};
}

Result<std::optional<qint64>>
DownloadStage::checkFirst(const Claim &claim, const Secret &token, const StepControl &control)
{
    const JobRequest &request = claim.request;
    if (!request.targetFolder.isLocal()) {
        const Result<ArchivePlace> place = findBucketPlace(m_bucket, request, token, control);
        if (!place)
            return place.error();
        if (place->isSkipped)
            return std::optional<qint64>();
    }
    const Result<ObjectInfo> object = m_bucket.stat(request.source, token, control);
    if (!object)
        return object.error();
    if (object->bytes == 0)
        return Error{ErrorCode::Unreadable, u"%1 is empty"_s.arg(request.source.text())};
    return std::optional(object->bytes);
}

} // namespace createzoom
