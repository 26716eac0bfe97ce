// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tone.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace createzoom {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

struct ToneColors
{
    Tone tone;
    QRgb onLight;
    QRgb onDark;
};

constexpr auto toneColors = std::to_array<ToneColors>({
    {Tone::Accent, 0xff1a5fb4, 0xff8ab4f8},
    {Tone::Success, 0xff1a7433, 0xff6fdd8b},
    {Tone::Warning, 0xff8a5a00, 0xfff0b849},
    {Tone::Error, 0xffb3261e, 0xffff8a80},
});

} // namespace

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool isDark = luminance(palette.color(QPalette::Base)) < 0.18;
    for (const ToneColors &colors : toneColors) {
        if (colors.tone == tone)
            return QColor::fromRgb(isDark ? colors.onDark : colors.onLight);
    }
    return palette.color(QPalette::Text);
}

double contrastOf(const QColor &first, const QColor &second)
{
    const double one = luminance(first);
    const double other = luminance(second);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace createzoom
