// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"
#include "core/base/result.h"
#include "core/imaging/band.h"
#include "core/imaging/tilesink.h"
#include "core/jobs/conversionoptions.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace createzoom {

class TileEncoder;

/// Cuts bands into tiles, encodes them on threads of its own and hands them to the sink, in no
/// fixed order. Bands wait in a queue of bounded size, so memory stays bounded whoever is faster.
/// Owned by the builder; submit() and finish() belong to one thread at a time.
class EncoderPool
{
public:
    EncoderPool(const PyramidLayout &layout,
                const ConversionOptions &options,
                int threads,
                TileSink &sink);
    ~EncoderPool(); ///< drops what still waits
    Q_DISABLE_COPY_MOVE(EncoderPool)

    /// Blocks while too much waits. False after an error or a stop: finish() tells which.
    bool submit(std::unique_ptr<Band> band, const std::stop_token &stop);
    /// Waits for the last tile.
    Result<void> finish(const std::stop_token &stop);

private:
    struct Work;
    struct Tile
    {
        std::shared_ptr<Work> work;
        int column = 0;
    };

    void run();
    std::optional<Tile> take();
    Result<void> encode(TileEncoder &encoder, const Tile &tile);
    void done(const Tile &tile, const Result<void> &outcome);
    bool fits(qsizetype bytes) const;

    const PyramidLayout m_layout;
    const ConversionOptions m_options;
    const qsizetype m_capacity; ///< bytes of bands that may wait

    std::mutex m_sinkMutex; ///< one call of the sink at a time
    TileSink &m_sink;

    std::mutex m_mutex; ///< guards everything below
    std::condition_variable_any m_roomOrIdle;
    std::condition_variable m_workOrEnd;
    std::deque<Tile> m_queue;
    qsizetype m_waitingBytes = 0;
    std::optional<Error> m_error;
    bool m_ended = false;
    std::vector<std::jthread> m_threads; ///< last: they use all of the above
};

} // namespace createzoom
