// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/breachlist.h"
#include "core/archive/dziformat.h"
#include "core/archive/dzipnames.h"
#include "core/archive/zipdirectory.h"
#include "core/base/result.h"
#include "core/base/stepcontrol.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

class QFile;

namespace createzoom {

/// The verifier's single pass over an archive: entries in the order of their bytes. Lives for one
/// verification, on its thread.
class ArchiveScan
{
public:
    ArchiveScan(QFile &file, ZipDirectory &directory, QString innerName);

    /// An error when the file cannot be read or the scan was stopped; everything else is a breach.
    Result<void> run(const StepControl &control);

    const std::optional<PyramidLayout> &layout() const { return m_layout; }
    qint64 tiles() const { return m_tiles; }
    QStringList breaches() const { return m_directory.breaches.sentences(); }

private:
    Result<void> findDescriptor();
    Result<void> readEntry(const ZipEntry &entry);
    Result<QByteArray> take(qint64 size);
    Result<void> skipTo(qint64 offset);
    void check(const ZipEntry &entry, QByteArrayView content);
    void checkTile(const TileAddress &tile, const ZipEntry &entry, QByteArrayView content);
    void checkGrid();
    qint64 indexOf(const TileAddress &tile) const;

    QFile &m_file;
    ZipDirectory &m_directory;
    const QString m_innerName;
    BreachList &m_breaches;
    std::optional<DzipNames> m_names;
    std::optional<PyramidLayout> m_layout;
    TileFormat m_format = TileFormat::Jpeg;
    qint64 m_at = 0; ///< where the file is read next
    qint64 m_tiles = 0;
    std::vector<qint64> m_levelStarts; ///< index of each level's first tile
    std::vector<bool> m_seen; ///< by index of tile
};

} // namespace createzoom
