// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/vipsstrips.h"

#include "core/imaging/sourceerror.h"
#include "core/imaging/vipsruntime.h"

#include <mutex>
#include <stop_token>

namespace createzoom {

namespace {

struct Session
{
    const StripConsumer &consumer;
    const StepControl &control;
    bool ended = false;
    /// libvips hands over between its threads itself, by means that thread analysers cannot see:
    /// this lock says it again in a way they can, once a strip.
    std::mutex mutex{};
};

int writeStrip(VipsRegion *region, VipsRect *area, void *data)
{
    auto *session = static_cast<Session *>(data);
    const std::lock_guard lock(session->mutex);
    const Strip strip{.pixels = VIPS_REGION_ADDR(region, area->left, area->top),
                      .stride = static_cast<qsizetype>(VIPS_REGION_LSKIP(region)),
                      .top = area->top,
                      .rows = area->height};
    session->ended = session->control.stopRequested() || !session->consumer(strip);
    return session->ended ? -1 : 0;
}

} // namespace

Result<void> readStrips(const vips::VImage &image,
                        const QString &fileName,
                        const StripConsumer &consumer,
                        const StepControl &control)
{
    VipsImage *handle = image.get_image();
    // A slow decoder may not come to the next strip for long: libvips looks at this flag for every
    // tile.
    const std::stop_callback killer(control.stop, [handle] { vips_image_set_kill(handle, TRUE); });
    Session session{consumer, control};
    std::unique_lock lock(session.mutex);
    lock.unlock();
    const int status = vips_sink_disc(handle, writeStrip, &session);
    lock.lock();
    const QString detail = takeVipsErrors();
    if (status == 0 && !control.stopRequested())
        return {};
    if (control.stopRequested() || session.ended)
        return cancelledError();
    return sourceError(fileName, detail);
}

} // namespace createzoom
