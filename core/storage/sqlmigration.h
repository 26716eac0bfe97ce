// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace createzoom {

class SqliteConnection;

/// Brings the store to the newest schema: the files NNN_*.sql of `folder` above user_version, each
/// in a transaction of its own. An existing store is copied to "<file>.v<N>.bak" first. Refuses a
/// newer schema and another program's database.
Result<void> migrate(SqliteConnection &connection, const QString &file, const QString &folder);

} // namespace createzoom
