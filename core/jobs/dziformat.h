// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/dzidescriptor.h"

#include <QByteArray>

namespace createzoom {

/// The file as `vips dzsave` writes it: readers look for its attributes with regular expressions.
QByteArray dziText(const DziDescriptor &descriptor);

/// The strictness of all known readers at once (contract "dzip", Pyramid and tiles 2): what one of
/// them could read otherwise is an error of code Damaged.
Result<DziDescriptor> parseDzi(const QByteArray &text);

} // namespace createzoom
