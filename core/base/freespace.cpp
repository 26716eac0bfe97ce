// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/freespace.h"

#include <filesystem>
#include <system_error>

namespace createzoom {

std::optional<qint64> freeBytesIn(const QString &folder)
{
    std::error_code unknown;
    const auto space = std::filesystem::space(folder.toStdString(), unknown);
    if (unknown)
        return std::nullopt;
    return static_cast<qint64>(space.available);
}

} // namespace createzoom
