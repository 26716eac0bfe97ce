// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"

#include <QSize>

#include <functional>

namespace createzoom {

/// Some full-width rows of 8-bit RGB pixels; valid during the call that hands them over.
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

/// An image that can be read once from top to bottom: what a pyramid is built from. libvips stands
/// behind one implementation; a direct reader for one format is another.
class StripReader
{
public:
    virtual ~StripReader() = default;
    virtual QSize size() const = 0;
    /// Decodes on `threads` threads and blocks until the last strip is taken. A consumer that ends
    /// the reading makes this an error of code Cancelled; the consumer knows the real reason.
    virtual Result<void>
    read(int threads, const StripConsumer &consumer, const StepControl &control) = 0;

protected:
    StripReader() = default;
    Q_DISABLE_COPY_MOVE(StripReader)
};

} // namespace createzoom
