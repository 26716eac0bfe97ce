// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messageline.h"

#include "ui/symbolicicon.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

struct Look
{
    QString icon{};
    Tone tone = Tone::Accent;
};

Look lookOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Information:
        return {u"information"_s, Tone::Accent};
    case Message::Kind::Warning:
        return {u"warning"_s, Tone::Warning};
    case Message::Kind::Error:
        break;
    }
    return {u"state-failed"_s, Tone::Error};
}

} // namespace

MessageLine::MessageLine(const Message &message, QWidget *parent)
    : QFrame(parent)
    , m_message(message)
    , m_icon(new QLabel(this))
{
    auto *text = new QLabel(message.text, this);
    text->setTextFormat(Qt::PlainText); // names of files are no markup
    text->setForegroundRole(QPalette::Text);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(tr("Message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 4, 4);
    row->addWidget(m_icon);
    row->addWidget(text, 1);
    for (const Message::Button &button : message.buttons) {
        auto *push = new QPushButton(button.text, this);
        connect(push, &QPushButton::clicked, this, [this, act = button.act] {
            if (act)
                act();
            Q_EMIT closed();
        });
        row->addWidget(push);
    }
    auto *close = new QToolButton(this);
    close->setIcon(symbolicIcon(u"close"_s));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, &MessageLine::closed);
    row->addWidget(close);
    showIcon();
    QAccessibleEvent alert(text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageLine::showIcon()
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    const Look look = lookOf(m_message.kind);
    m_icon->setPixmap(
        symbolicIcon(look.icon, look.tone).pixmap(QSize(size, size), devicePixelRatioF()));
}

// A breath of the tone: enough to be seen, too little to hide the text.
void MessageLine::paintEvent(QPaintEvent * /*event*/)
{
    constexpr int edge = 4;
    QPainter painter(this);
    QColor color = toneColor(lookOf(m_message.kind).tone, palette());
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, edge, height())),
                     color);
    color.setAlphaF(0.10F);
    painter.fillRect(rect(), color);
}

void MessageLine::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

} // namespace createzoom
