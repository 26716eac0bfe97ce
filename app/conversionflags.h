// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/conversionoptions.h"

#include <QJsonObject>

class QCommandLineParser;

namespace createzoom {

/// --quality, --tile-size and so on: how images are turned into pyramids, the same for every verb
/// that makes some.
void addConversionFlags(QCommandLineParser &parser);
Result<ConversionOptions> conversionOptions(const QCommandLineParser &parser);
/// Only what was said, as a server takes it: it has usual values of its own.
Result<QJsonObject> conversionWishes(const QCommandLineParser &parser);

} // namespace createzoom
