// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QObject>
#include <QPushButton>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QWidget>

#include <memory>

namespace createzoom {

/// Settings of a test's own for the dialogs that it opens. Tests derive from it and make them anew
/// for each of their functions.
class DialogTest : public QObject
{
protected:
    void makeSettings()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")),
                                                 QSettings::IniFormat);
    }

    std::unique_ptr<QTemporaryDir> m_folder{};
    std::unique_ptr<QSettings> m_settings{};
};

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
