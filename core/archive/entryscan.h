// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/breachlist.h"
#include "core/archive/dzipnames.h"
#include "core/archive/zipdirectory.h"
#include "core/base/progressgate.h"
#include "core/base/result.h"
#include "core/base/stepcontrol.h"
#include "core/jobs/dziformat.h"

#include <QFile>

#include <span>
#include <vector>

namespace createzoom {

/// The tiles that an archive's descriptor announces.
struct ExpectedTiles
{
    ExpectedTiles(const QString &innerName, const DziDescriptor &descriptor);
    qint64 indexOf(const TileAddress &tile) const;

    DzipNames names;
    PyramidLayout layout;
    TileFormat format = TileFormat::Jpeg;
    std::vector<qint64> levelStarts{}; ///< index of each level's first tile
};

/// Judges some of an archive's entries, in the order of their bytes. Has the file open for itself;
/// one thread, several objects side by side.
class EntryScan
{
public:
    /// `expected`: null when the descriptor cannot be read.
    EntryScan(const QString &path, const ZipDirectory &directory, const ExpectedTiles *expected);

    /// An error when the file cannot be read or the scan was stopped; everything else is a breach.
    /// Progress: bytes, of all scans.
    Result<void> run(std::span<const ZipEntry *const> entries,
                     SharedProgress &progress,
                     const StepControl &control);

    const BreachList &breaches() const { return m_breaches; }
    const std::vector<qint64> &tiles() const { return m_tiles; } ///< their indices
    qint64 end() const { return m_at; } ///< of the last entry

private:
    Result<void> readEntry(const ZipEntry &entry);
    Result<QByteArray> take(qint64 size);
    Result<void> skipTo(qint64 offset);
    void check(const ZipEntry &entry, QByteArrayView content);
    void checkTile(const TileAddress &tile, const ZipEntry &entry, QByteArrayView content);

    QFile m_file;
    const ZipDirectory &m_directory;
    const ExpectedTiles *const m_expected;
    BreachList m_breaches;
    std::vector<qint64> m_tiles;
    qint64 m_at = 0; ///< where the file is read next
};

} // namespace createzoom
