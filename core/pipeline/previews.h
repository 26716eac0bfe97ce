// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobengine.h"
#include "core/jobs/tilesource.h"
#include "core/jobs/uploadstore.h"
#include "core/pipeline/workspace.h"

#include <QString>

#include <memory>

namespace createzoom {

/// Knows where the pyramid of each job of this machine lies: the hidden file that is being written,
/// the archive that waits for its upload, the finished one, or of one that lies in a bucket the
/// small picture kept here. Immutable, any thread; workspace and uploads outlive it.
class Previews
{
public:
    /// `folder`: of the pictures; made when the first is kept.
    Previews(const Workspace &workspace, const UploadStore &uploads, QString folder);

    /// The job's pyramid as far as it is there; NotFound, with a sentence, when nothing is.
    Result<std::unique_ptr<TileSource>> open(const Job &job) const;

    /// Keeps a picture of at most 512 pixels a side of an archive that leaves this machine. A
    /// failure is logged: the job does not depend on it.
    void keep(const QString &jobId, const QString &archive) const;
    /// Removes the pictures of jobs that `engine` has forgotten.
    Result<void> sweep(JobEngine &engine) const;

private:
    QString keptPath(const QString &jobId) const;
    Result<std::unique_ptr<TileSource>> openGrowing(const Job &job) const;
    Result<std::unique_ptr<TileSource>> openEnded(const Job &job) const;

    QString endedPath(const Job &job) const;

    const Workspace &m_workspace;
    const UploadStore &m_uploads;
    const QString m_folder;
};

} // namespace createzoom
