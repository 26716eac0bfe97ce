// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/optionspanel.h"

#include "ui/adding/presetbar.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace createzoom {

OptionsPanel::OptionsPanel(QSettings &settings, OptionsForm::Exists exists, QWidget *parent)
    : QWidget(parent)
    , m_form(new OptionsForm(exists))
    , m_toggle(new QToolButton)
{
    m_toggle->setText(tr("&Options"));
    m_toggle->setCheckable(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolTip(tr("Quality, tiles, colours, channels"));
    auto *presets = new PresetBar(settings, *m_form, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    // Tab goes in the order in which widgets became children.
    column->addWidget(presets);
    column->addWidget(m_toggle);
    column->addWidget(m_form);
    setFocusProxy(presets);
    connect(m_toggle, &QToolButton::toggled, this, &OptionsPanel::showForm);
    showForm(false);
}

void OptionsPanel::setFormVisible(bool isVisible)
{
    m_toggle->setChecked(isVisible);
}

void OptionsPanel::showForm(bool isShown)
{
    m_form->setVisible(isShown);
    m_toggle->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_toggle->setAccessibleName(isShown ? tr("Hide the options") : tr("Show the options"));
    if (QWidget *dialog = window(); dialog->isVisible())
        QMetaObject::invokeMethod(
            dialog, [dialog] { dialog->adjustSize(); }, Qt::QueuedConnection);
}

} // namespace createzoom
