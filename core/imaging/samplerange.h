// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"

#include <vips/vips8>

#include <QString>

namespace createzoom {

/// The smallest and the largest sample of an image, all bands together, NaN and infinities left
/// out.
struct SampleRange
{
    double low = 0;
    double high = 0;
};

/// Reads the whole image once to find them.
Result<SampleRange>
findSampleRange(const vips::VImage &image, const QString &fileName, const StepControl &control);

} // namespace createzoom
