// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/presetbar.h"

#include "ui/adding/optionsform.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

namespace createzoom {

PresetBar::PresetBar(QSettings &settings, OptionsForm &form, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_form(form)
    , m_box(new QComboBox(this))
    , m_save(new QPushButton(tr("&Save as preset…"), this))
    , m_remove(new QPushButton(tr("Re&move preset"), this))
{
    m_box->setAccessibleName(tr("Preset"));
    m_box->setPlaceholderText(tr("Own options"));
    m_save->setToolTip(tr("Keep these options under a name"));
    m_remove->setToolTip(tr("Forget this preset; jobs that were added with it stay as they are"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box, 1);
    row->addWidget(m_save);
    row->addWidget(m_remove);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, &PresetBar::choose);
    connect(m_save, &QPushButton::clicked, this, &PresetBar::askForName);
    connect(m_remove, &QPushButton::clicked, this, &PresetBar::removeShown);
    connect(&m_form, &OptionsForm::changed, this, &PresetBar::follow);
    fill();
}

void PresetBar::fill()
{
    m_presets = loadPresets(m_settings);
    m_box->clear();
    for (const NamedPreset &preset : m_presets)
        m_box->addItem(preset.name);
    follow();
}

void PresetBar::follow()
{
    const std::optional<qsizetype> shown = presetOf(m_presets, m_form.applyTo({}));
    m_box->setCurrentIndex(shown ? static_cast<int>(*shown) : -1);
    m_remove->setEnabled(shown && !m_presets.at(*shown).isBuiltIn);
    m_save->setEnabled(!shown && m_form.problem().isEmpty());
}

void PresetBar::choose(int index)
{
    ConversionOptions options = m_presets.at(index).options;
    options.exists = m_form.applyTo({}).exists;
    m_form.setOptions(options);
}

void PresetBar::askForName()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save as preset"));
    dialog->setLabelText(tr("Name of the preset:"));
    connect(dialog, &QInputDialog::textValueSelected, this, &PresetBar::save);
    dialog->open();
}

void PresetBar::save(const QString &name)
{
    if (savePreset(m_settings, name, m_form.applyTo({}))) {
        fill();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Information,
                                tr("Save as preset"),
                                tr("“%1” cannot be the name of a preset of yours.").arg(name),
                                QMessageBox::Ok,
                                this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void PresetBar::removeShown()
{
    if (m_box->currentIndex() < 0)
        return;
    removePreset(m_settings, m_presets.at(m_box->currentIndex()).name);
    fill();
}

} // namespace createzoom
