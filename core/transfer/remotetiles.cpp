// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/remotetiles.h"

#include "core/jobs/jobwire.h"
#include "core/transfer/remotecalls.h"

#include <QDeadlineTimer>

#include <chrono>
#include <mutex>
#include <utility>

namespace createzoom {

namespace {

/// The server is asked no more often whether a pyramid still grows.
constexpr std::chrono::seconds growthInterval{1};

class RemoteTiles final : public TileSource
{
public:
    RemoteTiles(std::shared_ptr<RemoteCalls> calls, const QByteArray &path, const PreviewInfo &info)
        : TileSource(info.descriptor, info.micrometresPerPixel)
        , m_calls(std::move(calls))
        , m_path(path)
        , m_isGrowing(info.isGrowing)
    {}

    Result<QByteArray> tile(const TileAddress &tile) override
    {
        const Result<QByteArray> bytes = ask(tile);
        const bool isMissing = !bytes && bytes.error().code == ErrorCode::NotFound;
        // It came between question and answer if growing has just ended.
        return isMissing && hasStoppedGrowing() ? ask(tile) : bytes;
    }

    bool isGrowing() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_isGrowing;
    }

private:
    Result<QByteArray> ask(const TileAddress &tile)
    {
        const QByteArray name = '/' + QByteArray::number(tile.level) + '/'
            + QByteArray::number(tile.column) + '_' + QByteArray::number(tile.row) + '.'
            + formatName(descriptor().format).toLatin1();
        return m_calls->bytes({.path = m_path + "/image_files" + name});
    }

    /// Asks, on the thread that misses a tile and waits anyway.
    bool hasStoppedGrowing()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_isGrowing || !m_nextLook.hasExpired())
                return false;
            m_nextLook.setRemainingTime(growthInterval);
        }
        const Result<QJsonObject> json = m_calls->json({.path = m_path});
        if (!json || json->value(u"growing").toBool())
            return false;
        const std::lock_guard lock(m_mutex);
        m_isGrowing = false;
        return true;
    }

    const std::shared_ptr<RemoteCalls> m_calls;
    const QByteArray m_path;
    mutable std::mutex m_mutex{}; ///< guards all below
    bool m_isGrowing = false;
    QDeadlineTimer m_nextLook{growthInterval};
};

} // namespace

Result<std::unique_ptr<TileSource>> openRemoteTiles(const std::shared_ptr<RemoteCalls> &calls,
                                                    const QByteArray &path)
{
    const Result<QJsonObject> json = calls->json({.path = path});
    if (!json)
        return json.error();
    const Result<PreviewInfo> info = previewFromWire(*json);
    if (!info)
        return info.error();
    return std::unique_ptr<TileSource>(std::make_unique<RemoteTiles>(calls, path, *info));
}

} // namespace createzoom
