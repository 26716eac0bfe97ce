// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QDialog>

namespace createzoom {

class TokenEdit;

/// Asks for a token, and says what for. GUI thread.
class TokenDialog : public QDialog
{
    Q_OBJECT

public:
    explicit TokenDialog(const QString &purpose, QWidget *parent = nullptr);

    Secret token() const;

private:
    TokenEdit *m_token = nullptr;
};

} // namespace createzoom
