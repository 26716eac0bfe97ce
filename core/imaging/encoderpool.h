// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/imaging/growingpyramid.h"
#include "core/imaging/tilesink.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace createzoom {

class TileEncoder;

/// Finishes complete blocks: shrinks each into the next coarser level, encodes its tile and hands
/// that to the sink, in no fixed order. Works on threads of its own, and on those that hand it
/// blocks when too many wait: nobody stands still, and memory stays bounded whoever is faster.
/// Owned by the builder.
class EncoderPool
{
public:
    /// `threads` of its own, which may be none. The pyramid outlives the pool.
    EncoderPool(const PyramidPlan &plan, GrowingPyramid &pyramid, int threads, TileSink &sink);
    ~EncoderPool(); ///< drops what still waits
    Q_DISABLE_COPY_MOVE(EncoderPool)

    /// Any thread. False after an error or a stop: finish() tells which.
    bool submit(CompleteBlocks blocks, const std::stop_token &stop);
    /// Works with the others until the last tile is done.
    Result<void> finish(const std::stop_token &stop);

private:
    struct Worker;
    using Block = std::unique_ptr<TileBlock>;

    void run();
    void work(std::unique_lock<std::mutex> &lock);
    void push(CompleteBlocks blocks);
    Result<void> complete(Worker &worker, const TileBlock &block);
    std::unique_ptr<Worker> takeWorker();

    const PyramidPlan m_plan;
    const size_t m_capacity; ///< blocks that may wait
    GrowingPyramid &m_pyramid;

    std::mutex m_sinkMutex; ///< one call of the sink at a time
    TileSink &m_sink;

    std::mutex m_mutex; ///< guards everything below
    std::condition_variable_any m_changed;
    CompleteBlocks
        m_ready; ///< the last one first: coarse levels before fine ones, warm in the cache
    std::vector<std::unique_ptr<Worker>> m_idleWorkers;
    int m_busy = 0; ///< blocks that threads are at
    std::optional<Error> m_error;
    bool m_ended = false;
    std::vector<std::jthread> m_threads; ///< last: they use all of the above
};

} // namespace createzoom
