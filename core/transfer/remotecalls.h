// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/transfer/httplines.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <stop_token>
#include <utility>

namespace createzoom {

/// What a call shows the server: verb ("GET") and path ("/api/v1/jobs/1/log").
using Credentials = std::function<Secret(const QByteArray &verb, const QByteArray &path)>;

/// Calls of one server's /api/v1, with its token and nobody else's: no redirect is followed. Turns
/// its problems into our errors, with the code that the server gave. Any thread; each call blocks
/// within its time limits. Shared by RemoteJobs and the pyramids that it opened.
class RemoteCalls
{
public:
    /// `baseUrl`: "https://host/prefix", without "/api/v1".
    RemoteCalls(const QByteArray &baseUrl, Secret token, const TransferLimits &limits);
    RemoteCalls(const QByteArray &baseUrl, Credentials credentials, const TransferLimits &limits);

    struct Call
    {
        QByteArray verb = QByteArrayLiteral("GET");
        QByteArray path{}; ///< "jobs/1/log": below /api/v1/, encoded
        std::optional<QJsonObject> body{};
        QList<std::pair<QByteArray, QByteArray>> headers{};
        std::stop_token stop{}; ///< ends the call with Cancelled
    };
    /// Any answer; an Error says that there was none.
    Result<HttpReply> send(const Call &call);
    /// The body of a success.
    Result<QByteArray> bytes(const Call &call);
    Result<QJsonObject> json(const Call &call);
    Result<void> order(const Call &call);
    void cutOff() { m_lines.cutOff(); }

private:
    const QByteArray m_baseUrl;
    const Credentials m_credentials;
    HttpLines m_lines;
};

/// What a refusal of a server says. RemoteFailure when it is not one of a CreateZoom's.
Error problemError(const HttpReply &refusal);

/// A job's id as a part of a path.
QByteArray pathSegment(const QString &text);

} // namespace createzoom
