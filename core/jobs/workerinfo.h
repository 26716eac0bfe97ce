// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace createzoom {

/// A process that takes part in the work, as it tells the others (JobEngine::announce). A value;
/// times as in Job.
struct WorkerInfo
{
    QString name{}; ///< as in Job::worker
    QString host{}; ///< name of its machine
    QString version{}; ///< of the program
    QStringList roles{}; ///< words of the setting: "api", "downloader"
    QMap<Stage, int> capacity{}; ///< how many jobs it works on at a time in each stage it does
    QString node{}; ///< where it leaves work files: Artifact::node
    QString peerUrl{}; ///< where other processes fetch them; empty: nowhere
    qint64 startedAt = 0;
    qint64 seenAt = 0; ///< by the store's clock

    friend bool operator==(const WorkerInfo &, const WorkerInfo &) = default;
};

/// The same form in a store and on /api/v1, but for the times, which the wire writes as text.
QJsonObject toJson(const WorkerInfo &worker);
/// RemoteFailure: it has no name. What is missing otherwise is empty.
Result<WorkerInfo> workerFromJson(const QJsonObject &json);

} // namespace createzoom
