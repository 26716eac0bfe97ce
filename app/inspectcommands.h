// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace createzoom {

/// `createzoom verify FILE...`: every rule of the format; exit 1 when a file breaks one.
int runVerify(const QStringList &arguments);

/// `createzoom info FILE...`: what an archive or an image holds.
int runInfo(const QStringList &arguments);

} // namespace createzoom
