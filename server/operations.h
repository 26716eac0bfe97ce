// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/stepmeter.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <functional>

namespace createzoom {

/// A folder that this process fills, and the disk it is on. Numbers are bytes.
struct StorageFolder
{
    QString name{}; ///< what it is for: "work"
    QString path{};
    qint64 free = -1; ///< what an ordinary user may still write; -1 = not known
    qint64 floor = 0; ///< kept free
};

/// One line of /readyz?verbose. Any thread.
struct ReadinessCheck
{
    QByteArray name{};
    std::function<Result<void>()> ask{};
    /// For a disk or the store, so that its answer is kept for a while; else it is asked each time.
    bool waits = true;
};

/// What the process that runs the REST interface tells of itself, and what of it admins may change.
/// Without a function it has no such thing. Handed in by the composition root; any thread.
struct Operations
{
    std::function<QMap<Stage, int>()> concurrency{}; ///< jobs at a time, of the stages that it does
    std::function<bool(Stage, int)> setConcurrency{}; ///< false: it does not do that stage
    std::function<int()> busyWorkers{};
    std::function<QList<StorageFolder>()> storage{}; ///< waits for the disk
    std::function<StepMeter::Totals()> steps{};
    QList<ReadinessCheck> checks{}; ///< beside the store of jobs
};

} // namespace createzoom
