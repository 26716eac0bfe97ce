// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/encoderpool.h"

#include "core/imaging/tileencoder.h"

#include <algorithm>
#include <utility>

namespace createzoom {

namespace {

constexpr qsizetype smallestCapacity = qsizetype{24} << 20;

/// One full band in work and one ready; below that the smallest capacity keeps narrow images from
/// stalling.
qsizetype capacityFor(const PyramidLayout &layout)
{
    const qsizetype rows = qsizetype{layout.tileSize()} + qsizetype{2} * layout.overlap();
    const qsizetype band = qsizetype{layout.size().width()} * Band::pixelBytes * rows;
    return std::max(smallestCapacity, 2 * band);
}

} // namespace

struct EncoderPool::Work
{
    std::unique_ptr<Band> band;
    int tilesLeft = 0; ///< guarded by the pool's mutex
};

EncoderPool::EncoderPool(const PyramidLayout &layout,
                         const ConversionOptions &options,
                         int threads,
                         TileSink &sink)
    : m_layout(layout)
    , m_options(options)
    , m_capacity(capacityFor(layout))
    , m_sink(sink)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

EncoderPool::~EncoderPool()
{
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_queue.clear();
    m_workOrEnd.notify_all();
}

bool EncoderPool::submit(std::unique_ptr<Band> band, const std::stop_token &stop)
{
    const qsizetype bytes = band->byteCount();
    const int columns = m_layout.columns(band->place().level);
    std::unique_lock lock(m_mutex);
    if (!m_roomOrIdle.wait(lock, stop, [&] { return m_error || fits(bytes); }) || m_error)
        return false;
    m_waitingBytes += bytes;
    const auto work = std::make_shared<Work>(Work{std::move(band), columns});
    for (int column = 0; column < columns; ++column)
        m_queue.push_back({work, column});
    m_workOrEnd.notify_all();
    return true;
}

Result<void> EncoderPool::finish(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const bool settled
        = m_roomOrIdle.wait(lock, stop, [&] { return m_error || m_waitingBytes == 0; });
    if (m_error)
        return *m_error;
    if (!settled)
        return cancelledError();
    return {};
}

void EncoderPool::run()
{
    const std::unique_ptr<TileEncoder> encoder = makeTileEncoder(m_options);
    while (const std::optional<Tile> tile = take())
        done(*tile, encode(*encoder, *tile));
}

std::optional<EncoderPool::Tile> EncoderPool::take()
{
    std::unique_lock lock(m_mutex);
    m_workOrEnd.wait(lock, [this] { return m_ended || !m_queue.empty(); });
    if (m_ended)
        return std::nullopt;
    Tile tile = std::move(m_queue.front());
    m_queue.pop_front();
    return tile;
}

Result<void> EncoderPool::encode(TileEncoder &encoder, const Tile &tile)
{
    const Band &band = *tile.work->band;
    const TileAddress address{band.place().level, tile.column, band.place().tileRow};
    const QRect rect = m_layout.tileRect(address);
    const uchar *pixels = band.row(rect.top()) + qsizetype{rect.left()} * Band::pixelBytes;
    const Result<QByteArrayView> bytes = encoder.encode({pixels, band.stride(), rect.size()});
    if (!bytes)
        return bytes.error();
    const std::lock_guard lock(m_sinkMutex);
    return m_sink.append(address, *bytes);
}

void EncoderPool::done(const Tile &tile, const Result<void> &outcome)
{
    const std::lock_guard lock(m_mutex);
    if (!outcome) {
        // The first error is the cause; the others follow from it.
        if (!m_error)
            m_error = outcome.error();
        m_queue.clear();
    }
    if (--tile.work->tilesLeft == 0) {
        m_waitingBytes -= tile.work->band->byteCount();
        tile.work->band.reset();
    }
    m_roomOrIdle.notify_all();
}

bool EncoderPool::fits(qsizetype bytes) const
{
    return m_waitingBytes == 0 || m_waitingBytes + bytes <= m_capacity;
}

} // namespace createzoom
