// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readinesschecks.h"

#include "app/servicesettings.h"
#include "core/base/freespace.h"

#include <algorithm>
#include <optional>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Result<void> accepting(const JobService &jobs)
{
    if (jobs.isDraining())
        return Error{ErrorCode::Draining, u"about to end"_s};
    return {};
}

Result<void> writable(const Settings &settings)
{
    for (const StorageFolder &folder : storageOf(settings)) {
        if (::access(folder.path.toLocal8Bit().constData(), W_OK | X_OK) != 0)
            return Error{ErrorCode::Io, u"the folder for %1 cannot be written"_s.arg(folder.name)};
    }
    return {};
}

Result<void> aboveFloor(const Settings &settings)
{
    for (const StorageFolder &folder : storageOf(settings)) {
        if (folder.free >= 0 && folder.free < folder.floor)
            return Error{
                ErrorCode::DiskFull,
                u"the disk for %1 has %2 MiB free, less than its floor of %3"_s.arg(folder.name)
                    .arg(folder.free / mebibyte)
                    .arg(folder.floor / mebibyte)};
    }
    return {};
}

Result<void> notFull(JobService &jobs, qint64 limit)
{
    const Result<QueueStats> stats = jobs.stats();
    if (!stats)
        return stats.error();
    const qint64 unfinished = stats->waiting + stats->running;
    if (unfinished >= limit)
        return Error{ErrorCode::QueueFull, u"%1 of %2 jobs"_s.arg(unfinished).arg(limit)};
    return {};
}

} // namespace

QList<StorageFolder> storageOf(const Settings &settings)
{
    const qint64 floor = settings.diskFloorMiB * mebibyte;
    QList<StorageFolder> folders{
        {.name = u"data"_s, .path = settings.data, .floor = floor},
        {.name = u"work"_s, .path = filesFolder(settings) + u"/work"_s, .floor = floor}};
    for (StorageFolder &folder : folders)
        folder.free = freeBytesIn(folder.path).value_or(-1);
    return folders;
}

QList<ReadinessCheck> readinessChecks(const Settings &settings, JobService &jobs)
{
    return {{"accepting work", [&jobs] { return accepting(jobs); }, false},
            {"folders writable",
             [settings] {
                 return writable(settings);
             }},
            {"room on the disks",
             [settings] {
                 return aboveFloor(settings);
             }},
            {"room in the queue", [&jobs, limit = settings.queueLimit] {
                 return notFull(jobs, limit);
             }}};
}

} // namespace createzoom
