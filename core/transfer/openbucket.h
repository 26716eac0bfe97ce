// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/settings.h"
#include "core/transfer/bucket.h"

#include <memory>

namespace createzoom {

/// The bucket that `bucketUrl` names: file:///folder or an http(s) data-proxy. Usage when it names
/// neither.
Result<std::unique_ptr<Bucket>> makeBucket(const Settings &settings);

} // namespace createzoom
