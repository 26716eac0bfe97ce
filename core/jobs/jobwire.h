// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/dzidescriptor.h"
#include "core/jobs/job.h"
#include "core/jobs/jobengine.h"

#include <QJsonObject>
#include <QSizeF>
#include <QStringList>

#include <optional>

namespace createzoom {

/// Who reads a job over the wire.
enum class Audience {
    Admin, ///< everything
    Submitter, ///< nothing of this machine: no folder, no work file, no detail of an error
};

/// A job as /api/v1 shows it; what server and RemoteJobs must agree on. Numbers and times that are
/// not known yet are null.
QJsonObject toWire(const Job &job, Audience audience);
/// Back, as far as it was shown. A newer server has more fields and options, which are passed over,
/// and other states, which are kept as words. Errors (RemoteFailure): there is no id or no state.
Result<Job> jobFromWire(const QJsonObject &json);

/// The lines of `job`'s log. A submitter gets those of a job with files of this machine without
/// their folders.
QStringList logToWire(QStringList lines, const Job &job, Audience audience);

/// {"bucket": "b/object"}, {"upload": "id/s012.tif"} or, of this machine, {"path": "/folder/file"}.
QJsonObject toWire(const Location &location);
Location locationFromWire(const QJsonObject &json);

/// "up", "down", "top", "bottom"
QString moveName(QueueMove where);
std::optional<QueueMove> moveFromName(QStringView name);

/// What a viewer must know of a job's pyramid before it asks for tiles.
struct PreviewInfo
{
    DziDescriptor descriptor;
    QSizeF micrometresPerPixel{0, 0}; ///< 0 = unknown
    bool isGrowing = false;
};
/// As in a store, with times as text.
QJsonObject toWire(const WorkerInfo &worker);
/// Errors as workerFromJson().
Result<WorkerInfo> workerFromWire(const QJsonObject &json);

QJsonObject toWire(const PreviewInfo &preview);
Result<PreviewInfo> previewFromWire(const QJsonObject &json);

} // namespace createzoom
