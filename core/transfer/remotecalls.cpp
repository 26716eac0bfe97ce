// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/remotecalls.h"

#include "core/base/logging.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUrl>

#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qsizetype maxMessage = 500;

Error noUsableAnswer()
{
    return {ErrorCode::RemoteFailure,
            u"What answers at this address is no CreateZoom of a version that can be used"_s};
}

} // namespace

RemoteCalls::RemoteCalls(const QByteArray &baseUrl, Secret token, const TransferLimits &limits)
    : RemoteCalls(
        baseUrl,
        [shared = std::make_shared<Secret>(std::move(token))](
            const QByteArray &, const QByteArray &) { return shared->copy(); },
        limits)
{}

RemoteCalls::RemoteCalls(const QByteArray &baseUrl,
                         Credentials credentials,
                         const TransferLimits &limits)
    : m_baseUrl(baseUrl)
    , m_credentials(std::move(credentials))
    , m_lines(limits)
{}

Result<HttpReply> RemoteCalls::send(const Call &call)
{
    const QByteArray path = "/api/v1/" + call.path;
    const Secret token = m_credentials(call.verb, path);
    OutgoingRequest request{.verb = call.verb,
                            .url = m_baseUrl + path,
                            .bearer = &token,
                            .headers = call.headers,
                            .followsRedirects = false};
    if (call.body) {
        request.headers << std::pair<QByteArray, QByteArray>{"Content-Type", "application/json"};
        request.body = QJsonDocument(*call.body).toJson(QJsonDocument::Compact);
    }
    Result<HttpReply> reply = m_lines.send(request, call.stop);
    if (!reply && reply.error().code != ErrorCode::Cancelled)
        return reply.error().withContext(u"The server could not be asked"_s);
    return reply;
}

Result<QByteArray> RemoteCalls::bytes(const Call &call)
{
    Result<HttpReply> reply = send(call);
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return problemError(*reply);
    return std::move(reply->body);
}

Result<QJsonObject> RemoteCalls::json(const Call &call)
{
    const Result<QByteArray> body = bytes(call);
    if (!body)
        return body.error();
    const QJsonDocument document = QJsonDocument::fromJson(*body);
    return document.isObject() ? Result<QJsonObject>(document.object()) : noUsableAnswer();
}

Result<void> RemoteCalls::order(const Call &call)
{
    const Result<QByteArray> body = bytes(call);
    return body ? Result<void>() : body.error();
}

Error problemError(const HttpReply &refusal)
{
    const QJsonObject json = QJsonDocument::fromJson(refusal.body).object();
    const auto code = errorCodeFromName(json.value(u"code").toString());
    const QString sentence = masked(json.value(u"detail").toString().left(maxMessage));
    if (!code || sentence.isEmpty()) {
        // A limit of the server's door, a proxy before it, or something else altogether.
        const bool isFound = refusal.status >= 400 && refusal.status != 404;
        return isFound ? httpError(refusal, {u"the server"_s, {}}) : noUsableAnswer();
    }
    return {*code,
            sentence,
            u"HTTP status %1"_s.arg(refusal.status),
            parseRetryAfter(refusal.header("retry-after"), QDateTime::currentDateTimeUtc())};
}

QByteArray pathSegment(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace createzoom
