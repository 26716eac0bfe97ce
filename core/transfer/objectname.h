// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobrequest.h"
#include "core/transfer/httperror.h"

#include <QByteArray>
#include <QString>

namespace createzoom {

/// The rules for names (decisions "Names"), again at the door of the buckets: whatever calls them,
/// no name may lead to another bucket, another endpoint or out of a folder. InvalidRequest.
Result<void> checkBucketName(const QString &bucket);
Result<void> checkObjectName(const Location &object);

/// Percent-encoded segment by segment: every `/` stays, `//` is another object.
QByteArray encodedName(const QString &name);

HttpSubject subjectOf(const Location &object);
HttpSubject subjectOfBucket(const QString &bucket);

} // namespace createzoom
