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

/// Sends every Qt message to stderr as one line "TIME LEVEL category: text", with secrets masked.
/// Once, from main().
void installLogHandler();

/// While it lives, the log lines of its thread begin with "[mark]": what a request made the program
/// say can be found by the request's id. A local variable; the innermost counts.
class LogMark
{
public:
    explicit LogMark(QByteArray mark);
    ~LogMark();
    LogMark(const LogMark &) = delete;
    LogMark &operator=(const LogMark &) = delete;

private:
    const QByteArray m_mark;
    const LogMark *const m_outer;

    friend QString markedText(const QString &text);
};

/// `text` behind the mark of this thread.
QString markedText(const QString &text);

/// Replaces what looks like a secret (Bearer tokens, JWTs, signatures and credentials of presigned
/// URLs, passwords in URLs) by "***", and control characters by spaces. Every text that leaves the
/// process passes here.
QString masked(const QString &text);

} // namespace createzoom
