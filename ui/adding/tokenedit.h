// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace createzoom {

/// Takes a pasted token, never shows it, and says until when it holds. GUI thread.
class TokenEdit : public QWidget
{
    Q_OBJECT

public:
    explicit TokenEdit(Clock clock = systemClock(), QWidget *parent = nullptr);

    Secret token() const;
    /// There is one, and it has not expired as far as it says.
    bool isUsable() const;

Q_SIGNALS:
    void tokenChanged();

private:
    void showExpiry();

    Clock m_clock;
    QLineEdit *m_line = nullptr;
    QLabel *m_expiry = nullptr;
};

/// "Holds for 2 h 10 min, until 14:05" or that it has expired. `now` in UTC milliseconds.
QString expiryText(const Secret &token, qint64 now);

} // namespace createzoom
