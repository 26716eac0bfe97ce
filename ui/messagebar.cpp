// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagebar.h"

#include "ui/messageline.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace createzoom {

namespace {

constexpr qsizetype mostShown = 3;

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_more(new QLabel(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_more);
    m_more->setContentsMargins(34, 2, 4, 2);
    hide();
}

void MessageBar::post(const Message &message)
{
    const QList<MessageLine *> lines = m_lines;
    for (MessageLine *line : lines) { // what is said again is said once
        const Message &other = line->message();
        if (other.text == message.text || (!other.topic.isEmpty() && other.topic == message.topic))
            closeLine(line);
    }
    auto *line = new MessageLine(message, this);
    connect(line, &MessageLine::closed, this, [this, line] { closeLine(line); });
    m_lines.prepend(line);
    m_column->insertWidget(0, line);
    fit();
}

void MessageBar::closeTopic(const QString &topic)
{
    const QList<MessageLine *> lines = m_lines;
    for (MessageLine *line : lines) {
        if (line->message().topic == topic)
            closeLine(line);
    }
}

void MessageBar::closeLine(MessageLine *line)
{
    m_lines.removeOne(line);
    line->hide();
    line->deleteLater(); // it may be the one whose button was pressed
    fit();
}

void MessageBar::fit()
{
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        m_lines.at(i)->setVisible(i < mostShown);
    const int more = static_cast<int>(std::max<qsizetype>(0, m_lines.size() - mostShown));
    m_more->setVisible(more > 0);
    m_more->setText(tr("%n more", nullptr, more));
    setVisible(!m_lines.isEmpty());
}

QString MessageBar::text() const
{
    return m_lines.isEmpty() ? QString() : m_lines.first()->message().text;
}

} // namespace createzoom
