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

bool isOfDomain(const QString &email, const QStringList &domains)
{
    const qsizetype at = email.lastIndexOf(u'@');
    if (at < 1)
        return false;
    const QStringView domain = QStringView(email).sliced(at + 1);
    return std::any_of(domains.begin(), domains.end(), [domain](const QString &entry) {
        const QStringView allowed = QStringView(entry).sliced(entry.startsWith(u'@') ? 1 : 0);
        return !allowed.isEmpty() && domain.compare(allowed, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

Authenticator::Authenticator(AdminRules rules, Clock clock)
    : m_rules(std::move(rules))
    , m_clock(std::move(clock))
{}

Result<void> Authenticator::checkAdmin(const QByteArray &bearer, Right right)
{
    if (bearer.isEmpty())
        return invalidToken();
    if (isLocalToken(bearer))
        return {};
    if (!m_rules.identify)
        return invalidToken();
    const Result<QString> email = emailOf(bearer);
    return email ? checkEmail(*email, right) : email.error();
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

Result<void> Authenticator::checkEmail(const QString &email, Right right) const
{
    const bool mayChange = isOfDomain(email, m_rules.actionDomains);
    if (!mayChange && !isOfDomain(email, m_rules.domains))
        return Error{ErrorCode::Forbidden, u"Unauthorized email domain"_s};
    if (!mayChange && right == Right::Change)
        return Error{
            ErrorCode::Forbidden,
            u"This account may see the jobs, not change them (admin-actions-domains names those that do)"_s};
    return {};
}

} // namespace createzoom
