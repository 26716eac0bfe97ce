// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/transfer/bucket.h"

#include <QString>

#include <memory>

namespace createzoom {

/// The bucket, and what `fault` (CREATEZOOM_FAULT, empty: nothing) does to it: "after_put" kills
/// this process when an archive has been delivered, before the job store hears of it. That moment
/// cannot be hit from outside; tests/chaos shows what becomes of the job. Usage when it is set and
/// the bucket is no stand-in on this machine's loopback: no service starts with it by mistake.
Result<std::unique_ptr<Bucket>>
withFault(std::unique_ptr<Bucket> bucket, const QString &bucketUrl, const QString &fault);

} // namespace createzoom
