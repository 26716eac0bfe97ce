// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace createzoom {

enum class ThemeChoice { System, Light, Dark };

/// Light or dark: as the system is, or as somebody chose. Icons and tones follow the palette.
/// Everything can be read: contrasts are at least 4.5 to 1. After QApplication, GUI thread.
class Theme
{
public:
    static void apply(ThemeChoice choice);

    static QPalette light();
    static QPalette dark();
    /// The same, but that what is selected and what stands for missing text can be read: Fusion's
    /// own colours miss that.
    static QPalette readable(QPalette palette);
};

} // namespace createzoom
