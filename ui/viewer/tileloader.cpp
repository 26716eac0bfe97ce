// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/tileloader.h"

#include <QBuffer>
#include <QImageReader>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

TileLoader::TileLoader(std::shared_ptr<TileSource> source, int threads, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this](const std::stop_token &stop) { run(stop); });
}

TileLoader::~TileLoader()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
    m_threads.clear(); // waits for the tiles that were begun
}

void TileLoader::want(const QList<TileAddress> &tiles)
{
    const std::lock_guard lock(m_mutex);
    m_wanted.clear();
    for (const TileAddress &tile : tiles) {
        if (!m_begun.contains(tile))
            m_wanted << tile;
    }
    m_changed.notify_all();
}

void TileLoader::run(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_wanted.isEmpty(); })) {
        const TileAddress tile = m_wanted.takeFirst();
        m_begun << tile;
        lock.unlock();
        load(tile);
        lock.lock();
        m_begun.removeOne(tile);
    }
}

/// The tile's size is known, so a file that claims another one is refused before it is decoded.
void TileLoader::load(const TileAddress &tile)
{
    Result<QByteArray> bytes = m_source->tile(tile);
    if (!bytes) {
        Q_EMIT failed(tile, bytes.error().message);
        return;
    }
    QBuffer buffer(&*bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, m_source->descriptor().format == TileFormat::Png ? "png" : "jpeg");
    const QSize wanted = m_source->descriptor().layout.tileRect(tile).size();
    QImage image = reader.size() == wanted ? reader.read() : QImage();
    if (image.isNull()) {
        Q_EMIT failed(tile, u"a tile is damaged"_s);
        return;
    }
    // The format that the raster painter copies without a look at each pixel.
    Q_EMIT loaded(tile, image.convertToFormat(QImage::Format_RGB32));
}

} // namespace createzoom
