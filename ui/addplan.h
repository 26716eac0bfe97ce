// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobrequest.h"
#include "ui/adding/addchoice.h"
#include "ui/adding/imagescan.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace createzoom {

/// The jobs that are to be added. A value.
struct AddPlan
{
    QList<JobRequest> requests{};
    QList<qsizetype> existing{}; ///< of `requests`, those whose archive is there already
    QStringList sameOutput{}; ///< images that would write what an earlier request writes
};

/// Is there an archive of that name? Blocks.
using ExistsQuestion = std::function<bool(const Location &target)>;

/// Makes a job of each image. Asks `exists` only where the choice is to ask. InvalidRequest when
/// the bucket's folder cannot be one.
Result<AddPlan>
planJobs(const ImageScan &scan, const AddChoice &choice, const ExistsQuestion &exists);

/// Does a file of this machine exist? What `planJobs` asks for local archives.
bool fileExists(const Location &target);

} // namespace createzoom
