// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace createzoom {

/// `createzoom submit BUCKET/OBJECT|FILE [BUCKET/FOLDER] [--wait] [-o FOLDER]`: a job for a
/// server.
int runSubmit(const QStringList &arguments);

} // namespace createzoom
