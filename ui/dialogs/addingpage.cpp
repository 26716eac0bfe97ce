// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/addingpage.h"

#include "ui/adding/destinationeditor.h"
#include "ui/adding/optionspanel.h"

#include <QCheckBox>
#include <QFormLayout>

namespace createzoom {

AddingPage::AddingPage(QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_options(new OptionsPanel(settings, OptionsForm::Exists::Shown, this))
    , m_destination(new DestinationEditor({Destination::Kind::Beside,
                                           Destination::Kind::Folder,
                                           Destination::Kind::Mirror,
                                           Destination::Kind::Bucket},
                                          DestinationEditor::Token::NotNeeded,
                                          this))
    , m_askIfExists(new QCheckBox(tr("As&k about archives that exist"), this))
    , m_start(new QCheckBox(tr("&Start jobs at once"), this))
    , m_askEachTime(new QCheckBox(tr("Ask &each time images are added"), this))
{
    m_askEachTime->setToolTip(tr("Otherwise only the first time, and with the Shift key held"));
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Preset:"), m_options);
    form->addRow(tr("A&rchives go:"), m_destination);
    form->addRow(QString(), m_askIfExists);
    form->addRow(QString(), m_start);
    form->addRow(QString(), m_askEachTime);
    connect(&m_options->form(), &OptionsForm::changed, this, &AddingPage::changed);
    connect(m_destination, &DestinationEditor::changed, this, &AddingPage::changed);
}

AddChoice AddingPage::choice() const
{
    return {.options = m_options->form().applyTo({}),
            .destination = m_destination->destination(),
            .isAskedIfExists = m_askIfExists->isChecked(),
            .isStarted = m_start->isChecked()};
}

bool AddingPage::isAskedEachTime() const
{
    return m_askEachTime->isChecked();
}

void AddingPage::fill(const AddChoice &choice, bool isAskedEachTime)
{
    m_options->form().setOptions(choice.options);
    m_destination->setDestination(choice.destination);
    m_askIfExists->setChecked(choice.isAskedIfExists);
    m_start->setChecked(choice.isStarted);
    m_askEachTime->setChecked(isAskedEachTime);
}

QString AddingPage::problem() const
{
    const QString problem = m_options->form().problem();
    return problem.isEmpty() ? m_destination->problem() : problem;
}

} // namespace createzoom
