// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>

namespace createzoom {

/// The admin token of a server without an identity service: read from `file`, or made there (256
/// random bits, base64url, mode 0600).
Result<Secret> loadAdminToken(const QString &file);

} // namespace createzoom
