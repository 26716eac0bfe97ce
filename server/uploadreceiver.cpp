// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/uploadreceiver.h"

#include "core/base/logging.h"
#include "server/clientsocket.h"
#include "server/detachedwork.h"
#include "server/httpconnection.h"
#include "server/problem.h"

#include <algorithm>
#include <exception>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 takenAtOnce = 256LL * 1024;

/// A sink that throws costs one request.
template<typename Deed>
auto safely(const HttpRequest &request, Deed deed) -> decltype(deed())
{
    try {
        return deed();
    } catch (const std::exception &e) {
        qCCritical(lcServer, "%s: %s", request.path.constData(), e.what());
    }
    return decltype(deed())(refusalAnswer(request, 500, u"Internal Server Error"_s));
}

} // namespace

UploadReceiver::UploadReceiver(
    RequestHead head, const Router &router, ClientSocket &client, DetachedWork &work, Read read)
    : m_head(std::move(head))
    , m_router(router)
    , m_client(client)
    , m_work(work)
    , m_read(std::move(read))
    , m_left(m_head.bodyLength)
{}

bool UploadReceiver::open()
{
    const HttpRequest &request = m_head.request;
    m_isBusy = true;
    return m_work.run(m_router.target(request).place, [&router = m_router, request] {
        return Continuation([opened = safely(request, [&] { return router.open(request); })](
                                HttpConnection &connection) { connection.opened(opened); });
    });
}

bool UploadReceiver::begin(std::shared_ptr<BodySink> sink)
{
    m_sink = std::move(sink);
    m_isBusy = false;
    if (m_head.expectsContinue)
        m_client.write("HTTP/1.1 100 Continue\r\n\r\n");
    m_client.expectBody();
    return proceed();
}

bool UploadReceiver::proceed()
{
    if (!isWaiting())
        return true;
    if (m_left == 0)
        return finish();
    const QByteArray piece = m_read(std::min(m_left, takenAtOnce));
    return piece.isEmpty() || hand(piece);
}

bool UploadReceiver::hand(const QByteArray &piece)
{
    m_left -= piece.size();
    m_isBusy = true;
    return m_work.run(
        Place::Store, [&router = m_router, sink = m_sink, request = m_head.request, piece] {
            std::optional<HttpAnswer> refusal = safely(request, [&] { return sink->write(piece); });
            if (refusal)
                refusal = router.finished(std::move(*refusal), request);
            return Continuation(
                [refusal](HttpConnection &connection) { connection.bodyTaken(refusal); });
        });
}

bool UploadReceiver::finish()
{
    m_isBusy = true;
    return m_work.run(Place::Store, [&router = m_router, sink = m_sink, request = m_head.request] {
        HttpAnswer answer = safely(request, [&] { return sink->finish(); });
        answer = router.finished(std::move(answer), request);
        return Continuation([answer](HttpConnection &connection) { connection.deliver(answer); });
    });
}

} // namespace createzoom
