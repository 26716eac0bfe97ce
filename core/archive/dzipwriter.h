// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/dziformat.h"
#include "core/archive/dzipnames.h"
#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace createzoom {

/// Writes one archive by contract "dzip", Archive 1 to 7: descriptor first, tiles as they come,
/// metadata last. The file is complete only after finish(); renaming it is the caller's business.
/// Owned by the conversion; one call at a time, from any thread.
class DzipWriter
{
public:
    /// Creates or truncates `path` and writes the descriptor.
    static Result<std::unique_ptr<DzipWriter>>
    create(const QString &path, const QString &innerName, const DziDescriptor &descriptor);
    ~DzipWriter(); ///< without finish(): closes an unfinished file
    Q_DISABLE_COPY_MOVE(DzipWriter)

    Result<void> addTile(const TileAddress &tile, QByteArrayView bytes);
    /// So many bytes at the file's front are on disk and final.
    qint64 settledBytes() const;
    /// Writes `<name>_files/createzoom.json`, the directory, and syncs.
    Result<void> finish(QByteArrayView metadata);

private:
    struct Parts;
    explicit DzipWriter(std::unique_ptr<Parts> parts);

    Result<void> addEntry(const QByteArray &name, QByteArrayView bytes);
    Error writeError() const;

    std::unique_ptr<Parts> m_parts;
};

} // namespace createzoom
