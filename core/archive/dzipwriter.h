// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/pyramidwriter.h"
#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace createzoom {

/// Writes one archive by contract "dzip", Archive 1 to 7: descriptor first.
class DzipWriter final : public PyramidWriter
{
public:
    /// Writes the descriptor. The names inside begin with `stem`; people know the file by
    /// `fileName`, as its own is a temporary one.
    static Result<std::unique_ptr<DzipWriter>> create(const QString &path,
                                                      const QString &stem,
                                                      const QString &fileName,
                                                      const DziDescriptor &descriptor);
    ~DzipWriter() override; ///< without finish(): closes an unfinished file
    Q_DISABLE_COPY_MOVE(DzipWriter)

    Result<void> addTile(const TileAddress &tile, QByteArrayView bytes) override;
    qint64 settledBytes() const override;
    Result<void> finish(QByteArrayView metadata) override;

private:
    struct Parts;
    explicit DzipWriter(std::unique_ptr<Parts> parts);

    Result<void> addEntry(const QByteArray &name, QByteArrayView bytes);
    Error writeError() const;

    std::unique_ptr<Parts> m_parts;
};

} // namespace createzoom
