// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"

#include <vips/vips8>

#include <functional>

namespace createzoom {

/// Some full-width rows of pixels, bands interleaved; valid during the call that hands them over.
struct Strip
{
    const uchar *pixels = nullptr;
    qsizetype stride = 0; ///< bytes from row to row
    int top = 0;
    int rows = 0;
};

/// Takes the strips of an image in order, without gaps; false ends the reading. Never called by two
/// threads at once, but not always by the same one.
using StripConsumer = std::function<bool(const Strip &)>;

/// Evaluates `image` from top to bottom on libvips' threads and hands its strips to `consumer`, in
/// the image's own sample format. A stop makes it return within a strip's time. `fileName` is for
/// the words of an error.
Result<void> readStrips(const vips::VImage &image,
                        const QString &fileName,
                        const StripConsumer &consumer,
                        const StepControl &control);

} // namespace createzoom
