// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archivelayout.h"
#include "core/base/result.h"
#include "core/jobs/dziformat.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace createzoom {

/// Writes one pyramid to the disk: tiles as they come, metadata last. What it writes is complete
/// only after finish(); giving it its final name is the caller's business. Owned by the conversion;
/// one call at a time, from any thread.
class PyramidWriter
{
public:
    /// Creates or truncates `path`; for ArchiveLayout::Dzi a folder that is there and empty.
    static Result<std::unique_ptr<PyramidWriter>> create(ArchiveLayout layout,
                                                         const QString &path,
                                                         const QString &innerName,
                                                         const DziDescriptor &descriptor);
    virtual ~PyramidWriter() = default;

    virtual Result<void> addTile(const TileAddress &tile, QByteArrayView bytes) = 0;
    /// So many bytes at the front of a file are on disk and final.
    virtual qint64 settledBytes() const = 0;
    /// Writes `<name>_files/createzoom.json`, what else completes the pyramid, and syncs.
    virtual Result<void> finish(QByteArrayView metadata) = 0;

protected:
    PyramidWriter() = default;
    Q_DISABLE_COPY_MOVE(PyramidWriter)
};

} // namespace createzoom
