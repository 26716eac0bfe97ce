// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/processstage.h"

#include "core/base/freespace.h"
#include "core/pipeline/floorwatch.h"
#include "core/pipeline/targetfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// What a file may take of the work folder's disk, so that its floor stays free whatever an image
/// becomes. 0 = not known.
qint64 roomIn(const QString &folder, qint64 floor)
{
    constexpr qint64 least = 1 << 20;
    const std::optional<qint64> free = freeBytesIn(folder);
    return free ? std::max(*free - floor, least) : 0;
}

/// What earlier claims of the job were writing when the whole program was killed. Beside a local
/// target nobody else looks for it.
void removeLeftovers(const Claim &claim, QDir folder)
{
    const QStringList leftovers
        = folder.entryList({temporaryNameFor(claim.jobId + u"-*"_s)}, QDir::Files | QDir::Hidden);
    for (const QString &name : leftovers)
        folder.remove(name);
}

/// The archive's name without ".dzip", by which readers find the tiles.
QString innerNameOf(const JobRequest &request, const ArchivePlace &place)
{
    return copyName(request.archiveName(), place.copy).chopped(u".dzip"_s.size());
}

/// Where the archive is while it is being written.
QString beside(const Conversion &conversion)
{
    return QFileInfo(conversion.target).dir().filePath(conversion.temporaryName);
}

Error noRoom(qint64 bytes)
{
    return {ErrorCode::DiskFull,
            u"The disk has no room for the archive (%1 MB)"_s.arg(bytes / 1'000'000)};
}

} // namespace

ProcessStage::ProcessStage(Bucket &bucket, const Workspace &workspace, ProcessStageOptions options)
    : m_bucket(bucket)
    , m_workspace(workspace)
    , m_options(std::move(options))
    , m_memory(m_options.memoryBudget)
    , m_room(workspace.root(), m_options.diskFloorBytes)
{}

/// Archives are rarely larger than their source.
qint64 ProcessStage::neededBy(const QString &jobId, qint64 sourceBytes)
{
    const std::scoped_lock lock(m_mutex);
    return std::max(sourceBytes, m_outgrown.value(jobId));
}

/// Else it would be begun again and again, and end for the same reason each time.
void ProcessStage::noteOutgrown(const QString &jobId, qint64 roomBytes)
{
    const std::scoped_lock lock(m_mutex);
    m_outgrown.insert(jobId, roomBytes + roomBytes / 8);
}

void ProcessStage::forgetOutgrown(const QString &jobId)
{
    const std::scoped_lock lock(m_mutex);
    m_outgrown.remove(jobId);
}

Conversion ProcessStage::conversionFor(const Claim &claim,
                                       const QString &folder,
                                       const ArchivePlace &place) const
{
    const JobRequest &request = claim.request;
    const bool isLocalSource = request.source.isLocal();
    const bool isLocalTarget = request.targetFolder.isLocal();
    Conversion conversion{
        .source = isLocalSource ? request.source.path : m_workspace.pathOf(claim.artifact),
        .target = isLocalTarget ? copyName(request.target().path, place.copy)
                                : folder + u'/' + workFileOfCopy(place.copy),
        .innerName = isLocalTarget ? QString() : innerNameOf(request, place),
        .temporaryName = temporaryNameFor(claim.jobId, claim.epoch),
        .options = request.options,
        .threads = m_options.threads,
        .limits = m_options.imageLimits,
        .loaders = m_options.loaders,
        .sourceMd5 = isLocalSource ? QString() : claim.artifact.md5,
    };
    if (!isLocalTarget)
        conversion.options.exists = ExistsPolicy::Replace;
    return conversion;
}

/// While there is room, for it and for all others.
Result<ConversionReport> ProcessStage::convertInRoom(const Claim &claim,
                                                     const Conversion &conversion,
                                                     const QString &folder,
                                                     const StepControl &control)
{
    const bool isLocalTarget = claim.request.targetFolder.isLocal();
    const qint64 need = neededBy(claim.jobId, QFileInfo(conversion.source).size());
    const std::unique_ptr<DiskRoom::Promise> room = m_room.promise(need);
    if (!room)
        return noRoom(need);

    ProcessLimits limits = m_options.limits;
    if (!isLocalTarget)
        limits.roomBytes = roomIn(folder, m_options.diskFloorBytes);
    FloorWatch watch(control, m_room, *room, beside(conversion), need);
    Result<ConversionReport> report = convertInChild(m_options.program,
                                                     conversion,
                                                     folder,
                                                     limits,
                                                     isLocalTarget ? control : watch.control(),
                                                     &m_memory);
    if (!report && watch.stoppedAt() > 0 && !control.stopRequested()) {
        noteOutgrown(claim.jobId, watch.stoppedAt());
        return noRoom(watch.stoppedAt());
    }
    // Its file is gone by now: with as much free as before, nobody else had taken the room.
    const bool isOutgrown = !report && report.error().code == ErrorCode::DiskFull
        && limits.roomBytes > 0
        && roomIn(folder, m_options.diskFloorBytes) >= limits.roomBytes / 8 * 7;
    if (isOutgrown)
        noteOutgrown(claim.jobId, limits.roomBytes);
    else if (report)
        forgetOutgrown(claim.jobId);
    return report;
}

/// A download has asked the bucket already; only a name of its own it could not keep.
Result<ArchivePlace> ProcessStage::placeOf(const JobRequest &request,
                                           const Secret &token,
                                           const StepControl &control) const
{
    if (request.targetFolder.isLocal())
        return findLocalPlace(request, control);
    if (request.source.isLocal() || request.options.exists == ExistsPolicy::Rename)
        return findBucketPlace(m_bucket, request, token, control);
    const Result<void> kept = keepPlace(request.target(), control);
    return kept ? Result<ArchivePlace>(ArchivePlace{}) : kept.error();
}

Result<StageOutput> ProcessStage::run(const Claim &claim,
                                      const Secret &token,
                                      const QString &folder,
                                      const StepControl &control)
{
    const JobRequest &request = claim.request;
    const bool isLocalTarget = request.targetFolder.isLocal();
    if (isLocalTarget) // before anything can end the job
        removeLeftovers(claim, QFileInfo(request.target().path).dir());
    const Result<ArchivePlace> place = placeOf(request, token, control);
    if (!place)
        return place.error();
    if (place->isSkipped)
        return StageOutput{.result = request.target().text(), .skipped = true};
    const Conversion conversion = conversionFor(claim, folder, *place);
    control.learnt({.sourceBytes = QFileInfo(conversion.source).size()});
    const Result<ConversionReport> report = convertInRoom(claim, conversion, folder, control);
    if (!report)
        return report.error();
    control.learnt(factsOf(*report));
    StageOutput output{.artifact
                       = {.bytes = report->bytes, .md5 = report->md5, .warnings = report->warnings},
                       .skipped = report->skipped};
    if (isLocalTarget)
        output.result = report->target;
    else
        output.artifact.path = m_workspace.relativePath(report->target);
    return output;
}

} // namespace createzoom
