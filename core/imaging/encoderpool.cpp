// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/encoderpool.h"

#include "core/imaging/jpegtiles.h"
#include "core/imaging/tileencoder.h"
#include "core/imaging/vipsruntime.h"

#include <algorithm>
#include <utility>

namespace createzoom {

namespace {

/// Enough for the threads to find work while a decoder is at a slow stretch.
size_t capacityFor(const PyramidLayout &layout, int threads)
{
    constexpr qsizetype bytes = qsizetype{12} << 20;
    constexpr qsizetype most = 64;
    if (threads == 0)
        return 0;
    return static_cast<size_t>(
        std::clamp<qsizetype>(bytes / TileBlock::byteCount(layout), 1, most));
}

} // namespace

struct EncoderPool::Worker
{
    std::unique_ptr<TileEncoder> encoder;
    std::vector<uchar> shrunk{};
};

EncoderPool::EncoderPool(const PyramidPlan &plan,
                         GrowingPyramid &pyramid,
                         int threads,
                         TileSink &sink)
    : m_plan(plan)
    , m_capacity(capacityFor(plan.layout, threads))
    , m_pyramid(pyramid)
    , m_sink(sink)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

EncoderPool::~EncoderPool()
{
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_ready.clear();
    m_changed.notify_all();
}

bool EncoderPool::submit(CompleteBlocks blocks, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    push(std::move(blocks));
    while (m_ready.size() > m_capacity && !m_error && !stop.stop_requested())
        work(lock);
    return !m_error && !stop.stop_requested();
}

Result<void> EncoderPool::finish(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!m_error && !stop.stop_requested() && (m_busy > 0 || !m_ready.empty())) {
        if (m_ready.empty())
            m_changed.wait(
                lock, stop, [this] { return m_error || m_busy == 0 || !m_ready.empty(); });
        else
            work(lock);
    }
    if (m_error)
        return *m_error;
    if (stop.stop_requested())
        return cancelledError();
    return {};
}

void EncoderPool::run()
{
    const VipsThread vips; // a PNG encoder uses libvips
    std::unique_lock lock(m_mutex);
    while (!m_ended) {
        if (m_ready.empty())
            m_changed.wait(lock);
        else
            work(lock);
    }
}

/// One block, with the lock given back meanwhile.
void EncoderPool::work(std::unique_lock<std::mutex> &lock)
{
    const Block block = std::move(m_ready.back());
    m_ready.pop_back();
    std::unique_ptr<Worker> worker = takeWorker();
    ++m_busy;
    lock.unlock();
    const Result<void> outcome = complete(*worker, *block);
    lock.lock();
    --m_busy;
    m_idleWorkers.push_back(std::move(worker));
    // The first error is the cause; the others follow from it.
    if (!outcome && !m_error)
        m_error = outcome.error();
    if (m_error)
        m_ready.clear();
    if (m_busy == 0)
        m_changed.notify_all();
}

/// With the lock held.
void EncoderPool::push(CompleteBlocks blocks)
{
    if (m_error || m_ended)
        return;
    for (Block &block : blocks) {
        m_ready.push_back(std::move(block));
        m_changed.notify_one();
    }
}

Result<void> EncoderPool::complete(Worker &worker, const TileBlock &block)
{
    CompleteBlocks coarser = m_pyramid.shrink(block, worker.shrunk);
    if (!coarser.empty()) {
        const std::lock_guard lock(m_mutex);
        push(std::move(coarser));
    }
    const TileAddress &tile = block.tile();
    if (m_plan.kept && tile.level == m_plan.layout.topLevel()) {
        if (const std::optional<QByteArray> kept = m_plan.kept->tile(tile.column, tile.row)) {
            const std::lock_guard lock(m_sinkMutex);
            return m_sink.append(tile, *kept);
        }
    }
    const PixelArea pixels = block.pixels(m_plan.layout.tileRect(tile));
    const Result<QByteArrayView> bytes = worker.encoder->encode(pixels);
    if (!bytes)
        return bytes.error();
    const std::lock_guard lock(m_sinkMutex);
    return m_sink.append(tile, *bytes);
}

/// With the lock held.
std::unique_ptr<EncoderPool::Worker> EncoderPool::takeWorker()
{
    if (m_idleWorkers.empty())
        return std::make_unique<Worker>(Worker{makeTileEncoder(m_plan.options)});
    std::unique_ptr<Worker> worker = std::move(m_idleWorkers.back());
    m_idleWorkers.pop_back();
    return worker;
}

} // namespace createzoom
