// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QTimer;

namespace createzoom {

/// "Looking for images… 1,234 found" with a way to stop it; appears only when that takes longer
/// than a blink. GUI thread.
class ScanBar : public QFrame
{
    Q_OBJECT

public:
    explicit ScanBar(QWidget *parent = nullptr);

    void showScanning(qsizetype found);
    void end();

Q_SIGNALS:
    void cancelled();

private:
    QLabel *m_text = nullptr;
    QTimer *m_delay = nullptr;
};

} // namespace createzoom
