// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>
#include <QUrl>

namespace createzoom {

/// Who is to be told that a job has ended: a POST to `url`, signed with `secret` (Standard
/// Webhooks, see core/transfer/webhook). A value; kept sealed with its job, for such an URL is
/// often a secret itself.
struct Callback
{
    QUrl url{};
    Secret secret{}; ///< empty: it is not signed
};

/// By what a caller gives. Errors are InvalidRequest with a sentence for it.
Result<Callback> makeCallback(const QString &url, Secret secret);

/// As one text to be sealed, and back (Internal: it is none).
Secret toSecret(const Callback &callback);
Result<Callback> callbackFrom(const Secret &text);

/// What a callback of that job is bound to when it is sealed: not what its token is.
QString callbackSeal(const QString &jobId);

/// "https://lab.example.org": what may be written down of it.
QString originOf(const Callback &callback);

} // namespace createzoom
