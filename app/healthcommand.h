// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/settings.h"

#include <QStringList>
#include <QUrl>

namespace createzoom {

/// `createzoom health [--server URL] [--ready]`: exit 0 when the server answers that it is alive
/// (GET /livez), or ready for work (GET /readyz); else 1 and a sentence. For supervisors and
/// containers: it needs no other program, no token, and ends within five seconds.
int runHealth(const QStringList &arguments);

/// Where a process of these settings answers such questions, on this machine: its REST interface,
/// without the role api the address for other machines; invalid when it listens nowhere.
QUrl healthAddress(const Settings &settings);

} // namespace createzoom
