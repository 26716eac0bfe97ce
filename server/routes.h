// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/bodysink.h"
#include "server/callerpolicy.h"
#include "server/corspolicy.h"
#include "server/httpmessage.h"
#include "server/requestmeter.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QList>

#include <functional>
#include <memory>

namespace createzoom {

/// Where a request is answered.
enum class Place {
    Guard, ///< at once, by the guard on the server's thread: its bytes are at hand
    Server, ///< at once, by QHttpServer on the server's thread: the handler must not wait
    Store, ///< taken away from QHttpServer; a thread that may wait for the store of jobs
    Network, ///< the same, a thread that may wait for other servers
};

/// One row of the route table.
struct Route
{
    QByteArray method{};
    QByteArray pattern{}; ///< "/deepzoom/status/{id}"; each {...} takes one segment
    Place place = Place::Server;
    std::function<HttpAnswer(const HttpRequest &)> handle{};
    std::function<bool()>
        isReady{}; ///< when it says so, the answer needs no waiting: Place::Guard after all
    std::function<OpenedSink(const HttpRequest &)>
        open{}; ///< instead of `handle`: takes a body of up to `maxBody` piece by piece; a detached
                ///< place
    qint64 maxBody = 0;
    std::function<QList<HttpAnswer>(const QList<HttpRequest> &)>
        handleAll{}; ///< instead of `handle`: at a detached place, those that came while others
                     ///< were being answered, in one call that waits for nothing of one of them
                     ///< alone; none may be put off
};

/// Finds and calls the handler of a request. Everything that must hold for every answer is added
/// here: who may call, the request's id, CORS, 404, 405 with Allow, OPTIONS, 500 for a handler that
/// throws.
/// Immutable; any thread.
class Router
{
public:
    /// `meter`: told of every answer; none is needed.
    Router(QList<Route> routes,
           CorsPolicy cors,
           CallerPolicy callers = anyCaller(),
           std::shared_ptr<RequestMeter> meter = {});

    struct Target
    {
        Place place = Place::Server;
        const Route *route = nullptr; ///< none: answer() refuses it or is a preflight
        QByteArrayList arguments{}; ///< of the request for it
        qint64 maxBody = 0; ///< not 0: its body goes to open()
    };
    Target target(const HttpRequest &request) const;

    HttpAnswer answer(const HttpRequest &request) const { return answer(request, target(request)); }
    /// `target`: the request's own.
    HttpAnswer answer(const HttpRequest &request, const Target &target) const;
    /// Of requests for `route`, which has handleAll, in their order.
    QList<HttpAnswer> answerAll(const Route &route, QList<HttpRequest> requests) const;
    /// For a target with a maxBody, without the body.
    OpenedSink open(const HttpRequest &request) const;
    /// An answer made elsewhere (a refusal of the guard), with what every answer carries.
    HttpAnswer finished(HttpAnswer answer, const HttpRequest &request) const;

private:
    const Route *find(const HttpRequest &request, QByteArrayList *arguments) const;
    QByteArrayList methodsOf(const QByteArray &path) const;
    HttpAnswer unmatched(const HttpRequest &request) const;
    HttpAnswer completed(HttpAnswer answer, const HttpRequest &request, const Route *route) const;

    QList<Route> m_routes{};
    CorsPolicy m_cors;
    CallerPolicy m_callers;
    std::shared_ptr<RequestMeter> m_meter{};
};

/// Does `path` fit? Then `arguments` are the segments in the places of {...}, none empty, as they
/// were sent: handlers check them.
bool matchesPattern(QByteArrayView pattern, QByteArrayView path, QByteArrayList *arguments);
/// [A-Za-z0-9_-]{1,64}
bool isIdentifier(const QByteArray &text);

} // namespace createzoom
