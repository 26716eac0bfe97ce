// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/adding/spaceneed.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace createzoom {

/// What came of adding images. A value.
struct AddReport
{
    QStringList ids{}; ///< of the jobs that were added: what an undo takes
    QStringList notImages{};
    QStringList missing{};
    QStringList sameOutput{};
    SpaceNeed space{}; ///< of all images found
    std::optional<Error> error{}; ///< why it ended before the last one
};

/// "Added 128 jobs"; empty when none was.
QString addedText(const AddReport &report);
/// What was not added and why, and what else people should know; empty when there is nothing.
QString addProblems(const AddReport &report);

/// The first names, and how many more there are.
QString someNames(const QStringList &paths);

} // namespace createzoom
