// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/authenticator.h"

#include "core/jobs/webtoken.h"

#include <QCryptographicHash>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using std::chrono::milliseconds;
constexpr milliseconds keepEmail{60'000};
constexpr milliseconds keepRefusal{10'000};
constexpr milliseconds keepFailure{2'000};

/// Random tokens must not fill the memory.
constexpr qsizetype maxKnown = 1000;

Error invalidToken()
{
    return {ErrorCode::AuthRequired, u"Missing or invalid token"_s};
}

/// The service's own words are for the log.
Error translated(const Error &error)
{
    const bool isRefusal = error.code == ErrorCode::AuthRequired
        || error.code == ErrorCode::AuthExpired || error.code == ErrorCode::Forbidden;
    if (isRefusal)
        return invalidToken();
    return {ErrorCode::Unavailable,
            u"The identity service cannot be reached: try again"_s,
            error.message,
            error.retryAfter};
}

milliseconds lifetimeOf(const Result<QString> &email)
{
    if (email)
        return keepEmail;
    return email.error().code == ErrorCode::AuthRequired ? keepRefusal : keepFailure;
}

} // namespace

Authenticator::Authenticator(AdminRules rules, Clock clock)
    : m_rules(std::move(rules))
    , m_clock(std::move(clock))
{}

Result<void> Authenticator::checkAdmin(const QByteArray &bearer)
{
    if (bearer.isEmpty())
        return invalidToken();
    if (isLocalToken(bearer))
        return {};
    if (!m_rules.identify)
        return invalidToken();
    const Result<QString> email = emailOf(bearer);
    if (!email)
        return email.error();
    if (!isAdminEmail(*email))
        return Error{ErrorCode::Forbidden, u"Unauthorized email domain"_s};
    return {};
}

Result<void> Authenticator::checkUser(const QByteArray &bearer)
{
    const Result<void> admin = checkAdmin(bearer);
    return !admin && admin.error().code == ErrorCode::Forbidden ? Result<void>() : admin;
}

Result<void> Authenticator::checkSubmitter(const QByteArray &bearer, const QString &submitter)
{
    if (bearer.isEmpty())
        return invalidToken();
    const Secret token(bearer);
    if (submitter.isEmpty() || submitterOf(token) != submitter)
        return Error{ErrorCode::Forbidden, u"This job was submitted by somebody else"_s};
    if (tokenHash(token) == submitter)
        return {};
    if (!m_rules.identify)
        return invalidToken();
    const Result<QString> email = emailOf(bearer);
    return email ? Result<void>() : email.error();
}

bool Authenticator::isLocalToken(const QByteArray &bearer) const
{
    return !m_rules.localToken.isEmpty() && m_rules.localToken.equals(bearer);
}

Result<QString> Authenticator::emailOf(const QByteArray &bearer)
{
    const QByteArray key = QCryptographicHash::hash(bearer, QCryptographicHash::Sha256);
    {
        const QMutexLocker locker(&m_mutex);
        const auto known = m_known.constFind(key);
        if (known != m_known.constEnd() && known->until > m_clock())
            return known->email;
    }
    Result<QString> email = m_rules.identify(Secret(bearer));
    if (!email)
        email = translated(email.error());
    remember(key, email);
    return email;
}

void Authenticator::remember(const QByteArray &key, const Result<QString> &email)
{
    const qint64 now = m_clock();
    const QMutexLocker locker(&m_mutex);
    if (m_known.size() >= maxKnown)
        m_known.removeIf([now](const auto &entry) { return entry.value().until <= now; });
    if (m_known.size() >= maxKnown)
        m_known.clear();
    m_known.insert(key, {email, now + qint64(lifetimeOf(email).count())});
}

bool Authenticator::isAdminEmail(const QString &email) const
{
    const qsizetype at = email.lastIndexOf(u'@');
    if (at < 1)
        return false;
    const QStringView domain = QStringView(email).sliced(at + 1);
    return std::any_of(
        m_rules.domains.begin(), m_rules.domains.end(), [domain](const QString &entry) {
            const QStringView allowed = QStringView(entry).sliced(entry.startsWith(u'@') ? 1 : 0);
            return !allowed.isEmpty() && domain.compare(allowed, Qt::CaseInsensitive) == 0;
        });
}

} // namespace createzoom
