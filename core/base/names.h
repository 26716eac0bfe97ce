// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace createzoom {

/// The words for the values of an enumeration, each once: what is written is also what is read.
template<typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, const char *>, N>;

/// Empty for a value that has none.
template<typename Enum, std::size_t N>
QString nameOf(Enum wanted, const Names<Enum, N> &names)
{
    for (const auto &[value, name] : names) {
        if (value == wanted)
            return QLatin1String(name);
    }
    return {};
}

template<typename Enum, std::size_t N>
std::optional<Enum> valueNamed(QStringView wanted, const Names<Enum, N> &names)
{
    for (const auto &[value, name] : names) {
        if (wanted == QLatin1String(name))
            return value;
    }
    return std::nullopt;
}

} // namespace createzoom
