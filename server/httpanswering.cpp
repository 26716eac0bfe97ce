// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of HttpConnection: from a framed request to the end of its answer.
#include "server/answerstream.h"
#include "server/clientseats.h"
#include "server/clientsocket.h"
#include "server/httpconnection.h"
#include "server/problem.h"
#include "server/relaysocket.h"
#include "server/routes.h"
#include "server/uploadreceiver.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

void HttpConnection::serve(const HttpRequest &request)
{
    m_isHead = request.method == "HEAD";
    m_closesAfter = !request.keepsAlive;
    const Router::Target target = m_host.router().target(request);
    if (target.route == nullptr || target.place == Place::Guard)
        return send(wireForm(m_host.router().answer(request, target)));
    if (target.place == Place::Server)
        return send(relayed(request));
    if (target.route->handleAll)
        return join(target, request);
    handOver(request, target);
}

void HttpConnection::join(const Router::Target &target, HttpRequest request)
{
    m_phase = Phase::Answering;
    request.arguments = target.arguments;
    const qint64 bodyBytes = std::exchange(m_reservedBody, 0);
    if (!m_host.answerTogether(m_id, bodyBytes, *target.route, request))
        refuse(tooManyRequests);
}

void HttpConnection::handOver(const HttpRequest &request, const Router::Target &target)
{
    const Router &router = m_host.router();
    m_asked.request = request;
    m_phase = Phase::Answering;
    const bool isTaken = run(target.place, [&router, request, target]() -> Continuation {
        return [answer = router.answer(request, target)](HttpConnection &connection) {
            connection.deliver(answer);
        };
    });
    if (!isTaken)
        refuse(tooManyRequests);
}

QByteArray HttpConnection::relayed(const HttpRequest &request)
{
    QByteArray answer = m_relay ? m_relay->exchange(request) : QByteArray();
    if (!answer.isEmpty())
        return answer;
    m_closesAfter = true;
    return wireForm(
        m_host.router().finished(refusalAnswer(request, 500, u"Internal Server Error"_s), request));
}

void HttpConnection::deliver(const HttpAnswer &answer)
{
    if (m_phase != Phase::Answering && m_phase != Phase::Uploading)
        return;
    if (answer.putOff.changed && m_asked.request.mayWait)
        return putOff(answer.putOff);
    if (answer.stream && !m_isHead)
        return beginStream(answer);
    send(wireForm(answer));
    receive(); // what was pipelined meanwhile
}

void HttpConnection::putOff(const PutOff &until)
{
    if (!m_asked.changed) // else it waits on, as long as it was to wait at first
        m_asked.deadline.setRemainingTime(until.atMost);
    m_asked.changed = until.changed;
    m_phase = Phase::Waiting;
    if (m_host.isDraining() || m_asked.deadline.hasExpired())
        return askAgain(false);
    until.changed->listen(waker());
}

void HttpConnection::askAgain(bool mayWait)
{
    m_asked.changed->listen({});
    m_asked.request.mayWait = mayWait;
    handOver(m_asked.request, m_host.router().target(m_asked.request));
}

void HttpConnection::beginStream(const HttpAnswer &answer)
{
    if (!m_host.reserveStream())
        return refuse(tooManyRequests);
    m_phase = Phase::Streaming;
    const QByteArray wire = wireForm(answer);
    m_closesAfter = m_closesAfter || !answer.stream->length() || m_host.isDraining();
    m_client->write(m_closesAfter ? withConnectionClose(wire) : wire);
    DetachedWork &work = *this;
    m_stream = std::make_unique<StreamSender>(
        answer.stream, *m_client, work, m_host.limits().unsentBytes);
    go(m_stream->proceed());
}

void HttpConnection::streamed(const AnswerStream::Piece &piece)
{
    if (m_phase == Phase::Streaming)
        go(m_stream->take(piece));
}

void HttpConnection::go(StreamSender::State state)
{
    switch (state) {
    case StreamSender::State::Sending:
        return;
    case StreamSender::State::Broken:
        return abort();
    case StreamSender::State::Done:
        break;
    }
    release();
    answered();
    receive();
}

void HttpConnection::wake()
{
    if (m_phase == Phase::Waiting)
        askAgain(true);
    else if (m_phase == Phase::Streaming)
        go(m_stream->proceed());
}

void HttpConnection::send(QByteArray wire)
{
    release();
    if (m_isHead)
        wire = withoutBody(wire);
    m_closesAfter = m_closesAfter || m_host.isDraining();
    m_client->write(m_closesAfter ? withConnectionClose(wire) : wire);
    answered();
}

void HttpConnection::answered()
{
    m_hasAnswered = true;
    if (m_isProxy)
        m_seat.reset();
    m_phase = Phase::Receiving;
    m_asked = {};
    m_timedState = RequestFramer::State::Empty;
    m_deadline.setRemainingTime(m_host.limits().idleTime);
    if (m_closesAfter)
        close();
}

} // namespace createzoom
