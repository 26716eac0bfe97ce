// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QStringList>

#include <functional>

namespace createzoom {

/// Asks the identity service whose token this is: the e-mail, empty when it names none;
/// AuthRequired or AuthExpired when the service refuses the token. Blocks, within a time limit of
/// its own; called on several threads at once.
using IdentityFunction = std::function<Result<QString>(const Secret &token)>;

/// What an admin wants to do.
enum class Right {
    See, ///< everybody's jobs, the queue, the workers
    Change, ///< them
};

struct AdminRules
{
    QStringList domains{}; ///< "@medisin.uio.no": may see
    QStringList actionDomains{}; ///< may see and change
    Secret localToken{}; ///< the token of this server's own; empty: none
    IdentityFunction identify{}; ///< empty: only the local token counts
};

/// Decides who is an admin. An answer of the identity service is kept for a minute, refusals and
/// failures for less, under the token's hash. Any thread; check() may wait for the network.
class Authenticator
{
public:
    Authenticator(AdminRules rules, Clock clock);

    /// Errors: AuthRequired, Forbidden, Unavailable. The server's own token may do everything.
    Result<void> checkAdmin(const QByteArray &bearer, Right right = Right::See);
    /// Is this anybody's token at all? Errors as above, but never Forbidden.
    Result<void> checkUser(const QByteArray &bearer);
    /// Is this the token of who submitted a job (JobRequest::submitter)? A name in a token counts
    /// only when the identity service accepts the token: anybody can write one. Errors as above.
    Result<void> checkSubmitter(const QByteArray &bearer, const QString &submitter);

    /// It opens this server and is good for nothing else: never a token for a bucket.
    bool isLocalToken(const QByteArray &bearer) const;
    /// Answers may have to wait for another machine.
    bool asksOthers() const { return bool(m_rules.identify); }

private:
    struct Known
    {
        Result<QString> email;
        qint64 until = 0;
    };
    Result<QString> emailOf(const QByteArray &bearer);
    void remember(const QByteArray &key, const Result<QString> &email);
    Result<void> checkEmail(const QString &email, Right right) const;

    const AdminRules m_rules;
    const Clock m_clock;
    QMutex m_mutex{}; ///< guards m_known
    QHash<QByteArray, Known> m_known{};
};

} // namespace createzoom
