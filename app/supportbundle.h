// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace createzoom {

/// `createzoom support-bundle [-o FILE] [--data FOLDER] [--config FILE] [--server URL] [--no-log]`:
/// one text that an administrator can send to whoever helps: versions, settings, names of
/// variables, the disk, what the server says of itself, the latest log of the service. Without any
/// secret: what looks like one and those that this process can know are masked.
int runSupportBundle(const QStringList &arguments);

} // namespace createzoom
