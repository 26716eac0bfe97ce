// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace createzoom {

/// May the address that the data-proxy `base` named for its store be called? Not when it is less
/// secure than the data-proxy, nor when it is one of a private network while the data-proxy is not:
/// nobody's answer shall make this machine talk to its neighbours. Looks at literals alone, no name
/// is resolved.
Result<void> checkStoreAddress(const QByteArray &address, const QByteArray &base);

} // namespace createzoom
