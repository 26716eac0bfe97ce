// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLoggingCategory>
#include <QString>

namespace createzoom {

Q_DECLARE_LOGGING_CATEGORY(lcJobs) ///< "createzoom.jobs"
Q_DECLARE_LOGGING_CATEGORY(lcTransfer)
Q_DECLARE_LOGGING_CATEGORY(lcPipeline)
Q_DECLARE_LOGGING_CATEGORY(lcServer)
Q_DECLARE_LOGGING_CATEGORY(lcApp)

enum class LogFormat {
    Text, ///< "TIME LEVEL category: text", the text behind "[request_id]" where that is known
    Json, ///< an object on each line: time, level, category, message, and job_id, request_id of
          ///< LogContext where they are known
};

/// Sends every Qt message to stderr as one line, with secrets masked. Once, from main().
void installLogHandler();
/// Text until this is called. Any thread.
void setLogFormat(LogFormat format);

/// A line as the handler writes it, its end of line too. `category` as in QLoggingCategory.
QByteArray logLine(LogFormat format, QtMsgType type, const QString &category, const QString &text);

/// Replaces what looks like a secret (Bearer tokens, JWTs, signatures and credentials of presigned
/// URLs, passwords in URLs) by "***", and control characters by spaces. Every text that leaves the
/// process passes here.
QString masked(const QString &text);

} // namespace createzoom
