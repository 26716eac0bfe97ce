// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrequest.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace createzoom {

/// Which files are taken of those that were named one by one: a drop may hold anything, a file
/// chosen in a dialog was meant. Of folders only what looks like an image is taken.
enum class NamedFiles { ImagesOnly, All };

/// What becomes of dropped or chosen paths. A value.
struct AddPlan
{
    QList<JobRequest> requests{};
    QStringList notImages{};
    QStringList sameOutput{}; ///< would write what an earlier request of the plan writes
};

/// Searches the folders among `paths` and makes local jobs: the archive beside its image, or in
/// `destination` when that is not empty. Blocks; ends early, with what it has, when `keepGoing`
/// says no.
AddPlan planJobs(const QStringList &paths,
                 const QString &destination,
                 NamedFiles named,
                 const std::function<bool()> &keepGoing = {});

} // namespace createzoom
