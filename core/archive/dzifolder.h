// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/dzipnames.h"
#include "core/archive/dzipverifier.h"
#include "core/archive/pyramidwriter.h"

#include <QDir>
#include <QSet>

namespace createzoom {

/// A pyramid as `<stem>.dzi` and `<stem>_files/` in a folder that is there. One call at a time.
class DziFolderWriter final : public PyramidWriter
{
public:
    DziFolderWriter(const QString &folder, const QString &stem, const DziDescriptor &descriptor);

    Result<void> addTile(const TileAddress &tile, QByteArrayView bytes) override;
    qint64 settledBytes() const override { return 0; }
    /// Also writes the descriptor: until then no viewer opens the folder.
    Result<void> finish(QByteArrayView metadata) override;

private:
    Result<void> write(const QByteArray &name, QByteArrayView bytes);

    const QDir m_folder;
    const QString m_stem;
    const DziDescriptor m_descriptor;
    const DzipNames m_names;
    QSet<int> m_levels; ///< whose folders are there
};

/// Looks at every tile of the grid: there, of the right kind and size. Reports as verifyDzip()
/// does.
Result<VerifyReport>
verifyDziFolder(const QString &folder, const QString &stem, const StepControl &control);

} // namespace createzoom
