// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/pyramidbuilder.h"

#include "core/base/progressgate.h"
#include "core/imaging/encoderpool.h"
#include "core/imaging/growingpyramid.h"
#include "core/imaging/tileencoder.h"

#include <QString>

#include <algorithm>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Result<void> checkPlan(const PixelReader &image, const PyramidPlan &plan)
{
    if (image.size() != plan.layout.size())
        return Error{ErrorCode::Internal, u"The pyramid's layout is not that of the image"_s};
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

Result<void> buildPyramid(PixelReader &image,
                          const PyramidPlan &plan,
                          TileSink &sink,
                          const StepControl &control)
{
    if (Result<void> checked = checkPlan(image, plan); !checked)
        return checked;
    const int threads = plan.threads > 0
        ? plan.threads
        : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const PixelModel model = tileModel(plan.options.format);
    GrowingPyramid pyramid(plan, model);
    // Those who decode help to encode.
    EncoderPool pool(plan, pyramid, std::max(0, threads - image.callers(threads)), sink);

    SharedProgress progress(control,
                            StepProgress::Phase::Pyramid,
                            qint64{image.size().width()} * image.size().height());
    const auto takeArea = [&](const PixelArea &area) {
        const bool goesOn = pool.submit(pyramid.write(area), control.stop);
        progress.add(qint64{area.rect.width()} * area.rect.height());
        return goesOn;
    };
    const Result<void> reading = image.read(model, threads, takeArea, control);
    // After a reader's error the tiles that still wait are of no use.
    const Result<void> encoding = reading || reading.error().code == ErrorCode::Cancelled
        ? pool.finish(control.stop)
        : Result<void>();
    return outcomeOf(reading, encoding, control);
}

} // namespace createzoom
