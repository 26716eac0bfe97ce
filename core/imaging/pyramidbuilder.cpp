// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/pyramidbuilder.h"

#include "core/base/progressgate.h"
#include "core/imaging/encoderpool.h"
#include "core/imaging/pyramidlevel.h"

#include <QString>

#include <algorithm>
#include <thread>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Result<void> checkPlan(const StripReader &image, const PyramidPlan &plan)
{
    if (image.size() != plan.layout.size())
        return Error{ErrorCode::Internal, u"The pyramid's layout is not that of the image"_s};
    // With more overlap a row would belong to three bands.
    if (plan.layout.overlap() > plan.layout.tileSize() / 2)
        return Error{ErrorCode::InvalidRequest, u"overlap must be at most half the tile size"_s};
    return {};
}

/// The reader's error counts only if the encoders did not cause it by refusing a band.
Result<void>
outcomeOf(const Result<void> &reading, const Result<void> &encoding, const StepControl &control)
{
    if (control.stopRequested())
        return cancelledError();
    if (!encoding && encoding.error().code != ErrorCode::Cancelled)
        return encoding.error();
    return reading ? encoding : reading;
}

} // namespace

Result<void> buildPyramid(StripReader &image,
                          const PyramidPlan &plan,
                          TileSink &sink,
                          const StepControl &control)
{
    if (Result<void> checked = checkPlan(image, plan); !checked)
        return checked;
    const int threads = plan.threads > 0
        ? plan.threads
        : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    EncoderPool pool(plan.layout, plan.options, threads, sink);
    const auto submit = [&](std::unique_ptr<Band> band) {
        return pool.submit(std::move(band), control.stop);
    };
    PyramidLevel top(plan.layout, plan.layout.topLevel(), plan.options.shrink, submit);

    ProgressGate gate(control,
                      StepProgress::Phase::Pyramid,
                      qint64{image.size().width()} * image.size().height());
    gate.report(0);
    const auto takeStrip = [&](const Strip &strip) {
        for (int y = 0; y < strip.rows; ++y) {
            if (!top.append(strip.pixels + y * strip.stride))
                return false;
        }
        gate.report((qint64{strip.top} + strip.rows) * image.size().width());
        return !control.stopRequested();
    };
    const Result<void> reading = image.read(threads, takeStrip, control);
    // After a reader's error the tiles that still wait are of no use.
    const Result<void> encoding = reading || reading.error().code == ErrorCode::Cancelled
        ? pool.finish(control.stop)
        : Result<void>();
    return outcomeOf(reading, encoding, control);
}

} // namespace createzoom
