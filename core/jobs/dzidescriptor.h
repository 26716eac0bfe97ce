// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"
#include "core/jobs/conversionoptions.h"

namespace createzoom {

/// What a .dzi file says: the shape of a pyramid and the format of its tiles.
struct DziDescriptor
{
    PyramidLayout layout;
    TileFormat format = TileFormat::Jpeg;
};

} // namespace createzoom
