// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"
#include "core/jobs/callback.h"

#include <QByteArray>

#include <chrono>

namespace createzoom {

struct WebhookMessage
{
    QByteArray id{}; ///< the same for each try: by it a receiver knows a repetition
    qint64 sentAt = 0; ///< of this try, UTC milliseconds since 1970
    QByteArray body{}; ///< JSON
};

/// "v1,<base64 of HMAC-SHA256>" of "id.seconds.body" by Standard Webhooks 1.0
/// (standardwebhooks.com). A secret "whsec_<base64>" is the key's bytes, any other is the key.
QByteArray webhookSignature(const Secret &secret, const WebhookMessage &message);

/// Tells whoever wants to know of jobs. A caller names the address, so it is judged: nobody shall
/// have this machine call its neighbours. Holds rules only; any thread, each call blocks.
class Webhooks
{
public:
    struct Rules
    {
        bool mayCallPrivate = false; ///< addresses of this machine and of private networks
        std::chrono::milliseconds timeout{10'000};
    };
    explicit Webhooks(const Rules &rules);

    /// By what can be seen without asking anybody. InvalidRequest.
    Result<void> check(const QUrl &url) const;
    /// POST, without redirects. Forbidden: its address is not allowed; NotFound: the receiver wants
    /// no more of it (410); all else may be better later.
    Result<void>
    tell(const Callback &callback, const WebhookMessage &message, const StepControl &control) const;

private:
    Result<QList<QByteArray>> addressesOf(const QString &host) const;

    Rules m_rules;
};

} // namespace createzoom
