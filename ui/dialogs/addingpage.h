// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adding/addchoice.h"

#include <QWidget>

class QCheckBox;
class QSettings;

namespace createzoom {

class DestinationEditor;
class OptionsPanel;

/// The settings' page of how images are added. GUI thread; `settings` outlives it.
class AddingPage : public QWidget
{
    Q_OBJECT

public:
    explicit AddingPage(QSettings &settings, QWidget *parent = nullptr);

    AddChoice choice() const;
    bool isAskedEachTime() const;
    void fill(const AddChoice &choice, bool isAskedEachTime);
    QString problem() const; ///< empty: it can be used

Q_SIGNALS:
    void changed();

private:
    OptionsPanel *m_options = nullptr;
    DestinationEditor *m_destination = nullptr;
    QCheckBox *m_askIfExists = nullptr;
    QCheckBox *m_start = nullptr;
    QCheckBox *m_askEachTime = nullptr;
};

} // namespace createzoom
