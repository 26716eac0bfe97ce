// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/settings.h"

#include <span>

namespace createzoom {

/// One setting: a row of the only list of keys, defaults, ranges and help.
struct SettingRow
{
    const char *key;
    const char *defaultText;
    const char *help; ///< UTF-8
    const char *allowed; ///< "must be ..."
    bool (*set)(Settings &, const QString &); ///< false: the text is not allowed
};

/// All of them, in the order of --help. Any thread.
std::span<const SettingRow> settingRows();

} // namespace createzoom
