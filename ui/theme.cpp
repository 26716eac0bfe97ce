// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include "ui/roomystyle.h"
#include "ui/tone.h"

#include <QApplication>
#include <QStyle>
#include <QStyleHints>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr double leastContrast = 4.5;

struct RoleColors
{
    QPalette::ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr auto roles = std::to_array<RoleColors>({
    {QPalette::Window, 0xfff2f2f3, 0xff2a2b2e},
    {QPalette::WindowText, 0xff1b1c1e, 0xffe8e8ea},
    {QPalette::Base, 0xffffffff, 0xff1f2022},
    {QPalette::AlternateBase, 0xfff6f7f9, 0xff26272a},
    {QPalette::Text, 0xff1b1c1e, 0xffe8e8ea},
    {QPalette::PlaceholderText, 0xff65686d, 0xff9da0a6},
    {QPalette::Button, 0xffececee, 0xff35363a},
    {QPalette::ButtonText, 0xff1b1c1e, 0xffe8e8ea},
    {QPalette::BrightText, 0xffffffff, 0xffffffff},
    {QPalette::ToolTipBase, 0xff2f3033, 0xffe8e8ea},
    {QPalette::ToolTipText, 0xffffffff, 0xff1b1c1e},
    {QPalette::Highlight, 0xff1a5fb4, 0xff2d5fa8},
    {QPalette::HighlightedText, 0xffffffff, 0xffffffff},
    {QPalette::Link, 0xff1a5fb4, 0xff8ab4f8},
    {QPalette::LinkVisited, 0xff6b3fa0, 0xffc5a5f5},
    {QPalette::Light, 0xffffffff, 0xff4a4b50},
    {QPalette::Midlight, 0xfff6f6f7, 0xff3f4045},
    {QPalette::Mid, 0xffb9bbbf, 0xff1c1d1f},
    {QPalette::Dark, 0xff9a9ca1, 0xff161718},
    {QPalette::Shadow, 0xff6d6f74, 0xff0d0d0e},
});

constexpr QRgb inactiveHighlight = 0xff56657c; // in both; white can be read on it
constexpr std::array dimmed{QPalette::WindowText, QPalette::Text, QPalette::ButtonText};

QPalette made(QRgb RoleColors::*color, QRgb dim)
{
    QPalette palette;
    for (const RoleColors &row : roles)
        palette.setColor(row.role, QColor::fromRgb(row.*color));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, QColor::fromRgb(inactiveHighlight));
    for (const QPalette::ColorRole role : dimmed)
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(dim));
    return palette;
}

/// Further from the other until the two can be told apart.
QColor apart(QColor color, const QColor &other)
{
    const bool isDarker = color.lightnessF() < other.lightnessF();
    for (int i = 0; i < 40 && contrastOf(color, other) < leastContrast; ++i)
        color = isDarker ? color.darker(106) : color.lighter(106);
    return color;
}

ThemeChoice &current()
{
    static ThemeChoice choice = ThemeChoice::System;
    return choice;
}

void followSystem()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    static const bool isFollowing = [] {
        QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, qApp, [] {
            if (current() == ThemeChoice::System)
                Theme::apply(ThemeChoice::System);
        });
        return true;
    }();
    Q_UNUSED(isFollowing)
#endif
}

} // namespace

QPalette Theme::light()
{
    return made(&RoleColors::light, 0xff8f9196);
}

QPalette Theme::dark()
{
    return made(&RoleColors::dark, 0xff77797e);
}

QPalette Theme::readable(QPalette palette)
{
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        palette.setColor(group,
                         QPalette::Highlight,
                         apart(palette.color(group, QPalette::Highlight),
                               palette.color(group, QPalette::HighlightedText)));
        QColor placeholder = palette.color(group, QPalette::PlaceholderText);
        placeholder.setAlpha(255);
        if (contrastOf(placeholder, palette.color(group, QPalette::Base)) < leastContrast
            || placeholder == palette.color(group, QPalette::Text))
            placeholder = apart(palette.color(QPalette::Disabled, QPalette::Text),
                                palette.color(group, QPalette::Base));
        palette.setColor(group, QPalette::PlaceholderText, placeholder);
    }
    return palette;
}

void Theme::apply(ThemeChoice choice)
{
    static const QString systemStyle = QApplication::style()->name();
    current() = choice;
    followSystem();
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QGuiApplication::styleHints()->setColorScheme(
        choice == ThemeChoice::Light      ? Qt::ColorScheme::Light
            : choice == ThemeChoice::Dark ? Qt::ColorScheme::Dark
                                          : Qt::ColorScheme::Unknown);
#endif
    const bool isSystem = choice == ThemeChoice::System;
    const QString style = isSystem ? systemStyle : u"fusion"_s;
    static QString shown;
    if (shown != style)
        QApplication::setStyle(new RoomyStyle(style)); // owned by the application
    shown = style;
    if (!isSystem) {
        QApplication::setPalette(choice == ThemeChoice::Dark ? dark() : light());
        return;
    }
    QApplication::setPalette(QPalette());
    const QPalette palette = QApplication::palette();
    const bool isDark = palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
    // Without a desktop's own colours Fusion's stand there, and they are hard to read.
    if (systemStyle == u"fusion")
        QApplication::setPalette(isDark ? dark() : light());
    else
        QApplication::setPalette(readable(palette));
}

} // namespace createzoom
