// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logcontext.h"

#include <utility>

namespace createzoom {

namespace {

QString &valueOf(LogContext::Kind kind)
{
    thread_local QString job;
    thread_local QString request;
    return kind == LogContext::Kind::Job ? job : request;
}

} // namespace

LogContext::LogContext(Kind kind, const QString &value)
    : m_kind(kind)
    , m_outer(std::exchange(valueOf(kind), value))
{}

LogContext::~LogContext()
{
    valueOf(m_kind) = std::move(m_outer);
}

QString LogContext::current(Kind kind)
{
    return valueOf(kind);
}

} // namespace createzoom
