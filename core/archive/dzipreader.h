// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"
#include "core/base/result.h"
#include "core/jobs/dziformat.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace createzoom {

/// Reads single tiles of an archive, for viewers and previews. Survives hostile files: every length
/// is checked before it is believed, and what it hands out is as long as asked or an error. Used by
/// one thread at a time.
class DzipReader
{
public:
    static Result<std::unique_ptr<DzipReader>> open(const QString &path);
    ~DzipReader();
    Q_DISABLE_COPY_MOVE(DzipReader)

    const DziDescriptor &descriptor() const;
    /// "s012.tif": what the names inside are made of.
    QString innerName() const;
    QStringList entryNames() const;
    qint64 entryCount() const;

    /// A tile's JPEG or PNG bytes. NotFound when the archive has no such tile.
    Result<QByteArray> tile(const TileAddress &tile);
    /// createzoom.json; NotFound when somebody else made the archive.
    Result<QByteArray> metadata();

private:
    struct Parts;
    explicit DzipReader(std::unique_ptr<Parts> parts);
    Result<QByteArray> content(const QByteArray &name);

    std::unique_ptr<Parts> m_parts;
};

} // namespace createzoom
