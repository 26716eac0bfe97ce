// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/tokenedit.h"

#include "core/jobs/webtoken.h"
#include "ui/tone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

bool isExpired(const Secret &token, qint64 now)
{
    const std::optional<qint64> expiry = tokenExpiry(token);
    return expiry && *expiry <= now;
}

QString lengthOf(qint64 milliseconds)
{
    const qint64 hours = milliseconds / hour;
    const qint64 minutes = milliseconds % hour / minute;
    if (hours >= 48)
        return TokenEdit::tr("%n days", nullptr, static_cast<int>(hours / 24));
    if (hours == 0)
        return TokenEdit::tr("%1 min").arg(minutes);
    return TokenEdit::tr("%1 h %2 min").arg(hours).arg(minutes);
}

} // namespace

TokenEdit::TokenEdit(Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(std::move(clock))
    , m_line(new QLineEdit(this))
    , m_expiry(new QLabel(this))
{
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setAccessibleName(tr("Token"));
    m_line->setPlaceholderText(tr("Paste the token here"));
    m_line->setToolTip(tr("Proves to the bucket who you are. It is kept sealed until the jobs end, "
                          "and is never shown"));
    m_expiry->setAccessibleName(tr("How long the token holds"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_line);
    column->addWidget(m_expiry);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        showExpiry();
        Q_EMIT tokenChanged();
    });
    showExpiry();
}

Secret TokenEdit::token() const
{
    QString text = m_line->text().trimmed();
    const QString scheme = u"Bearer "_s; // as it is copied from a request
    if (text.startsWith(scheme, Qt::CaseInsensitive))
        text = text.sliced(scheme.size()).trimmed();
    return Secret(text.toUtf8());
}

bool TokenEdit::isUsable() const
{
    const Secret secret = token();
    return !secret.isEmpty() && !isExpired(secret, m_clock());
}

void TokenEdit::showExpiry()
{
    const Secret secret = token();
    QPalette colours = palette();
    if (isExpired(secret, m_clock()))
        colours.setColor(QPalette::WindowText, toneColor(Tone::Error, palette()));
    m_expiry->setPalette(colours);
    m_expiry->setText(expiryText(secret, m_clock()));
    m_expiry->setVisible(!secret.isEmpty());
}

QString expiryText(const Secret &token, qint64 now)
{
    if (token.isEmpty())
        return {};
    const std::optional<qint64> expiry = tokenExpiry(token);
    if (!expiry)
        return TokenEdit::tr("This token does not say how long it holds.");
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(*expiry);
    const QString when = QLocale().toString(end, QLocale::ShortFormat);
    if (*expiry <= now)
        return TokenEdit::tr("Expired at %1. Sign in again and paste a new one.").arg(when);
    return TokenEdit::tr("Holds for %1, until %2.").arg(lengthOf(*expiry - now), when);
}

} // namespace createzoom
