// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/previews.h"

#include "core/archive/liveindex.h"
#include "core/archive/pyramidtiles.h"
#include "core/archive/smallcopy.h"
#include "core/base/logging.h"
#include "core/pipeline/targetfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int keptSide = 512; ///< pixels
const QString ending = u".dzip"_s;

Error nothingThere(const QString &sentence)
{
    return {ErrorCode::NotFound, sentence};
}

/// A pause keeps what was made.
bool hasBegun(JobState state)
{
    return isHeld(state) || state == JobState::Paused;
}

} // namespace

Previews::Previews(const Workspace &workspace, const UploadStore &uploads, QString folder)
    : m_workspace(workspace)
    , m_uploads(uploads)
    , m_folder(std::move(folder))
{}

Result<std::unique_ptr<TileSource>> Previews::open(const Job &job) const
{
    if (job.state == JobState::Done || job.state == JobState::Skipped)
        return openEnded(job);
    if (isTerminal(job.state))
        return nothingThere(u"This job left no archive"_s);
    if (job.stage == Stage::Upload && m_workspace.holds(job.artifact))
        return openPyramid(m_workspace.pathOf(job.artifact));
    if (job.stage == Stage::Process && hasBegun(job.state))
        return openGrowing(job);
    return nothingThere(u"The pyramid of this job is not begun yet"_s);
}

/// Where ProcessStage has its child write.
Result<std::unique_ptr<TileSource>> Previews::openGrowing(const Job &job) const
{
    const Location target = job.request.target();
    const QString folder = target.isLocal()
        ? QFileInfo(target.path).absolutePath()
        : m_workspace.root() + u'/' + job.id + u'/' + QString::number(job.epoch);
    Result<std::unique_ptr<TileSource>> growing
        = openGrowingArchive(folder + u'/' + temporaryNameFor(job.id, job.epoch));
    if (!growing && growing.error().code == ErrorCode::NotFound)
        return nothingThere(u"The first tiles of this job are not there yet"_s);
    return growing;
}

Result<std::unique_ptr<TileSource>> Previews::openEnded(const Job &job) const
{
    const bool isLocal = job.request.targetFolder.isLocal();
    const QString path = endedPath(job);
    if (!QFileInfo::exists(path))
        return nothingThere(
            isLocal ? u"%1 is no longer where it was written"_s.arg(QFileInfo(path).fileName())
                    : u"No picture of this job was kept here"_s);
    return openPyramid(path);
}

QString Previews::endedPath(const Job &job) const
{
    const Location target = job.request.target();
    if (target.isLocal())
        return job.result.isEmpty() ? target.path : job.result;
    return target.bucket == uploadBucket ? m_uploads.archiveOf(job) : keptPath(job.id);
}

void Previews::keep(const QString &jobId, const QString &archive) const
{
    // As the work folder: who may read the data folder may not see everybody's images.
    constexpr auto forUs = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, forUs);
    if (const Result<void> kept = writeSmallCopy(archive, keptPath(jobId), keptSide); !kept)
        qCWarning(lcPipeline).noquote()
            << "no picture of job" << jobId << "is kept:" << kept.error().message;
}

Result<void> Previews::sweep(JobEngine &engine) const
{
    QDir folder(m_folder);
    // Also what was being written when the process ended.
    for (const QString &name : folder.entryList({u'*' + ending + u'*'}, QDir::Files)) {
        const Result<std::optional<Job>> job = engine.get(name.section(ending, 0, 0));
        if (!job)
            return job.error();
        if (!job->has_value())
            folder.remove(name);
    }
    return {};
}

QString Previews::keptPath(const QString &jobId) const
{
    return m_folder + u'/' + jobId + ending;
}

} // namespace createzoom
