// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPushButton>

namespace createzoom {

/// Shows a colour and its code, and lets choose another. GUI thread.
class ColourButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ColourButton(QWidget *parent = nullptr);

    QColor colour() const { return m_colour; }
    void setColour(const QColor &colour);

Q_SIGNALS:
    void colourChanged(const QColor &colour);

private:
    void choose();

    QColor m_colour{Qt::white};
};

} // namespace createzoom
