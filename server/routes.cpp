// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes.h"

#include "core/base/logcontext.h"
#include "core/base/logging.h"
#include "server/problem.h"
#include "server/requestid.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qsizetype maxIdentifier = 64;

/// What pages of other origins may send to our own surface, beside what all may.
const QByteArrayList ourFields{
    "idempotency-key", "if-none-match", "if-range", "last-event-id", "range", "x-request-id"};

/// HEAD is GET without the body; whoever writes the answer leaves it out.
QByteArray routedMethod(const HttpRequest &request)
{
    return request.method == "HEAD" ? QByteArray("GET") : request.method;
}

/// The first "/segment" of what remains, which then begins behind it.
QByteArrayView takeSegment(QByteArrayView &rest)
{
    const qsizetype next = rest.indexOf('/', 1);
    const QByteArrayView segment = next < 0 ? rest : rest.first(next);
    rest = next < 0 ? QByteArrayView() : rest.sliced(next);
    return segment;
}

/// A short body, or none, where a long one could come.
HttpAnswer takeWhole(const OpenedSink &opened, const QByteArray &body)
{
    if (!opened.sink)
        return opened.refusal;
    if (std::optional<HttpAnswer> refusal = opened.sink->write(body))
        return *refusal;
    return opened.sink->finish();
}

HttpAnswer call(const Route &route, const HttpRequest &request)
{
    if (route.open)
        return takeWhole(route.open(request), request.body);
    return route.handleAll ? route.handleAll({request}).constFirst() : route.handle(request);
}

/// What `call` returns, unless it throws.
template<typename Call>
auto safely(const Route &route, Call call) -> std::optional<std::invoke_result_t<Call>>
{
    try {
        return call();
    } catch (const std::exception &e) {
        qCCritical(
            lcServer, "%s %s: %s", route.method.constData(), route.pattern.constData(), e.what());
    } catch (...) {
        qCCritical(lcServer,
                   "%s %s: unknown exception",
                   route.method.constData(),
                   route.pattern.constData());
    }
    return std::nullopt;
}

HttpAnswer internalError(const HttpRequest &request)
{
    return refusalAnswer(request, 500, u"Internal Server Error"_s);
}

HttpAnswer callSafely(const Route &route, const HttpRequest &request)
{
    std::optional<HttpAnswer> answer = safely(route, [&] { return call(route, request); });
    return answer ? *std::move(answer) : internalError(request);
}

QList<HttpAnswer> callSafely(const Route &route, const QList<HttpRequest> &requests)
{
    if (const auto answers = safely(route, [&] { return route.handleAll(requests); }))
        return *answers;
    QList<HttpAnswer> answers;
    for (const HttpRequest &request : requests)
        answers << internalError(request);
    return answers;
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

bool matchesPattern(QByteArrayView pattern, QByteArrayView path, QByteArrayList *arguments)
{
    arguments->clear();
    while (!pattern.isEmpty() && !path.isEmpty()) {
        const QByteArrayView wanted = takeSegment(pattern);
        const QByteArrayView given = takeSegment(path);
        const bool isArgument = wanted.startsWith("/{");
        if (isArgument ? given.size() < 2 : wanted != given)
            return false;
        if (isArgument)
            arguments->append(given.sliced(1).toByteArray());
    }
    return pattern.isEmpty() && path.isEmpty();
}

Router::Router(QList<Route> routes,
               CorsPolicy cors,
               CallerPolicy callers,
               std::shared_ptr<RequestMeter> meter)
    : m_routes(std::move(routes))
    , m_cors(std::move(cors))
    , m_callers(std::move(callers))
    , m_meter(std::move(meter))
{}

Router::Target Router::target(const HttpRequest &request) const
{
    QByteArrayList arguments;
    const Route *const route = m_callers.refusal(request) ? nullptr : find(request, &arguments);
    if (route == nullptr)
        return {};
    const bool isReady = route->isReady && route->isReady();
    return {.place = isReady ? Place::Guard : route->place,
            .route = route,
            .arguments = std::move(arguments),
            .maxBody = route->maxBody};
}

HttpAnswer Router::answer(const HttpRequest &request, const Target &target) const
{
    HttpRequest routed = request;
    if (routed.id.isEmpty())
        routed.id = requestId(request);
    const LogContext context(LogContext::Kind::Request, QString::fromLatin1(routed.id));
    if (target.route != nullptr) {
        routed.arguments = target.arguments;
        return completed(callSafely(*target.route, routed), routed, target.route);
    }
    if (std::optional<HttpAnswer> refusal = m_callers.refusal(request))
        return finished(std::move(*refusal), routed);
    return completed(unmatched(request), routed, nullptr);
}

QList<HttpAnswer> Router::answerAll(const Route &route, QList<HttpRequest> requests) const
{
    for (HttpRequest &request : requests) {
        if (request.id.isEmpty())
            request.id = requestId(request);
    }
    QList<HttpAnswer> answers = callSafely(route, requests);
    for (qsizetype i = 0; i < answers.size(); ++i)
        answers[i] = completed(std::move(answers[i]), requests.at(i), &route);
    return answers;
}

OpenedSink Router::open(const HttpRequest &request) const
{
    HttpRequest routed = request;
    const Route *const route = find(request, &routed.arguments);
    OpenedSink opened = route != nullptr ? route->open(routed) : OpenedSink(unmatched(request));
    if (!opened.sink)
        opened.refusal = finished(std::move(opened.refusal), request);
    return opened;
}

HttpAnswer Router::finished(HttpAnswer answer, const HttpRequest &request) const
{
    QByteArrayList arguments;
    HttpRequest named = request;
    if (named.id.isEmpty())
        named.id = requestId(request);
    return completed(std::move(answer), named, find(request, &arguments));
}

/// `request` has an id.
HttpAnswer
Router::completed(HttpAnswer answer, const HttpRequest &request, const Route *route) const
{
    identifyProblem(answer, request);
    answer.fields.append(HttpField{"X-Request-ID"_ba, request.id});
    m_cors.apply(answer, request.field("origin"));
    // States change, and what a token opened is nobody else's.
    if (!answer.hasField("Cache-Control"))
        answer.fields.append(HttpField{"Cache-Control"_ba, "no-store"_ba});
    answer.fields.append(HttpField{"X-Content-Type-Options"_ba, "nosniff"_ba});
    if (m_meter && !answer.putOff.changed) // else it is answered later, and counted then
        m_meter->answered(route != nullptr ? route->pattern : QByteArray(), answer.status);
    return answer;
}

const Route *Router::find(const HttpRequest &request, QByteArrayList *arguments) const
{
    const QByteArray method = routedMethod(request);
    for (const Route &route : m_routes) {
        if (route.method == method && matchesPattern(route.pattern, request.path, arguments))
            return &route;
    }
    return nullptr;
}

QByteArrayList Router::methodsOf(const QByteArray &path) const
{
    QByteArrayList methods;
    QByteArrayList arguments;
    for (const Route &route : m_routes) {
        if (!matchesPattern(route.pattern, path, &arguments))
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
        return CorsPolicy::preflight(methods, isOurs(request.path) ? ourFields : QByteArrayList());
    if (!isKnown)
        return refusalAnswer(request, 404, u"Not Found"_s);
    HttpAnswer refused = refusalAnswer(request, 405, u"Method Not Allowed"_s);
    refused.fields.append(HttpField{"Allow", methods.join(", ")});
    return refused;
}

} // namespace createzoom
