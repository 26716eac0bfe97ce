// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/optionsform.h"

#include "ui/tone.h"

#include <QGridLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString existsOption = u"exists"_s;
const QString overlapOption = u"overlap"_s;
/// Of no use beside PNG tiles, which lose nothing.
const QString qualityOption = u"quality"_s;

} // namespace

OptionsForm::OptionsForm(Exists exists, QWidget *parent)
    : QWidget(parent)
    , m_problemLabel(new QLabel(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    m_editors = makeOptionEditors(this, [this](size_t index) { noteEdit(index); });
    int row = 0;
    for (OptionEditor &editor : m_editors) {
        auto *label = new QLabel(editor.label + u':', this);
        label->setBuddy(editor.widget);
        label->setToolTip(editor.help);
        auto *note = new QLabel(this);
        note->setText(tr("(differs)"));
        note->setToolTip(
            tr("The selected jobs differ here; each keeps its own until you change it"));
        m_notes.push_back(note);
        grid->addWidget(label, row, 0);
        grid->addWidget(editor.widget, row, 1);
        grid->addWidget(note, row, 2);
        if (editor.option == existsOption && exists == Exists::Elsewhere) {
            label->hide();
            editor.widget->hide();
        }
        ++row;
    }
    m_problemLabel->setWordWrap(true);
    m_problemLabel->setAccessibleName(tr("What is wrong with the options"));
    grid->addWidget(m_problemLabel, row, 0, 1, 3);
    setOptions(ConversionOptions());
}

void OptionsForm::setOptions(const ConversionOptions &options)
{
    setOptions(QList<ConversionOptions>{options});
}

void OptionsForm::setOptions(const QList<ConversionOptions> &several)
{
    m_isFilling = true;
    m_differing.clear();
    for (size_t i = 0; i < m_editors.size(); ++i) {
        const QString &option = m_editors[i].option;
        const QString first = optionText(several.first(), option);
        m_editors[i].setText(first);
        const bool differs = std::any_of(several.begin(), several.end(), [&](const auto &other) {
            return optionText(other, option) != first;
        });
        if (differs)
            m_differing.insert(i);
    }
    m_isFilling = false;
    refresh();
    Q_EMIT changed();
}

ConversionOptions OptionsForm::applyTo(const ConversionOptions &base) const
{
    ConversionOptions options = base;
    options.overlap = 0; // none is too large for a tile size on the way
    int overlap = base.overlap;
    for (size_t i = 0; i < m_editors.size(); ++i) {
        if (m_differing.contains(i))
            continue;
        if (m_editors[i].option == overlapOption)
            overlap = m_editors[i].text().toInt();
        // What cannot be is said by problem(), and nobody applies it.
        [[maybe_unused]] const Result<void> set
            = setOption(options, m_editors[i].option, m_editors[i].text());
    }
    options.overlap = std::min(overlap, options.tileSize / 2);
    return options;
}

void OptionsForm::noteEdit(size_t index)
{
    if (m_isFilling)
        return;
    m_differing.erase(index);
    refresh();
    Q_EMIT changed();
}

void OptionsForm::refresh()
{
    m_problem.clear();
    ConversionOptions options;
    options.overlap = 0;
    bool isJpeg = true;
    for (size_t i = 0; i < m_editors.size(); ++i) {
        const OptionEditor &editor = m_editors[i];
        m_notes[i]->setVisible(m_differing.contains(i));
        const Result<void> set = setOption(options, editor.option, editor.text());
        if (!set && !m_differing.contains(i) && m_problem.isEmpty())
            m_problem
                = tr("%1 is not possible. %2.").arg(editor.widget->accessibleName(), editor.help);
        if (editor.option == u"format"_s)
            isJpeg = editor.text() == u"jpeg"_s || m_differing.contains(i);
    }
    for (OptionEditor &editor : m_editors) {
        if (editor.option == qualityOption)
            editor.widget->setEnabled(isJpeg);
    }
    QPalette colours = m_problemLabel->palette();
    colours.setColor(QPalette::WindowText, toneColor(Tone::Error, palette()));
    m_problemLabel->setPalette(colours);
    m_problemLabel->setText(m_problem);
    m_problemLabel->setVisible(!m_problem.isEmpty());
}

} // namespace createzoom
