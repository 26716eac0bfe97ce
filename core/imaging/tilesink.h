// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"
#include "core/base/result.h"

#include <QByteArrayView>

namespace createzoom {

/// Where finished tiles go. Calls come from several threads but never two at once; an error ends
/// the pyramid.
class TileSink
{
public:
    virtual ~TileSink() = default;
    virtual Result<void> append(const TileAddress &tile, QByteArrayView bytes) = 0;

protected:
    TileSink() = default;
    Q_DISABLE_COPY_MOVE(TileSink)
};

} // namespace createzoom
