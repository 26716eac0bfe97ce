// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace createzoom {

/// How a state feels. Always beside a shape and a word, never alone.
enum class Tone { Neutral, Accent, Success, Warning, Error };

/// The tone on the palette's Base, light or dark, with a contrast of at least 4.5 to 1.
QColor toneColor(Tone tone, const QPalette &palette);

/// Contrast of two colours by WCAG 2: 1 to 21.
double contrastOf(const QColor &first, const QColor &second);

} // namespace createzoom
