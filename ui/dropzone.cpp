// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dropzone.h"

#include "ui/symbolicicon.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int iconSize = 96;
constexpr int inset = 24;
constexpr int iconGap = 16;
constexpr int textGap = 8;

} // namespace

DropZone::DropZone(Use use, QWidget *parent)
    : QWidget(parent)
    , m_use(use)
{
    setAccessibleName(tr("Drop images here"));
    setMinimumHeight(inset * 4 + iconSize);
    if (use == Use::Overlay)
        setAttribute(Qt::WA_TransparentForMouseEvents);
}

void DropZone::setActions(const QList<QAction *> &actions)
{
    m_buttons = new QWidget(this);
    auto *row = new QHBoxLayout(m_buttons);
    for (QAction *action : actions) {
        auto *button = new QPushButton(action->icon(), action->text(), m_buttons);
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [action, button] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip());
        });
        row->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addSpacing(contentHeight());
    column->addWidget(m_buttons, 0, Qt::AlignHCenter);
    column->addStretch(1);
}

int DropZone::contentHeight() const
{
    return iconSize + iconGap + QFontMetrics(largeFont()).height() + textGap
        + fontMetrics().height() + textGap;
}

QFont DropZone::largeFont() const
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    return large;
}

void DropZone::setInviting(bool inviting, const QString &words)
{
    m_isInviting = inviting;
    m_words = words;
    setAccessibleDescription(words);
    update();
}

void DropZone::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor background = palette().color(QPalette::Base);
    if (m_use == Use::Overlay)
        background.setAlphaF(0.92F);
    painter.fillRect(rect(), background);

    QColor line = palette().color(QPalette::Text);
    line.setAlphaF(0.45F);
    if (m_isInviting)
        line = toneColor(Tone::Accent, palette());
    painter.setPen(QPen(line, 2, Qt::DashLine));
    painter.drawRoundedRect(rect().adjusted(inset, inset, -inset, -inset), 12, 12);

    const QFont large = largeFont();
    const int largeHeight = QFontMetrics(large).height();
    const int content = contentHeight();
    int top = m_buttons ? m_buttons->geometry().top() - content : (height() - content) / 2;
    const Tone tone = m_isInviting ? Tone::Accent : Tone::Neutral;
    symbolicIcon(u"drop"_s, tone)
        .paint(&painter, QRect((width() - iconSize) / 2, top, iconSize, iconSize));
    top += iconSize + iconGap;

    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(large);
    painter.drawText(QRect(0, top, width(), largeHeight),
                     Qt::AlignCenter,
                     m_isInviting && !m_words.isEmpty() ? m_words
                                                        : tr("Drop images or folders here"));
    top += largeHeight + textGap;
    painter.setFont(font());
    painter.drawText(QRect(0, top, width(), fontMetrics().height()),
                     Qt::AlignCenter,
                     tr("TIFF, JPEG, PNG, SVS, NDPI, MRXS and others become .dzip pyramids"));
}

} // namespace createzoom
