// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace createzoom {

using Environment = QHash<QString, QString>; ///< variable -> text

/// The variables that hold secrets: CREATEZOOM_TOKEN_KEYS, REDIS_URL, REDIS_PASSWORD.
QStringList secretVariables();

/// `environment`, in which each of them that is not set has the text of the file that NAME_FILE
/// names, or else of the credential that systemd hands over for it (CREDENTIALS_DIRECTORY,
/// "createzoom.redis-password"). Usage: a named file cannot be read or is empty. Any thread.
Result<Environment> withSecrets(Environment environment);

} // namespace createzoom
