// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/closedialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace createzoom {

CloseDialog::CloseDialog(int running, bool hasTray, QWidget *parent)
    : QDialog(parent)
    , m_finish(new QRadioButton(tr("&Finish running jobs, then quit"), this))
    , m_stop(new QRadioButton(tr("Stop &now and continue next time"), this))
    , m_tray(new QRadioButton(tr("&Keep running in the tray"), this))
    , m_remember(new QCheckBox(tr("&Always do this"), this))
{
    setWindowTitle(tr("Quit CreateZoom"));
    auto *question = new QLabel(running == 1 ? tr("A job is running.")
                                             : tr("%n jobs are running.", nullptr, running),
                                this);
    QFont bold = question->font();
    bold.setBold(true);
    question->setFont(bold);
    m_finish->setToolTip(tr("No other job is begun; waiting jobs stay for the next time"));
    m_stop->setToolTip(
        tr("They go back to the queue and lose what they did of their current step"));
    m_remember->setToolTip(tr("The settings can change it again"));
    m_tray->setVisible(hasTray);
    m_finish->setChecked(true);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *go = buttons->addButton(tr("Quit"), QDialogButtonBox::AcceptRole);
    go->setDefault(true);
    buttons->addButton(tr("Stay"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tray, &QRadioButton::toggled, go, [go](bool isHiding) {
        go->setText(isHiding ? tr("Hide") : tr("Quit"));
    });
    auto *column = new QVBoxLayout(this);
    column->addWidget(question);
    for (QRadioButton *choice : {m_finish, m_stop, m_tray})
        column->addWidget(choice);
    column->addSpacing(8);
    column->addWidget(m_remember);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60); // its title can be read
}

WindowSettings::Closing CloseDialog::choice() const
{
    if (m_tray->isChecked())
        return WindowSettings::Closing::Tray;
    return m_stop->isChecked() ? WindowSettings::Closing::StopNow : WindowSettings::Closing::Finish;
}

bool CloseDialog::isRemembered() const
{
    return m_remember->isChecked();
}

} // namespace createzoom
