// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/archivelayout.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr std::array layoutNames{std::pair{"dzip", ArchiveLayout::Dzip},
                                 std::pair{"szi", ArchiveLayout::Szi},
                                 std::pair{"dzi", ArchiveLayout::Dzi}};

} // namespace

QString layoutSuffix(ArchiveLayout layout)
{
    for (const auto &[name, value] : layoutNames) {
        if (value == layout)
            return u'.' + QString::fromLatin1(name);
    }
    return {};
}

bool layoutFromName(const QString &name, ArchiveLayout &layout)
{
    for (const auto &[known, value] : layoutNames) {
        if (name == QLatin1String(known)) {
            layout = value;
            return true;
        }
    }
    return false;
}

QString innerStem(ArchiveLayout layout, const QString &innerName)
{
    return layout == ArchiveLayout::Szi ? innerName + u'/' + innerName : innerName;
}

} // namespace createzoom
