// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messagebar.h"

#include <QFrame>

class QLabel;

namespace createzoom {

/// One message of the MessageBar, which owns it. GUI thread.
class MessageLine : public QFrame
{
    Q_OBJECT

public:
    explicit MessageLine(const Message &message, QWidget *parent = nullptr);

    const Message &message() const { return m_message; }

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showIcon();

    const Message m_message;
    QLabel *m_icon = nullptr;
};

} // namespace createzoom
