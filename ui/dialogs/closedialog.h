// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/windowsettings.h"

#include <QDialog>

class QCheckBox;
class QRadioButton;

namespace createzoom {

/// "2 jobs are running": what to do with them when the window closes. Rejected: stay. GUI thread.
class CloseDialog : public QDialog
{
    Q_OBJECT

public:
    CloseDialog(int running, bool hasTray, QWidget *parent = nullptr);

    WindowSettings::Closing choice() const; ///< not Ask
    bool isRemembered() const;

private:
    QRadioButton *m_finish = nullptr;
    QRadioButton *m_stop = nullptr;
    QRadioButton *m_tray = nullptr;
    QCheckBox *m_remember = nullptr;
};

} // namespace createzoom
