// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adding/presets.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QSettings;

namespace createzoom {

class OptionsForm;

/// Chooses a preset for a form, shows which one the form holds, and keeps the user's own. GUI
/// thread; `settings` and `form` outlive it.
class PresetBar : public QWidget
{
    Q_OBJECT

public:
    PresetBar(QSettings &settings, OptionsForm &form, QWidget *parent = nullptr);

private:
    void fill();
    void follow(); ///< the form
    void choose(int index);
    void askForName();
    void save(const QString &name);
    void removeShown();

    QSettings &m_settings;
    OptionsForm &m_form;
    QList<NamedPreset> m_presets{};
    QComboBox *m_box = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace createzoom
