// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/colourbutton.h"

#include <QColorDialog>
#include <QPainter>

namespace createzoom {

ColourButton::ColourButton(QWidget *parent)
    : QPushButton(parent)
{
    connect(this, &QPushButton::clicked, this, &ColourButton::choose);
    setColour(Qt::white);
}

void ColourButton::setColour(const QColor &colour)
{
    constexpr int edge = 16;
    const bool isOther = colour != m_colour;
    m_colour = colour;
    setText(colour.name());
    QPixmap swatch(QSize(edge, edge) * devicePixelRatioF());
    swatch.setDevicePixelRatio(devicePixelRatioF());
    swatch.fill(colour);
    QPainter painter(&swatch);
    painter.setPen(palette().color(QPalette::ButtonText));
    painter.drawRect(QRectF(0.5, 0.5, edge - 1, edge - 1));
    painter.end();
    setIcon(swatch);
    if (isOther)
        Q_EMIT colourChanged(colour);
}

void ColourButton::choose()
{
    auto *dialog = new QColorDialog(m_colour, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(accessibleName());
    connect(dialog, &QColorDialog::colorSelected, this, &ColourButton::setColour);
    dialog->open();
}

} // namespace createzoom
