// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobrequest.h"
#include "core/transfer/bucket.h"

#include <QString>

namespace createzoom {

/// Where an archive will be, by the exists policy of its job.
struct ArchivePlace
{
    int copy = 1; ///< 2: "s012.tif (2).dzip", as the name itself is taken
    bool isSkipped = false; ///< it exists and is to be left
};

/// Asks for the right to write, for what exists and for what other jobs make (control.reserve),
/// before hours of work. TargetExists where the policy is Fail, Conflict where it is Skip and
/// another job makes the archive; what the bucket says else. Blocks.
Result<ArchivePlace> findBucketPlace(Bucket &bucket,
                                     const JobRequest &request,
                                     const Secret &token,
                                     const StepControl &control);

/// The same of a file of this machine.
Result<ArchivePlace> findLocalPlace(const JobRequest &request, const StepControl &control);

/// Says again that a job makes `archive`: a worker of an earlier version had no word for it, and
/// who replaces what another made may have asked before that one ended.
Result<void> keepPlace(const Location &archive, const StepControl &control);

/// "out/s012.tif.dzip" -> "out/s012.tif (2).dzip"; the first copy is the name itself.
QString copyName(const QString &archive, int copy);

/// The file below a work folder that becomes this copy, and back: work files are never named after
/// an image, yet the upload must find the name that the archive's inner names begin with.
QString workFileOfCopy(int copy);
int copyOfWorkFile(const QString &path);

} // namespace createzoom
