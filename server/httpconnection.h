// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/detachedwork.h"
#include "server/httpframing.h"
#include "server/streamsender.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QTcpSocket;

namespace createzoom {

class ClientSeat;
class ClientSocket;
class RelaySocket;
class Router;
class UploadReceiver;

/// One client: reads its socket, has the requests framed and judged, has them answered one after
/// the other, and keeps every limit of time and size. Owned by ConnectionGuard; server thread.
class HttpConnection : public QObject, private DetachedWork
{
    Q_OBJECT

public:
    /// What a connection needs of the world: the guard.
    class Host
    {
    public:
        Host() = default;
        virtual ~Host() = default;
        Host(const Host &) = delete;
        Host &operator=(const Host &) = delete;

        virtual const HttpLimits &limits() const = 0;
        virtual const Router &router() const = 0;
        virtual bool isDraining() const = 0;
        /// From the budget of bodies in flight; false when it is spent.
        virtual bool reserveBody(qint64 bytes) = 0;
        virtual void releaseBody(qint64 bytes) = 0;
        /// Of those whose answer is a stream; false when there are as many as there may be.
        virtual bool reserveStream() = 0;
        virtual void releaseStream() = 0;
        /// DetachedWork::run() for the connection of that number. `bodyBytes` of its reservation
        /// are released when the work is done, its client gone or not.
        virtual bool
        run(quint64 connectionId, Place place, qint64 bodyBytes, std::function<Continuation()> work)
            = 0;
        /// As run(): the answer of a route that answers several requests at once (handleAll) is
        /// delivered.
        virtual bool answerTogether(quint64 connectionId,
                                    qint64 bodyBytes,
                                    const Route &route,
                                    const HttpRequest &request)
            = 0;
        virtual std::function<void()> waker(quint64 connectionId) = 0;
        virtual void ended(quint64 connectionId) = 0;
        /// For who sent the request, which came from `peer`, a proxy. Null: it has as many as it
        /// may.
        virtual std::unique_ptr<ClientSeat> seatFor(const QTcpSocket &peer,
                                                    const HttpRequest &request)
            = 0;
    };

    /// `seat`: none for a proxy, each of whose requests needs one. `relay`: none for who is
    /// refused.
    HttpConnection(quint64 id,
                   std::unique_ptr<QTcpSocket> socket,
                   RelaySocket *relay,
                   std::unique_ptr<ClientSeat> seat,
                   Host &host);
    ~HttpConnection() override;
    HttpConnection(const HttpConnection &) = delete;
    HttpConnection &operator=(const HttpConnection &) = delete;

    /// Between two requests, with nothing left to send: may be closed to make room, or at a drain.
    bool isIdle() const;
    /// The same after at least one answer: its client has got something, and expects such an end.
    bool isKeptAlive() const { return m_hasAnswered && isIdle(); }
    /// Silent, or amid the head of a request, for longer than a client should need.
    bool isHesitant() const;
    const QDeadlineTimer &deadline() const { return m_deadline; }

    /// What was done on other threads.
    void deliver(const HttpAnswer &answer);
    void streamed(const AnswerStream::Piece &piece);
    void opened(const OpenedSink &opened);
    void bodyTaken(const std::optional<HttpAnswer> &refusal);
    /// Something happened that this connection asked to be told of.
    void wake();

    /// Answers, lets the client read it, closes.
    void refuse(const Refusal &refusal);
    /// Acts on limits of time that have passed. Called now and then by the guard.
    void checkTime();
    /// The server stops: ends what would not end by itself.
    void drain();
    void close();
    void abort();

private:
    enum class Phase {
        Receiving,
        Answering, ///< a detached request is being answered
        Waiting, ///< its answer is put off
        Streaming, ///< its answer is being sent in pieces
        Uploading, ///< its body is being received in pieces
        Lingering, ///< refused; what still arrives is thrown away
        Closing,
    };
    /// A request whose answer may come a second time.
    struct Asked
    {
        HttpRequest request{};
        std::shared_ptr<Readiness> changed{};
        QDeadlineTimer deadline{};
    };

    bool run(Place place, std::function<Continuation()> work) override;
    std::function<void()> waker() override { return m_host.waker(m_id); }

    void receive();
    bool receiveRequest();
    bool fillInput();
    QByteArray takeInput(qint64 maxSize);
    bool admit(const HttpRequest &request);
    bool beginBody();
    void beginUpload();
    bool canReceive() const;
    void serve(const HttpRequest &request);
    void join(const Router::Target &target, HttpRequest request);
    void handOver(const HttpRequest &request, const Router::Target &target);
    void putOff(const PutOff &until);
    void askAgain(bool mayWait);
    void beginStream(const HttpAnswer &answer);
    void go(StreamSender::State state);
    QByteArray relayed(const HttpRequest &request);
    void send(QByteArray wire);
    void answered();
    void refuseWith(const HttpAnswer &answer);
    void startTiming();
    void discard();
    void release();
    void proceed();

    const quint64 m_id;
    Host &m_host;
    std::unique_ptr<ClientSocket> m_client;
    QPointer<RelaySocket> m_relay;
    RequestFramer m_framer;
    RequestFramer::State m_timedState = RequestFramer::State::Empty;
    Phase m_phase = Phase::Receiving;
    const bool m_isProxy;
    std::unique_ptr<ClientSeat> m_seat; ///< of a proxy: for the request at hand
    QByteArray m_input{}; ///< read from the socket, not yet framed
    qsizetype m_inputUsed = 0;
    qint64 m_reservedBody = 0;
    qint64 m_discarded = 0;
    bool m_hasAnswered = false;
    bool m_isHead = false;
    bool m_closesAfter = false;
    QDeadlineTimer m_deadline;
    Asked m_asked{}; ///< while Answering or Waiting
    std::unique_ptr<StreamSender> m_stream{}; ///< while Streaming
    std::unique_ptr<UploadReceiver> m_upload{}; ///< while Uploading
};

} // namespace createzoom
