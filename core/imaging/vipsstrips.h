// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"
#include "core/imaging/stripreader.h"

#include <vips/vips8>

namespace createzoom {

/// Evaluates `image` from top to bottom on libvips' threads and hands its strips to `consumer`, in
/// the image's own sample format. A stop makes it return within a strip's time. `fileName` is for
/// the words of an error.
Result<void> readStrips(const vips::VImage &image,
                        const QString &fileName,
                        const StripConsumer &consumer,
                        const StepControl &control);

} // namespace createzoom
