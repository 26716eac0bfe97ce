// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/entryscan.h"
#include "core/base/result.h"
#include "core/base/stepcontrol.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

class QFile;

namespace createzoom {

/// The verifier's pass over an archive: every entry's bytes against the directory and the
/// descriptor, on two threads. Lives for one verification.
class ArchiveScan
{
public:
    ArchiveScan(QFile &file, ZipDirectory &directory, QString innerName);

    /// An error when the file cannot be read or the scan was stopped; everything else is a breach.
    Result<void> run(const StepControl &control);

    /// Null when the descriptor cannot be read.
    const PyramidLayout *layout() const { return m_expected ? &m_expected->layout : nullptr; }
    qint64 tiles() const { return m_tiles; }
    QStringList breaches() const { return m_breaches.sentences(); }

private:
    Result<void> findDescriptor();
    void checkGrid(const std::vector<qint64> &front, const std::vector<qint64> &back);

    QFile &m_file;
    ZipDirectory &m_directory;
    const QString m_innerName;
    BreachList &m_breaches;
    std::optional<ExpectedTiles> m_expected;
    qint64 m_tiles = 0;
};

} // namespace createzoom
