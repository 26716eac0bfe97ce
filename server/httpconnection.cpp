// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/httpconnection.h"

#include "server/clientseats.h"
#include "server/clientsocket.h"
#include "server/problem.h"
#include "server/relaysocket.h"
#include "server/routes.h"
#include "server/uploadreceiver.h"

#include <QTcpSocket>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 readChunk = 16LL * 1024;
/// Then others get their turn.
constexpr int requestsInARow = 64;
/// Of a refused body; a client that sends more without reading our answer is cut off.
constexpr qint64 maxDiscarded = 8LL * 1024 * 1024;

} // namespace

HttpConnection::HttpConnection(quint64 id,
                               std::unique_ptr<QTcpSocket> socket,
                               RelaySocket *relay,
                               std::unique_ptr<ClientSeat> seat,
                               Host &host)
    : m_id(id)
    , m_host(host)
    , m_client(std::make_unique<ClientSocket>(std::move(socket), host.limits()))
    , m_relay(relay)
    , m_framer(host.limits(),
               [&host](const HttpRequest &request) {
                   return std::max<qint64>(host.limits().bodyBytes,
                                           host.router().target(request).maxBody);
               })
    , m_isProxy(seat == nullptr)
    , m_seat(std::move(seat))
    , m_deadline(host.limits().headerTime) // a client that connects has something to say
{
    connect(m_client.get(), &ClientSocket::readable, this, &HttpConnection::receive);
    connect(m_client.get(), &ClientSocket::written, this, &HttpConnection::proceed);
    connect(m_client.get(), &ClientSocket::ended, this, [this] {
        release();
        m_seat.reset(); // now: this object goes later
        m_host.ended(m_id);
    });
}

HttpConnection::~HttpConnection()
{
    m_client->disconnect(this); // the host may be gone: nothing here calls it
    if (m_asked.changed)
        m_asked.changed->listen({});
    if (m_relay)
        m_relay->end();
}

bool HttpConnection::run(Place place, std::function<Continuation()> work)
{
    return m_host.run(m_id, place, std::exchange(m_reservedBody, 0), std::move(work));
}

bool HttpConnection::isIdle() const
{
    return m_phase == Phase::Receiving && m_framer.state() == RequestFramer::State::Empty
        && m_inputUsed == m_input.size() && m_client->unsent() == 0
        && m_client->socket().bytesAvailable() == 0;
}

bool HttpConnection::isHesitant() const
{
    const RequestFramer::State state = m_framer.state();
    const bool hasNotAsked = state == RequestFramer::State::Head
        || (state == RequestFramer::State::Empty && !m_hasAnswered);
    const HttpLimits &limits = m_host.limits();
    return m_phase == Phase::Receiving && hasNotAsked
        && m_deadline.remainingTimeAsDuration() < limits.headerTime - limits.askTime;
}

bool HttpConnection::canReceive() const
{
    return m_phase == Phase::Receiving && m_client->unsent() <= m_host.limits().unsentBytes;
}

void HttpConnection::receive()
{
    if (m_phase == Phase::Lingering)
        return discard();
    if (m_phase == Phase::Uploading && !m_upload->proceed())
        return refuse(tooManyRequests);
    for (int i = 0; i < requestsInARow && canReceive(); ++i) {
        if (!receiveRequest())
            return;
    }
    if (canReceive())
        QMetaObject::invokeMethod(this, &HttpConnection::receive, Qt::QueuedConnection);
}

/// One request, from reading to its answer; false when it is not all here, or refused.
bool HttpConnection::receiveRequest()
{
    while (fillInput()) {
        m_inputUsed += m_framer.feed(QByteArrayView(m_input).sliced(m_inputUsed));
        startTiming();
        switch (m_framer.state()) {
        case RequestFramer::State::Refused:
            refuse(m_framer.refusal());
            return false;
        case RequestFramer::State::Complete:
            if (!admit(m_framer.head().request))
                return false;
            serve(m_framer.take());
            return true;
        case RequestFramer::State::Body:
            if (!beginBody())
                return false;
            break;
        case RequestFramer::State::Empty:
        case RequestFramer::State::Head:
            break;
        }
    }
    return false;
}

bool HttpConnection::fillInput()
{
    if (m_inputUsed < m_input.size())
        return true;
    m_inputUsed = 0;
    m_input = m_client->read(readChunk);
    return !m_input.isEmpty();
}

/// For who takes a body by itself.
QByteArray HttpConnection::takeInput(qint64 maxSize)
{
    if (m_inputUsed == m_input.size())
        return m_client->read(maxSize);
    const QByteArray taken = m_input.mid(m_inputUsed, maxSize);
    m_inputUsed += taken.size();
    return taken;
}

/// False: who sent it has as many requests as it may, and was told so.
bool HttpConnection::admit(const HttpRequest &request)
{
    if (!m_seat)
        m_seat = m_host.seatFor(m_client->socket(), request);
    if (!m_seat)
        refuse({503, "Too many connections"});
    return m_seat != nullptr;
}

/// False when the body is not the framer's any more.
bool HttpConnection::beginBody()
{
    if (m_reservedBody > 0)
        return true;
    if (!admit(m_framer.head().request))
        return false;
    if (m_host.router().target(m_framer.head().request).maxBody > 0) {
        beginUpload();
        return false;
    }
    if (!m_host.reserveBody(m_framer.head().bodyLength)) {
        refuse(tooManyRequests);
        return false;
    }
    m_reservedBody = m_framer.head().bodyLength;
    if (m_framer.head().expectsContinue)
        m_client->write("HTTP/1.1 100 Continue\r\n\r\n");
    return true;
}

void HttpConnection::beginUpload()
{
    RequestHead head = m_framer.takeHead();
    m_isHead = false;
    m_closesAfter = !head.request.keepsAlive;
    m_phase = Phase::Uploading;
    DetachedWork &work = *this;
    m_upload = std::make_unique<UploadReceiver>(
        std::move(head), m_host.router(), *m_client, work, [this](qint64 maxSize) {
            return takeInput(maxSize);
        });
    if (!m_upload->open())
        refuse(tooManyRequests);
}

void HttpConnection::opened(const OpenedSink &opened)
{
    if (m_phase != Phase::Uploading)
        return;
    if (!opened.sink)
        return refuseWith(opened.refusal);
    if (!m_upload->begin(opened.sink))
        refuse(tooManyRequests);
}

void HttpConnection::bodyTaken(const std::optional<HttpAnswer> &refusal)
{
    if (m_phase != Phase::Uploading)
        return;
    if (refusal)
        return refuseWith(*refusal);
    m_client->expectBody();
    m_upload->pieceTaken();
    receive();
}

/// The clock of a phase starts when the phase does, whatever trickles in later.
void HttpConnection::startTiming()
{
    const RequestFramer::State state = m_framer.state();
    if (state == m_timedState)
        return;
    m_timedState = state;
    if (state == RequestFramer::State::Head)
        m_deadline.setRemainingTime(m_host.limits().headerTime);
    else if (state == RequestFramer::State::Body)
        m_deadline.setRemainingTime(m_host.limits().bodyTime);
}

void HttpConnection::refuse(const Refusal &refusal)
{
    const bool isFramed = m_framer.state() == RequestFramer::State::Empty;
    const HttpRequest &request = m_upload ? m_upload->request()
        : isFramed                        ? m_asked.request
                                          : m_framer.head().request;
    HttpAnswer answer = refusalAnswer(request, refusal.status, QString::fromLatin1(refusal.detail));
    if (refusal.status == 503)
        answer.fields.append(HttpField{"Retry-After", "1"});
    refuseWith(m_host.router().finished(answer, request));
}

void HttpConnection::refuseWith(const HttpAnswer &answer)
{
    m_phase = Phase::Lingering;
    m_seat.reset();
    m_deadline.setRemainingTime(m_host.limits().lingerTime);
    m_client->write(withConnectionClose(wireForm(answer)));
    release();
    discard();
}

void HttpConnection::discard()
{
    m_input.clear();
    m_inputUsed = 0;
    while (m_client->socket().bytesAvailable() > 0 && m_discarded <= maxDiscarded)
        m_discarded += m_client->read(maxDiscarded).size();
    if (m_discarded > maxDiscarded)
        QMetaObject::invokeMethod(this, &HttpConnection::abort, Qt::QueuedConnection);
}

/// The client has taken something.
void HttpConnection::proceed()
{
    if (m_phase == Phase::Streaming)
        go(m_stream->proceed());
    else if (canReceive()
             && (m_inputUsed < m_input.size() || m_client->socket().bytesAvailable() > 0))
        receive();
}

void HttpConnection::checkTime()
{
    if (m_client->isStalled())
        return abort();
    switch (m_phase) {
    case Phase::Waiting:
        return m_asked.deadline.hasExpired() ? askAgain(false) : void();
    case Phase::Uploading:
        if (m_upload->isWaiting() && m_client->isBodyStalled())
            refuse({408, "The request was not completed in time"});
        return;
    case Phase::Lingering:
        if (m_deadline.hasExpired())
            m_client->unsent() > 0 ? abort() : close();
        return;
    case Phase::Answering:
    case Phase::Streaming:
    case Phase::Closing:
        return; // the write deadline counts
    case Phase::Receiving:
        break;
    }
    if (!m_deadline.hasExpired() || m_client->unsent() > 0)
        return;
    if (m_framer.state() == RequestFramer::State::Empty)
        return close();
    refuse({408, "The request was not completed in time"});
}

void HttpConnection::drain()
{
    if (m_phase == Phase::Waiting)
        askAgain(false);
    else if (isIdle() || (m_phase == Phase::Streaming && m_stream->isEndless()))
        close();
}

void HttpConnection::close()
{
    m_phase = Phase::Closing;
    m_client->socket().disconnectFromHost(); // after what is left to send
}

void HttpConnection::abort()
{
    m_phase = Phase::Closing;
    m_client->socket().abort();
}

/// What was reserved for, and made for, the request that ends.
void HttpConnection::release()
{
    m_host.releaseBody(std::exchange(m_reservedBody, 0));
    if (std::exchange(m_stream, nullptr))
        m_host.releaseStream();
    m_upload.reset();
}

} // namespace createzoom
