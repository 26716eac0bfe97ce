// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/callerpolicy.h"

#include "server/problem.h"

#include <QHostAddress>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QByteArrayList lowered(const QStringList &texts)
{
    QByteArrayList bytes;
    std::transform(texts.begin(), texts.end(), std::back_inserter(bytes), [](const QString &text) {
        return (text.endsWith(u'/') ? text.chopped(1) : text).toUtf8().toLower();
    });
    return bytes;
}

/// "[::1]:8000" -> "::1", "lab.example.:8000" -> "lab.example"
QByteArray nameOf(const QByteArray &host)
{
    const qsizetype colon = host.lastIndexOf(':');
    const bool hasPort = colon > host.lastIndexOf(']');
    QByteArray name = (hasPort ? host.left(colon) : host).toLower();
    if (name.startsWith('[') && name.endsWith(']'))
        name = name.mid(1, name.size() - 2);
    return name.endsWith('.') ? name.chopped(1) : name;
}

/// These change nothing, and a page of another origin cannot read the answer.
bool isSafe(const QByteArray &method)
{
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

bool isAddress(const QByteArray &name)
{
    return !QHostAddress(QString::fromLatin1(name)).isNull();
}

} // namespace

CallerPolicy::CallerPolicy(const QStringList &hosts, const QStringList &origins)
    : m_hosts(lowered(hosts))
    , m_origins(lowered(origins))
{}

std::optional<HttpAnswer> CallerPolicy::refusal(const HttpRequest &request) const
{
    if (!isOurName(request.field("host")))
        return refusalAnswer(
            request, 421, u"This server does not go by that name (allowed-hosts names more)"_s);
    if (!isSafe(request.method) && !mayChange(request))
        return refusalAnswer(
            request,
            403,
            u"Pages of this origin may not call (allowed-origins names those that do)"_s);
    return std::nullopt;
}

/// HTTP/1.0 has no Host, and no browser speaks it.
bool CallerPolicy::isOurName(const QByteArray &host) const
{
    const QByteArray name = nameOf(host);
    return name.isEmpty() || m_hosts.contains("*") || m_hosts.contains(name) || name == "localhost"
        || name.endsWith(".localhost") || isAddress(name);
}

bool CallerPolicy::mayChange(const HttpRequest &request) const
{
    const QByteArray origin = request.field("origin").toLower();
    if (origin.isEmpty() || m_origins.contains("*") || m_origins.contains(origin))
        return true;
    const QByteArray host = request.field("host").toLower();
    return origin == "http://" + host || origin == "https://" + host; // a page of our own
}

QStringList usualHosts(const QString &listen)
{
    const QString host = QString::fromLatin1(nameOf(listen.toLatin1()));
    const bool isLoopback = host == u"localhost" || QHostAddress(host).isLoopback();
    return isLoopback ? QStringList() : QStringList{u"*"_s};
}

} // namespace createzoom
