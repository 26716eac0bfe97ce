// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/pyramidbuilder.h"

#include "core/base/progressgate.h"
#include "core/imaging/encoderpool.h"
#include "core/imaging/growingpyramid.h"
#include "core/imaging/tileencoder.h"

#include <QString>

#include <algorithm>
#include <mutex>
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

/// Reports pixels as they come, from any thread.
class PixelProgress
{
public:
    PixelProgress(QSize size, const StepControl &control)
        : m_gate(control, StepProgress::Phase::Pyramid, qint64{size.width()} * size.height())
    {
        m_gate.report(0);
    }

    void add(const QRect &rect)
    {
        const std::lock_guard lock(m_mutex);
        m_done += qint64{rect.width()} * rect.height();
        m_gate.report(m_done);
    }

private:
    std::mutex m_mutex; ///< guards the rest
    ProgressGate m_gate;
    qint64 m_done = 0;
};

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

    PixelProgress progress(image.size(), control);
    const auto takeArea = [&](const PixelArea &area) {
        const bool goesOn = pool.submit(pyramid.write(area), control.stop);
        progress.add(area.rect);
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
