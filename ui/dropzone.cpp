// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dropzone.h"

#include "ui/symbolicicon.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int iconSize = 96;
constexpr int inset = 24;

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

void DropZone::setInviting(bool inviting)
{
    m_isInviting = inviting;
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

    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    const int largeHeight = QFontMetrics(large).height();
    const int total = iconSize + 16 + largeHeight + 8 + fontMetrics().height();
    int top = (height() - total) / 2;
    const Tone tone = m_isInviting ? Tone::Accent : Tone::Neutral;
    symbolicIcon(u"drop"_s, tone)
        .paint(&painter, QRect((width() - iconSize) / 2, top, iconSize, iconSize));
    top += iconSize + 16;

    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(large);
    painter.drawText(QRect(0, top, width(), largeHeight), Qt::AlignCenter, tr("Drop images here"));
    top += largeHeight + 8;
    painter.setFont(font());
    painter.drawText(QRect(0, top, width(), fontMetrics().height()),
                     Qt::AlignCenter,
                     tr("TIFF, JPEG, PNG, SVS, NDPI, MRXS and others, or folders of them"));
}

} // namespace createzoom
