// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"
#include "core/jobs/jobengine.h"
#include "core/pipeline/diskroom.h"
#include "core/pipeline/workspace.h"

#include <QString>

#include <functional>

namespace createzoom {

/// How a stage gets its file when the stage before ran on another machine. Empty where nobody else
/// shares the jobs. A value of WorkerPool; any thread.
struct OtherNodes
{
    QString here{}; ///< Artifact::node of this machine's own files
    /// Writes the file of an artifact to `file`. NotFound: it is gone.
    std::function<Result<void>(
        const Artifact &artifact, const QString &file, const StepControl &control)>
        fetch{};
    DiskRoom *room = nullptr; ///< of the work folder's disk, for copies; not owned; null: any
    /// Its node may remove it.
    std::function<void(const Artifact &artifact)> discard{};

    /// Is the artifact elsewhere, where it can be fetched?
    bool have(const Artifact &artifact) const;
    /// Brings the claim's file into its own folder; the claim as the stage is to see it. DiskFull:
    /// there is no room for it, and for the archive that a conversion makes of it. Any other error
    /// but Cancelled, Io, Unavailable (the job store) and Draining (its machine) says that the file
    /// cannot be had.
    Result<Claim>
    bring(const Claim &claim, const Workspace &workspace, const StepControl &control) const;
    /// The stage has ended well: neither the copy nor its origin is needed any more.
    void release(const Claim &claim, const Workspace &workspace) const;
};

} // namespace createzoom
