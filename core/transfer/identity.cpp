// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/identity.h"

#include "core/transfer/httptransfer.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

Identity::Identity(const QByteArray &iamUrl, std::chrono::milliseconds timeout)
    : m_url(iamUrl + "/protocol/openid-connect/userinfo"_ba)
    , m_timeout(timeout)
{}

Result<QString> Identity::emailOf(const Secret &token, const StepControl &control) const
{
    const HttpSubject subject{u"the identity service"_s, {}};
    if (token.isEmpty())
        return Error{ErrorCode::AuthRequired, u"A token is needed"_s};
    HttpTransfer http({.stallTimeout = m_timeout, .callTimeout = m_timeout},
                      QDeadlineTimer::Forever);
    const Result<HttpReply> reply = http.send({.url = m_url, .bearer = &token}, control);
    if (!reply && reply.error().code == ErrorCode::Cancelled)
        return reply.error();
    if (!reply)
        return reply.error().withContext(u"The identity service could not be asked"_s);
    if (!reply->isSuccess())
        return httpError(*reply, subject);
    const QJsonDocument answer = QJsonDocument::fromJson(reply->body);
    if (!answer.isObject())
        return Error{ErrorCode::RemoteFailure, u"The identity service gave no usable answer"_s};
    return answer.object().value("email"_L1).toString();
}

} // namespace createzoom
