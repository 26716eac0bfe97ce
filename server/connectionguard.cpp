// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/connectionguard.h"

#include "core/base/heap.h"
#include "core/base/logging.h"
#include "server/relaysocket.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <unistd.h>
#include <utility>

namespace createzoom {

namespace {

/// Beyond the limit this many get to hear why; more are dropped without a word.
constexpr size_t refusedAtATime = 64;
constexpr int backlog = 1024;
constexpr std::chrono::milliseconds listenAgainAfter{200};
constexpr std::chrono::milliseconds lookAgainAfter{10};
constexpr qsizetype crowd = 256; ///< of connections: worth cleaning up after

} // namespace

ConnectionGuard::ConnectionGuard(const Router &router,
                                 const HttpDoor &door,
                                 std::optional<TlsFiles> tls,
                                 WorkThreads &threads)
    : m_router(router)
    , m_limits(door.limits)
    , m_seats(door.limits.connectionsPerAddress, door.trustedProxies)
    , m_tls(std::move(tls))
    , m_threads(threads)
{
    using namespace std::chrono;
    setListenBacklogSize(backlog); // the default of 50 makes bursts wait a second for their SYN
    const milliseconds shortest = std::min({m_limits.headerTime,
                                            m_limits.bodyTime,
                                            m_limits.idleTime,
                                            m_limits.writeStall,
                                            m_limits.lingerTime});
    connect(&m_sweeper, &QTimer::timeout, this, &ConnectionGuard::sweep);
    m_sweeper.start(std::clamp(shortest / 4, milliseconds(5), milliseconds(500)));
    // QTcpServer stops listening for good when no file can be opened any more.
    m_deafness.setSingleShot(true);
    connect(this, &QTcpServer::acceptError, this, [this] {
        qCWarning(lcServer, "No connection can be accepted: %s", qUtf8Printable(errorString()));
        m_deafness.start(listenAgainAfter);
    });
    connect(&m_deafness, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
}

ConnectionGuard::~ConnectionGuard()
{
    for (auto &[id, connection] : m_connections)
        delete connection.release(); // deleteLater would find no event loop
}

void ConnectionGuard::incomingConnection(qintptr descriptor)
{
    // Who follows a stream has a place of its own: watchers take none from those who ask.
    const auto limit = static_cast<size_t>(m_limits.connections + m_streams);
    if (m_connections.size() >= limit + refusedAtATime) {
        ::close(static_cast<int>(descriptor)); // a socket would cost the others time
        return;
    }
    std::unique_ptr<QTcpSocket> socket = socketFor(descriptor);
    if (!socket)
        return;
    const bool isProxy = m_seats.isProxy(socket->peerAddress()); // its requests have seats instead
    std::unique_ptr<ClientSeat> seat = isProxy ? nullptr : m_seats.take(socket->peerAddress());
    const bool isFull
        = (m_connections.size() >= limit && !makeRoom()) || (seat == nullptr && !isProxy);
    RelaySocket *relay = nullptr;
    if (!isFull) {
        relay = new RelaySocket(*socket, this);
        addPendingConnection(relay); // QHttpServer takes it from nextPendingConnection()
    }
    const quint64 id = ++m_lastId;
    ConnectionPointer connection(
        new HttpConnection(id, std::move(socket), relay, std::move(seat), *this));
    HttpConnection *const accepted = connection.get();
    accepted->setParent(this);
    m_connections.emplace(id, std::move(connection));
    if (isFull)
        accepted->refuse({503, "Too many connections"});
}

std::unique_ptr<QTcpSocket> ConnectionGuard::socketFor(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket;
    QSslSocket *secured = nullptr;
    if (m_tls)
        socket.reset(secured = new QSslSocket);
    else
        socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        qCWarning(lcServer,
                  "A connection could not be accepted: %s",
                  qUtf8Printable(socket->errorString()));
        return nullptr;
    }
    if (secured != nullptr) {
        secured->setSslConfiguration(m_tls->current());
        secured->startServerEncryption(); // until it is done, nothing can be read or is owed
    }
    return socket;
}

std::unique_ptr<ClientSeat> ConnectionGuard::seatFor(const QTcpSocket &peer,
                                                     const HttpRequest &request)
{
    return m_seats.take(m_seats.clientOf(peer.peerAddress(), request));
}

bool ConnectionGuard::reserveBody(qint64 bytes)
{
    if (m_bodyBytes + bytes > m_limits.bodiesInFlight)
        return false;
    m_bodyBytes += bytes;
    return true;
}

bool ConnectionGuard::reserveStream()
{
    if (m_streams >= m_limits.streams)
        return false;
    ++m_streams;
    return true;
}

bool ConnectionGuard::run(quint64 connectionId,
                          Place place,
                          qint64 bodyBytes,
                          std::function<Continuation()> work)
{
    if (!reserveWork(bodyBytes))
        return false;
    m_threads.start(place, [this, connectionId, bodyBytes, work = std::move(work)] {
        finish({{.connectionId = connectionId, .bodyBytes = bodyBytes, .continuation = work()}});
    });
    return true;
}

bool ConnectionGuard::answerTogether(quint64 connectionId,
                                     qint64 bodyBytes,
                                     const Route &route,
                                     const HttpRequest &request)
{
    if (!reserveWork(bodyBytes))
        return false;
    Gathering &gathering = m_gatherings[&route];
    if (gathering.add({connectionId, bodyBytes, request}))
        m_threads.start(route.place, [this, &route, &gathering] { answer(route, gathering); });
    return true;
}

bool ConnectionGuard::reserveWork(qint64 bodyBytes)
{
    if (m_detached < m_limits.detachedRequests) {
        ++m_detached;
        return true;
    }
    releaseBody(bodyBytes);
    return false;
}

/// On a thread that may wait.
void ConnectionGuard::answer(const Route &route, Gathering &gathering)
{
    for (auto turn = gathering.next(); !turn.empty(); turn = gathering.next()) {
        QList<HttpRequest> requests;
        for (const Gathering::Asked &asked : turn)
            requests << asked.request;
        const QList<HttpAnswer> answers = m_router.answerAll(route, std::move(requests));
        std::vector<Finished> finished;
        for (size_t i = 0; i < turn.size(); ++i)
            finished.push_back(
                {.connectionId = turn[i].connectionId,
                 .bodyBytes = turn[i].bodyBytes,
                 .continuation = [answer = answers.at(qsizetype(i))](HttpConnection &connection) {
                     connection.deliver(answer);
                 }});
        finish(std::move(finished));
    }
}

std::function<void()> ConnectionGuard::waker(quint64 connectionId)
{
    return [this, connectionId] {
        finish({{.connectionId = connectionId,
                 .isWork = false,
                 .continuation = [](HttpConnection &connection) {
                     connection.wake();
                 }}});
    };
}

/// On any thread. Handed over under a std::mutex for the reason given at ServerThread.
void ConnectionGuard::finish(std::vector<Finished> finished)
{
    bool isTold = false; // that there is something to go on with
    {
        const std::lock_guard locker(m_finishedMutex);
        isTold = !m_finished.empty();
        std::move(finished.begin(), finished.end(), std::back_inserter(m_finished));
    }
    if (!isTold)
        QMetaObject::invokeMethod(this, "goOn", Qt::QueuedConnection);
}

void ConnectionGuard::goOn()
{
    std::vector<Finished> all;
    {
        const std::lock_guard locker(m_finishedMutex);
        all.swap(m_finished);
    }
    for (const Finished &finished : all) {
        m_detached -= finished.isWork ? 1 : 0;
        releaseBody(finished.bodyBytes);
        const auto found = m_connections.find(finished.connectionId);
        if (found != m_connections.end()) // else the client has left
            finished.continuation(*found->second);
    }
}

void ConnectionGuard::ended(quint64 connectionId)
{
    m_connections.erase(connectionId);
    checkDrained();
}

void ConnectionGuard::checkDrained()
{
    if (m_isDraining && m_connections.empty() && m_drained)
        std::exchange(m_drained, nullptr)();
}

/// Closes a connection: the one that has been about to ask for longest, else the one that has been
/// idle for longest. A crowd at a door that is full costs one look at all connections now and then,
/// not one each.
bool ConnectionGuard::makeRoom()
{
    if (!m_lookAgain.hasExpired())
        return false;
    HttpConnection *hesitant = nullptr;
    HttpConnection *idle = nullptr;
    const auto keepLonger = [](HttpConnection *&longest, HttpConnection *candidate) {
        if (longest == nullptr || candidate->deadline() < longest->deadline())
            longest = candidate;
    };
    for (const auto &[id, connection] : m_connections) {
        if (connection->isHesitant())
            keepLonger(hesitant, connection.get());
        else if (connection->isKeptAlive())
            keepLonger(idle, connection.get());
    }
    if (hesitant != nullptr)
        hesitant->abort();
    else if (idle != nullptr)
        idle->close();
    else
        m_lookAgain.setRemainingTime(lookAgainAfter);
    return hesitant != nullptr || idle != nullptr;
}

QList<HttpConnection *> ConnectionGuard::snapshot() const
{
    QList<HttpConnection *> all;
    for (const auto &[id, connection] : m_connections)
        all << connection.get();
    return all;
}

void ConnectionGuard::sweep()
{
    for (HttpConnection *connection :
         snapshot()) // an end takes one out of the map; deletion comes later
        connection->checkTime();
    m_mostConnections = std::max(m_mostConnections, connectionCount());
    if (m_mostConnections > crowd && connectionCount() < m_mostConnections / 2) {
        m_mostConnections = 0;
        returnFreeMemory();
    }
}

void ConnectionGuard::drain(std::function<void()> drained)
{
    close();
    m_drained = std::move(drained);
    m_isDraining = true;
    for (HttpConnection *connection : snapshot())
        connection->drain();
    checkDrained();
}

void ConnectionGuard::abortAll()
{
    for (HttpConnection *connection : snapshot())
        connection->abort();
}

} // namespace createzoom
