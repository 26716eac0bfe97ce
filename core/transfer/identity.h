// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/stepcontrol.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace createzoom {

/// Asks the identity service (IAM) whose token it is. Holds only the address: one object serves all
/// threads; each call blocks and runs on a worker thread.
class Identity
{
public:
    /// `iamUrl`: "https://iam.ebrains.eu/auth/realms/hbp", encoded.
    explicit Identity(const QByteArray &iamUrl,
                      std::chrono::milliseconds timeout = std::chrono::seconds(5));

    /// Empty when the user has none. AuthRequired: the token was refused. One try: somebody waits
    /// for the answer.
    Result<QString> emailOf(const Secret &token, const StepControl &control) const;

private:
    QByteArray m_url{};
    std::chrono::milliseconds m_timeout{};
};

} // namespace createzoom
