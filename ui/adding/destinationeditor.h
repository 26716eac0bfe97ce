// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adding/addchoice.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace createzoom {

class TokenEdit;

/// Chooses where archives go. GUI thread.
class DestinationEditor : public QWidget
{
    Q_OBJECT

public:
    enum class Token { Asked, NotNeeded };

    /// Offers `kinds`, in this order.
    DestinationEditor(const QList<Destination::Kind> &kinds,
                      Token token,
                      QWidget *parent = nullptr);

    Destination destination() const;
    void setDestination(const Destination &destination);
    /// Of a bucket, where one is asked for; else null.
    const TokenEdit *tokenEdit() const { return m_token; }
    /// Why archives cannot go there; empty when they can.
    QString problem() const;
    /// The same of a destination, whatever its token.
    static QString problemOf(const Destination &destination);
    /// "Into one folder: /data/zoom".
    static QString textOf(const Destination &destination);

Q_SIGNALS:
    void changed();

private:
    void layOut();
    void showFields();
    void browse();

    QComboBox *m_kind = nullptr;
    QLabel *m_explanation = nullptr;
    QLineEdit *m_folder = nullptr;
    QPushButton *m_browse = nullptr;
    QLineEdit *m_bucket = nullptr;
    TokenEdit *m_token = nullptr;
};

} // namespace createzoom
