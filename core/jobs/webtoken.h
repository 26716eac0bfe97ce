// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QString>

#include <optional>

namespace createzoom {

/// When a JSON Web Token ends (`exp`, UTC milliseconds), read without its key; nullopt when it is
/// none or says nothing.
std::optional<qint64> tokenExpiry(const Secret &token);
/// The JWT's `sub`, or "sha256:..." of the token: stable, and no secret.
QString submitterOf(const Secret &token);
/// "sha256:...": who can name it has had the token.
QString tokenHash(const Secret &token);

} // namespace createzoom
