// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"

#include <QByteArray>
#include <QSize>

#include <memory>
#include <optional>

namespace createzoom {

/// The JPEG tiles of a TIFF file as tiles of a pyramid: the coefficients of the file, not encoded
/// again. Shared tables are put into each, and those at the right and lower edge are cut, which
/// JPEG can without loss. Any thread.
class JpegTiles
{
public:
    /// Null when the page has no square tiles of JPEG in colour.
    static std::unique_ptr<JpegTiles> open(const QByteArray &path, int page);
    ~JpegTiles();
    Q_DISABLE_COPY_MOVE(JpegTiles)

    QSize imageSize() const;
    int tileSize() const; ///< pixels a side

    /// Nothing when the file's tile is not one that a pyramid may hold: it is to be encoded then.
    std::optional<QByteArray> tile(int column, int row);

private:
    struct Parts;
    explicit JpegTiles(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace createzoom
