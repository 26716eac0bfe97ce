// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace createzoom {

/// Which sample values become black and white: the image's own, the format's, or two numbers. GUI
/// thread.
class RangeEditor : public QWidget
{
    Q_OBJECT

public:
    explicit RangeEditor(QWidget *parent = nullptr);

    /// As setOption() takes it: "auto", "full", "0,4095".
    QString text() const;
    void setText(const QString &text);

Q_SIGNALS:
    void edited();

private:
    void showEnds();

    QComboBox *m_kind = nullptr;
    QLineEdit *m_low = nullptr;
    QLineEdit *m_high = nullptr;
};

} // namespace createzoom
