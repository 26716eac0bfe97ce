// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace createzoom {

/// Values of jobs as JSON, for the store; and back. Errors mean that the store holds what we did
/// not write.
QJsonObject toJson(const JobRequest &request);
Result<JobRequest> requestFromJson(const QJsonObject &json);
QJsonObject toJson(const Artifact &artifact);
Artifact artifactFromJson(const QJsonObject &json);
QJsonObject toJson(const StepProgress &step);
StepProgress stepFromJson(const QJsonObject &json);
QJsonObject toJson(const JobFacts &facts);
JobFacts factsFromJson(const QJsonObject &json);
QJsonArray toJson(const QList<StepRecord> &steps);
QList<StepRecord> stepRecordsFromJson(const QJsonArray &json);
/// Without the detail, which is for the log: it may name paths of this machine.
QJsonObject toJson(const std::optional<Error> &error);
std::optional<Error> errorFromJson(const QJsonObject &json);

/// Compact UTF-8.
QByteArray jsonBytes(const QJsonObject &json);
/// An object, or {} when the bytes hold none.
QJsonObject jsonObject(const QByteArray &bytes);

/// "2026-11-23T17:20:57.105Z", or an empty string for 0.
QString isoTime(qint64 utcMilliseconds);

} // namespace createzoom
