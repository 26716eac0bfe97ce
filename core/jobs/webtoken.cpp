// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/webtoken.h"

#include "core/jobs/jobjson.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QJsonObject tokenClaims(const Secret &token)
{
    const QList<QByteArray> parts = token.expose().split('.');
    if (parts.size() != 3)
        return {};
    return jsonObject(QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding));
}

} // namespace

std::optional<qint64> tokenExpiry(const Secret &token)
{
    const QJsonValue exp = tokenClaims(token).value(u"exp");
    if (!exp.isDouble())
        return std::nullopt;
    // Whatever a token claims, it must not overflow.
    constexpr double farFuture = 1e15;
    const double seconds = std::clamp(std::floor(exp.toDouble()), 0.0, farFuture);
    return static_cast<qint64>(seconds) * 1000;
}

QString submitterOf(const Secret &token)
{
    const QString sub = tokenClaims(token).value(u"sub").toString();
    return sub.isEmpty() ? tokenHash(token) : sub;
}

QString tokenHash(const Secret &token)
{
    const QByteArray hash = QCryptographicHash::hash(token.expose(), QCryptographicHash::Sha256);
    return u"sha256:"_s + QString::fromLatin1(hash.toHex().left(32));
}

} // namespace createzoom
