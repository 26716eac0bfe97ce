// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes.h"

#include "core/base/logging.h"

#include <algorithm>
#include <exception>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qsizetype maxIdentifier = 64;

/// HEAD is GET without the body; whoever writes the answer leaves it out.
QByteArray routedMethod(const HttpRequest &request)
{
    return request.method == "HEAD" ? QByteArray("GET") : request.method;
}

HttpAnswer callSafely(const Route &route, const HttpRequest &request)
{
    try {
        return route.handle(request);
    } catch (const std::exception &e) {
        qCCritical(
            lcServer, "%s %s: %s", route.method.constData(), route.pattern.constData(), e.what());
    } catch (...) {
        qCCritical(lcServer,
                   "%s %s: unknown exception",
                   route.method.constData(),
                   route.pattern.constData());
    }
    return detailAnswer(500, u"Internal Server Error"_s);
}

} // namespace

bool isIdentifier(const QByteArray &text)
{
    const bool fits = !text.isEmpty() && text.size() <= maxIdentifier;
    return fits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
                   || c == '_' || c == '-';
           });
}

bool matchesPattern(const QByteArray &pattern, const QByteArray &path, QByteArray *argument)
{
    const qsizetype open = pattern.indexOf('{');
    if (open < 0)
        return pattern == path;
    const QByteArrayView tail = QByteArrayView(pattern).sliced(pattern.indexOf('}', open) + 1);
    const qsizetype size = path.size() - open - tail.size();
    if (size < 0 || !path.startsWith(pattern.left(open)) || !path.endsWith(tail))
        return false;
    const QByteArray middle = path.sliced(open, size);
    if (middle.isEmpty() || middle.contains('/'))
        return false;
    *argument = middle;
    return true;
}

Router::Router(QList<Route> routes, CorsPolicy cors)
    : m_routes(std::move(routes))
    , m_cors(std::move(cors))
{}

Router::Target Router::target(const HttpRequest &request) const
{
    QByteArray argument;
    const Route *const route = find(request, &argument);
    if (route == nullptr)
        return {};
    const bool isReady = route->isReady && route->isReady();
    return {.place = isReady ? Place::Server : route->place, .isRoute = true};
}

HttpAnswer Router::answer(const HttpRequest &request) const
{
    HttpRequest routed = request;
    const Route *const route = find(request, &routed.argument);
    return finished(route != nullptr ? callSafely(*route, routed) : unmatched(request), request);
}

HttpAnswer Router::finished(HttpAnswer answer, const HttpRequest &request) const
{
    m_cors.apply(answer, request.field("origin"));
    // States change, and what a token opened is nobody else's.
    answer.fields.append(HttpField{"Cache-Control", "no-store"});
    answer.fields.append(HttpField{"X-Content-Type-Options", "nosniff"});
    return answer;
}

const Route *Router::find(const HttpRequest &request, QByteArray *argument) const
{
    const QByteArray method = routedMethod(request);
    for (const Route &route : m_routes) {
        if (route.method == method && matchesPattern(route.pattern, request.path, argument))
            return &route;
    }
    return nullptr;
}

QByteArrayList Router::methodsOf(const QByteArray &path) const
{
    QByteArrayList methods;
    QByteArray argument;
    for (const Route &route : m_routes) {
        if (!matchesPattern(route.pattern, path, &argument))
            continue;
        methods << route.method;
        if (route.method == "GET")
            methods << "HEAD";
    }
    return methods;
}

HttpAnswer Router::unmatched(const HttpRequest &request) const
{
    QByteArrayList methods = methodsOf(request.path);
    const bool isKnown = !methods.isEmpty();
    if (!isKnown)
        methods << "GET"
                << "HEAD"
                << "POST";
    methods << "OPTIONS";
    if (request.method == "OPTIONS")
        return CorsPolicy::preflight(methods);
    if (!isKnown)
        return detailAnswer(404, u"Not Found"_s);
    HttpAnswer refused = detailAnswer(405, u"Method Not Allowed"_s);
    refused.fields.append(HttpField{"Allow", methods.join(", ")});
    return refused;
}

} // namespace createzoom
