// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/tokendialog.h"

#include "ui/adding/tokenedit.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace createzoom {

TokenDialog::TokenDialog(const QString &purpose, QWidget *parent)
    : QDialog(parent)
    , m_token(new TokenEdit(systemClock(), this))
{
    setWindowTitle(tr("Token for a bucket"));
    auto *explanation = new QLabel(purpose, this);
    explanation->setTextFormat(Qt::PlainText);
    explanation->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *use = buttons->addButton(tr("&Use the token"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    use->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(explanation);
    column->addWidget(m_token);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(m_token, &TokenEdit::tokenChanged, this, [this, use] {
        use->setEnabled(m_token->isUsable());
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(460, 170);
    m_token->setFocus();
}

Secret TokenDialog::token() const
{
    return m_token->token();
}

} // namespace createzoom
