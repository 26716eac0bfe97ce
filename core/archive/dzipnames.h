// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"
#include "core/base/result.h"
#include "core/jobs/conversionoptions.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace createzoom {

inline constexpr QByteArrayView descriptorEnding = ".dzi";
/// Of a file in an archive, in bytes: a tile of 4096 x 4096 pixels as PNG is smaller.
inline constexpr qint64 largestContent = qint64{256} << 20;

/// The names inside an archive, all derived from one: "s012.tif" gives "s012.tif.dzi" and
/// "s012.tif_files/...". Raw UTF-8. A value.
class DzipNames
{
public:
    DzipNames(const QString &innerName, TileFormat format);

    /// Why no archive may have this inner name, or nothing: separators, control characters and "."
    /// are refused.
    static Result<void> check(const QString &innerName);

    QByteArray descriptor() const { return m_stem + descriptorEnding.toByteArray(); }
    QByteArray folder() const { return m_stem + "_files/"; }
    QByteArray metadata() const { return folder() + "createzoom.json"; }
    QByteArray tile(const TileAddress &tile) const;
    /// The tile of that name; nothing when the name is not exactly one that tile() gives.
    std::optional<TileAddress> tileOf(QByteArrayView name) const;

private:
    QByteArray m_stem;
    QByteArray m_extension; ///< with its dot
};

} // namespace createzoom
