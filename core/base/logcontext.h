// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace createzoom {

/// What a thread is at, for its log lines: the job, and the request of a client. While a
/// LogContext lives, the lines of its thread carry its value; one inside another hides the outer
/// value of its kind until it ends. A local variable.
class LogContext
{
public:
    enum class Kind { Job, Request };

    LogContext(Kind kind, const QString &value);
    ~LogContext();
    LogContext(const LogContext &) = delete;
    LogContext &operator=(const LogContext &) = delete;

    /// Of the calling thread; empty when it is at none.
    static QString current(Kind kind);

private:
    const Kind m_kind;
    QString m_outer{};
};

} // namespace createzoom
