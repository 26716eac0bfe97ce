// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/rangeeditor.h"

#include <QComboBox>
#include <QDoubleValidator>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString given = u"given"_s;

} // namespace

RangeEditor::RangeEditor(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_low(new QLineEdit(u"0"_s, this))
    , m_high(new QLineEdit(u"255"_s, this))
{
    m_kind->addItem(tr("From each image"), u"auto"_s);
    m_kind->addItem(tr("The full range"), u"full"_s);
    m_kind->addItem(tr("The same for all:"), given);
    m_kind->setAccessibleName(tr("Black and white"));
    m_low->setAccessibleName(tr("Value that becomes black"));
    m_high->setAccessibleName(tr("Value that becomes white"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kind, 1);
    for (QLineEdit *end : {m_low, m_high}) {
        auto *numbers = new QDoubleValidator(end);
        numbers->setLocale(QLocale::c()); // as on the command line: a decimal point
        end->setValidator(numbers);
        end->setMaximumWidth(fontMetrics().horizontalAdvance(u"-0000000.0"_s));
        row->addWidget(end);
        connect(end, &QLineEdit::textChanged, this, &RangeEditor::edited);
    }
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showEnds();
        Q_EMIT edited();
    });
    showEnds();
}

QString RangeEditor::text() const
{
    const QString kind = m_kind->currentData().toString();
    return kind == given ? m_low->text() + u',' + m_high->text() : kind;
}

void RangeEditor::setText(const QString &text)
{
    const int known = m_kind->findData(text);
    m_kind->setCurrentIndex(known >= 0 ? known : m_kind->findData(given));
    if (known < 0) {
        m_low->setText(text.section(u',', 0, 0));
        m_high->setText(text.section(u',', 1));
    }
}

void RangeEditor::showEnds()
{
    const bool isGiven = m_kind->currentData().toString() == given;
    m_low->setVisible(isGiven);
    m_high->setVisible(isGiven);
}

} // namespace createzoom
