// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/tileloader.h"

#include "ui/sentences.h"
#include "ui/viewer/tileassembler.h"
#include "ui/viewer/tiledecoder.h"

#include <QThreadPool>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

/// What the threads have, who may outlive the loader.
struct TileLoader::Shared
{
    explicit Shared(std::shared_ptr<TileSource> tiles)
        : source(std::move(tiles))
        , assembler(source)
    {}

    void run(const std::stop_token &stop);
    void load(const TileAddress &tile);
    void tell(const std::function<void(TileLoader *)> &what);

    const std::shared_ptr<TileSource> source;
    TileAssembler assembler;
    std::mutex mutex; ///< guards what follows
    std::condition_variable_any changed;
    QList<TileAddress> wanted;
    QList<TileAddress> begun;
    TileLoader *loader = nullptr; ///< null: gone
};

TileLoader::TileLoader(std::shared_ptr<TileSource> source, int threads, QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>(std::move(source)))
{
    m_shared->loader = this;
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back(
            [shared = m_shared](const std::stop_token &stop) { shared->run(stop); });
}

TileLoader::~TileLoader()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->loader = nullptr;
        m_shared->wanted.clear();
    }
    for (std::jthread &thread : m_threads)
        thread.request_stop();
    // Waits for them elsewhere, at the latest before the program ends.
    QThreadPool::globalInstance()->start([threads = std::make_shared<std::vector<std::jthread>>(
                                              std::move(m_threads))] { threads->clear(); });
}

void TileLoader::want(const QList<TileAddress> &tiles)
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->wanted.clear();
    for (const TileAddress &tile : tiles) {
        if (!m_shared->begun.contains(tile))
            m_shared->wanted << tile;
    }
    m_shared->changed.notify_all();
}

qsizetype TileLoader::waiting() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->wanted.size();
}

void TileLoader::Shared::run(const std::stop_token &stop)
{
    std::unique_lock lock(mutex);
    while (changed.wait(lock, stop, [this] { return !wanted.isEmpty(); })) {
        const TileAddress tile = wanted.takeFirst();
        begun << tile;
        lock.unlock();
        load(tile);
        lock.lock();
        begun.removeOne(tile);
    }
}

void TileLoader::Shared::load(const TileAddress &tile)
{
    const DziDescriptor &descriptor = source->descriptor();
    const Result<QByteArray> bytes = source->tile(tile);
    const Result<QImage> image = bytes
        ? decodeTile(*bytes, descriptor.format, descriptor.layout.tileRect(tile).size())
        : bytes.error();
    if (image) {
        if (source->isGrowing())
            assembler.forget(tile);
        return tell([tile, content = TileCache::Tile{*image, true}](TileLoader *to) {
            Q_EMIT to->loaded(tile, content);
        });
    }
    const QImage parts = source->isGrowing() ? assembler.assemble(tile) : QImage();
    if (!parts.isNull())
        tell([tile, content = TileCache::Tile{parts, false}](TileLoader *to) {
            Q_EMIT to->loaded(tile, content);
        });
    tell([tile, reason = sentenceOrEnglish(image.error().message)](TileLoader *to) {
        Q_EMIT to->failed(tile, reason);
    });
}

/// Queued: a loader that goes takes with it what it has not heard yet.
void TileLoader::Shared::tell(const std::function<void(TileLoader *)> &what)
{
    const std::lock_guard lock(mutex);
    if (loader)
        QMetaObject::invokeMethod(
            loader, [what, to = loader] { what(to); }, Qt::QueuedConnection);
}

} // namespace createzoom
