// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/joboptionsdialog.h"

#include "ui/adding/optionspanel.h"

#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace createzoom {

namespace {

QList<Job> chosenFrom(const QList<Job> &jobs, bool (*isWanted)(const Job &))
{
    QList<Job> chosen;
    std::copy_if(jobs.begin(), jobs.end(), std::back_inserter(chosen), isWanted);
    return chosen;
}

QList<ConversionOptions> optionsOf(const QList<Job> &jobs)
{
    QList<ConversionOptions> options;
    for (const Job &job : jobs)
        options << job.request.options;
    return options;
}

bool isWaiting(const Job &job)
{
    return !isTerminal(job.state) && mayChangeOptions(job);
}

} // namespace

JobOptionsDialog::JobOptionsDialog(QSettings &settings,
                                   const QList<Job> &jobs,
                                   const QList<Job> &all,
                                   QWidget *parent)
    : QDialog(parent)
    , m_selected(chosenFrom(jobs, &mayChangeOptions))
    , m_waiting(chosenFrom(all, &isWaiting))
    , m_options(new OptionsPanel(settings, OptionsForm::Exists::Shown, this))
{
    const auto count = static_cast<int>(m_selected.size());
    const auto waiting = static_cast<int>(m_waiting.size());
    setWindowTitle(count == 1 ? tr("Options of %1").arg(m_selected.first().request.sourceName())
                              : tr("Options of %n jobs", nullptr, count));
    m_options->form().setOptions(optionsOf(m_selected));
    m_options->setFormVisible(true);
    auto *scope = new QGroupBox(tr("Apply to"), this);
    auto *toSelected = new QRadioButton(
        count == 1 ? tr("&This job") : tr("The %n &selected jobs", nullptr, count), scope);
    m_toAll = new QRadioButton(tr("&All %n waiting jobs", nullptr, waiting), scope);
    m_toAll->setEnabled(waiting > 0);
    m_toAll->setToolTip(tr("Of options that differ, each job keeps its own"));
    toSelected->setChecked(true);
    auto *choices = new QVBoxLayout(scope);
    choices->addWidget(toSelected);
    choices->addWidget(m_toAll);
    auto *note
        = new QLabel(tr("Jobs that run, or are done, keep the options they began with."), this);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *apply = buttons->addButton(tr("Apply"), QDialogButtonBox::AcceptRole);
    apply->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_options);
    column->addWidget(scope);
    column->addWidget(note);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_options->form(), &OptionsForm::changed, apply, [this, apply] {
        apply->setEnabled(m_options->form().problem().isEmpty());
    });
}

OptionChanges JobOptionsDialog::changes() const
{
    OptionChanges changes;
    for (const Job &job : m_toAll->isChecked() ? m_waiting : m_selected) {
        const ConversionOptions options = m_options->form().applyTo(job.request.options);
        if (options != job.request.options)
            changes << std::pair(job.id, options);
    }
    return changes;
}

} // namespace createzoom
