// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace createzoom {

/// What a person finds in a dialog: buttons by their words, fields by their names, what it says.

inline QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (auto *candidate : dialog.findChildren<QPushButton *>()) {
        if (candidate->text().remove(u'&') == text)
            return candidate;
    }
    return nullptr;
}

template<typename Widget>
Widget *named(const QWidget &dialog, const QString &accessibleName)
{
    for (auto *candidate : dialog.findChildren<Widget *>()) {
        if (candidate->isVisibleTo(&dialog) && candidate->accessibleName() == accessibleName)
            return candidate;
    }
    return nullptr;
}

inline QString visibleTexts(const QWidget &dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(u'\n');
}

} // namespace createzoom
