// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adding/optionsform.h"

class QSettings;
class QToolButton;

namespace createzoom {

/// A preset to choose, and all options on demand. GUI thread; `settings` outlives it.
class OptionsPanel : public QWidget
{
    Q_OBJECT

public:
    OptionsPanel(QSettings &settings, OptionsForm::Exists exists, QWidget *parent = nullptr);

    OptionsForm &form() { return *m_form; }
    const OptionsForm &form() const { return *m_form; }
    void setFormVisible(bool isVisible);

private:
    void showForm(bool isShown);

    OptionsForm *m_form = nullptr;
    QToolButton *m_toggle = nullptr;
};

} // namespace createzoom
