// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace createzoom {

Q_DECLARE_LOGGING_CATEGORY(lcJobs) ///< "createzoom.jobs"
Q_DECLARE_LOGGING_CATEGORY(lcTransfer)
Q_DECLARE_LOGGING_CATEGORY(lcPipeline)
Q_DECLARE_LOGGING_CATEGORY(lcServer)
Q_DECLARE_LOGGING_CATEGORY(lcApp)

/// Sends every Qt message to stderr as one line "TIME LEVEL category: text", with secrets masked.
/// Once, from main().
void installLogHandler();

/// Replaces what looks like a secret (Bearer tokens, JWTs, signatures and credentials of presigned
/// URLs, passwords in URLs) by "***", and control characters by spaces. Every text that leaves the
/// process passes here.
QString masked(const QString &text);

} // namespace createzoom
