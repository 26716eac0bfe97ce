// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/tilesource.h"

#include <QByteArray>

#include <memory>

namespace createzoom {

class RemoteCalls;

/// The pyramid of a job on a server, tile by tile. `path`: "jobs/1/preview".
Result<std::unique_ptr<TileSource>> openRemoteTiles(const std::shared_ptr<RemoteCalls> &calls,
                                                    const QByteArray &path);

} // namespace createzoom
