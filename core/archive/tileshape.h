// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/conversionoptions.h"

#include <QByteArrayView>
#include <QSize>

namespace createzoom {

/// The size of a tile from its markers or chunks, without decoding pixels. An error says what
/// contract "dzip", Pyramid and tiles 4, finds wrong: not baseline, not three components of 8 bits,
/// metadata inside, cut off.
Result<QSize> tileShape(QByteArrayView bytes, TileFormat format);

} // namespace createzoom
