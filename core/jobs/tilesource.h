// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/dzidescriptor.h"

#include <QByteArray>
#include <QSizeF>

namespace createzoom {

/// A pyramid whose tiles can be had one by one, for viewers: an archive, a folder of tiles, an
/// archive that is still growing, a server. Its functions may be called by any thread; they block.
class TileSource
{
public:
    explicit TileSource(const DziDescriptor &descriptor, QSizeF micrometresPerPixel = {0, 0})
        : m_descriptor(descriptor)
        , m_pixelSize(micrometresPerPixel)
    {}
    virtual ~TileSource() = default;
    TileSource(const TileSource &) = delete;
    TileSource &operator=(const TileSource &) = delete;

    const DziDescriptor &descriptor() const { return m_descriptor; }
    /// Micrometres a pixel of the full level; 0 = unknown.
    QSizeF pixelSize() const { return m_pixelSize; }

    /// A tile's JPEG or PNG bytes. NotFound: it is not there, of a growing pyramid not yet.
    virtual Result<QByteArray> tile(const TileAddress &tile) = 0;
    /// More tiles may come: what was not found is worth another question later.
    virtual bool isGrowing() const { return false; }
    /// Asking costs little, also for many tiles that are not there: nothing goes over a network.
    virtual bool isNear() const { return false; }

private:
    const DziDescriptor m_descriptor;
    const QSizeF m_pixelSize;
};

} // namespace createzoom
