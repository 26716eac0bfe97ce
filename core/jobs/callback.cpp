// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/callback.h"

#include "core/jobs/jobjson.h"

#include <QJsonObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qsizetype maxUrl = 2048;
constexpr qsizetype maxSecret = 1024;

} // namespace

Result<Callback> makeCallback(const QString &url, Secret secret)
{
    const QUrl parsed(url, QUrl::StrictMode);
    const bool isHttp = parsed.scheme() == "https"_L1 || parsed.scheme() == "http"_L1;
    if (!parsed.isValid() || !isHttp || parsed.host().isEmpty() || url.size() > maxUrl)
        return Error{ErrorCode::InvalidRequest,
                     u"callback.url must be an http(s) URL of at most 2048 characters"_s}
            .inField(u"#/callback/url"_s);
    if (!parsed.userInfo().isEmpty())
        return Error{ErrorCode::InvalidRequest, u"callback.url must not hold a password"_s}.inField(
            u"#/callback/url"_s);
    if (secret.expose().size() > maxSecret)
        return Error{ErrorCode::InvalidRequest, u"callback.secret must have at most 1024 bytes"_s}
            .inField(u"#/callback/secret"_s);
    return Callback{.url = parsed, .secret = std::move(secret)};
}

Secret toSecret(const Callback &callback)
{
    return Secret(jsonBytes({{u"url"_s, QString::fromLatin1(callback.url.toEncoded())},
                             {u"secret"_s, QString::fromUtf8(callback.secret.expose())}}));
}

Result<Callback> callbackFrom(const Secret &text)
{
    const QJsonObject json = jsonObject(text.expose());
    const QUrl url = QUrl::fromEncoded(json.value(u"url").toString().toLatin1());
    if (url.isEmpty())
        return Error{ErrorCode::Internal, u"What was kept of a callback is none"_s};
    return Callback{.url = url, .secret = Secret(json.value(u"secret").toString().toUtf8())};
}

QString callbackSeal(const QString &jobId)
{
    return u"callback of "_s + jobId;
}

QString originOf(const Callback &callback)
{
    return callback.url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment
                                 | QUrl::RemoveUserInfo);
}

} // namespace createzoom
