// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/webhook.h"

#include "core/transfer/httptransfer.h"
#include "core/transfer/privateaddress.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int gone = 410;

QByteArray secondsOf(const WebhookMessage &message)
{
    return QByteArray::number(message.sentAt / 1000);
}

QByteArray keyOf(const Secret &secret)
{
    const QByteArray prefix = "whsec_"_ba;
    if (!secret.expose().startsWith(prefix))
        return secret.expose();
    const auto decoded = QByteArray::fromBase64Encoding(secret.expose().sliced(prefix.size()),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : secret.expose();
}

} // namespace

QByteArray webhookSignature(const Secret &secret, const WebhookMessage &message)
{
    const QByteArray text = message.id + '.' + secondsOf(message) + '.' + message.body;
    const QByteArray mac
        = QMessageAuthenticationCode::hash(text, keyOf(secret), QCryptographicHash::Sha256);
    return "v1," + mac.toBase64();
}

Webhooks::Webhooks(const Rules &rules)
    : m_rules(rules)
{}

Result<void> Webhooks::check(const QUrl &url) const
{
    if (m_rules.mayCallPrivate || !isPrivateHost(url.host()))
        return {};
    return Error{
        ErrorCode::InvalidRequest,
        u"callback.url must not be on this machine or in a private network; the server's setting "
        u"private-callbacks allows it"_s}
        .inField(u"#/callback/url"_s);
}

Result<void> Webhooks::tell(const Callback &callback,
                            const WebhookMessage &message,
                            const StepControl &control) const
{
    const Result<QList<QByteArray>> addresses = addressesOf(callback.url.host());
    if (!addresses)
        return addresses.error();
    OutgoingRequest request{.verb = "POST"_ba,
                            .url = callback.url.toEncoded(),
                            .headers = {{"Content-Type"_ba, "application/json"_ba},
                                        {"webhook-id"_ba, message.id},
                                        {"webhook-timestamp"_ba, secondsOf(message)}},
                            .body = message.body,
                            .followsRedirects = false};
    if (!callback.secret.isEmpty())
        request.headers.append(
            {"webhook-signature"_ba, webhookSignature(callback.secret, message)});
    HttpTransfer http({.stallTimeout = m_rules.timeout, .callTimeout = m_rules.timeout},
                      QDeadlineTimer(m_rules.timeout));
    // A name may have an address that is not listened at, such as ::1 beside 127.0.0.1. Twice told
    // is no harm: the id is the same.
    Result<HttpReply> reply = Error{ErrorCode::Network, u"its name is not known"_s};
    for (const QByteArray &address : *addresses) {
        request.address = address;
        reply = http.send(request, control);
        if (reply || reply.error().code != ErrorCode::Network)
            break;
    }
    if (!reply)
        return reply.error();
    if (reply->status == gone)
        return Error{ErrorCode::NotFound, u"it answered that it wants no more of it (410)"_s};
    if (!reply->isSuccess())
        return Error{ErrorCode::RemoteFailure, u"it answered with status %1"_s.arg(reply->status)};
    return {};
}

Result<QList<QByteArray>> Webhooks::addressesOf(const QString &host) const
{
    const QHostAddress literal(host);
    const QList<QHostAddress> addresses
        = literal.isNull() ? QHostInfo::fromName(host).addresses() : QList{literal};
    if (addresses.isEmpty())
        return Error{ErrorCode::Network, u"its name is not known"_s};
    const bool isAllowed = m_rules.mayCallPrivate
        || std::none_of(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
                               return isPrivate(address);
                           });
    if (!isAllowed)
        return Error{ErrorCode::Forbidden, u"its address is one of a private network"_s};
    QList<QByteArray> texts;
    for (const QHostAddress &address : addresses)
        texts.append(address.toString().toLatin1());
    return texts;
}

} // namespace createzoom
