// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"

#include <vips/vips8>

#include <QString>

namespace createzoom {

/// The samples that become black and white: the smallest and the largest of an image, all bands
/// together, NaN and infinities left out, unless others were asked for.
struct SampleRange
{
    double low = 0;
    double high = 0;
    bool isGiven = false; ///< by a person, who knows better than any rule
};

/// The whole range of a sample format; 0...1 for float.
SampleRange fullRange(VipsBandFormat format);

/// Reads the whole image once to find them.
Result<SampleRange>
findSampleRange(const vips::VImage &image, const QString &fileName, const StepControl &control);

} // namespace createzoom
