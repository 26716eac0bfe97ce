// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/settings.h"
#include "core/jobs/jobservice.h"
#include "server/operations.h"

#include <QList>

namespace createzoom {

/// The folders that a process fills, with the room on their disks now. Waits for the disk; any
/// thread.
QList<StorageFolder> storageOf(const Settings &settings);

/// What makes a process worth no new work: it is about to end, its folders cannot be written or are
/// full, its queue is. The service outlives the checks.
QList<ReadinessCheck> readinessChecks(const Settings &settings, JobService &jobs);

} // namespace createzoom
