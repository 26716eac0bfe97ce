// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clientseats.h"
#include "server/httpconnection.h"
#include "server/routes.h"
#include "tests/fuzz/memorysocket.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <stdexcept>
#include <utility>

using namespace createzoom;

namespace {

constexpr qint64 longestBody = 600; ///< of an upload; refused beyond
constexpr qint64 enough = 400; ///< bytes after which "/small" takes no more
const HttpLimits limits{.headerBytes = 512, .headerFields = 8, .uriBytes = 128, .bodyBytes = 64};

/// Requests that were carried out, each as "METHOD path|body".
QByteArrayList carriedOut;

HttpAnswer noted(const HttpRequest &request, const QByteArray &body)
{
    carriedOut << request.method + ' ' + request.path + '|' + body;
    return {.body = "ok", .contentType = "text/plain"};
}

/// Keeps what it is given, and takes a piece only while its body is not whole.
class Sink : public BodySink
{
public:
    explicit Sink(HttpRequest request)
        : m_request(std::move(request))
        , m_announced(m_request.field("content-length").toLongLong())
    {}

    std::optional<HttpAnswer> write(const QByteArray &piece) override
    {
        m_body += piece;
        if (m_isOver || (piece.isEmpty() && m_announced > 0) || m_body.size() > m_announced)
            std::abort();
        if (m_request.path == "/throws")
            throw std::runtime_error("no");
        m_isOver = m_request.path == "/small" && m_body.size() > enough;
        return m_isOver ? std::optional(HttpAnswer{.status = 413}) : std::nullopt;
    }

    HttpAnswer finish() override
    {
        if (m_isOver || m_body.size() != m_announced)
            std::abort();
        m_isOver = true;
        return noted(m_request, m_body);
    }

private:
    HttpRequest m_request;
    qint64 m_announced;
    QByteArray m_body{};
    bool m_isOver = false;
};

Router router()
{
    const auto take = [](const HttpRequest &request) {
        return OpenedSink(std::make_shared<Sink>(request));
    };
    const auto refuse = [](const HttpRequest &) {
        return OpenedSink(HttpAnswer{.status = 403});
    };
    QList<Route> routes{{.method = "GET", .pattern = "/", .place = Place::Guard},
                        {.method = "POST", .pattern = "/", .place = Place::Store}};
    for (Route &route : routes)
        route.handle = [](const HttpRequest &request) {
            return noted(request, request.body);
        };
    for (const char *path : {"/all", "/small", "/throws"})
        routes << Route{.method = "POST", .pattern = path, .place = Place::Store, .open = take};
    routes << Route{.method = "POST", .pattern = "/closed", .place = Place::Store, .open = refuse};
    for (Route &route : routes)
        route.maxBody = route.open ? longestBody : 0;
    return {routes, CorsPolicy({})};
}

/// A guard of one connection, whose other threads are a queue.
class Door : private HttpConnection::Host
{
public:
    explicit Door(const Router &routes)
        : m_router(routes)
    {
        auto socket = std::make_unique<fuzz::MemorySocket>();
        m_socket = socket.get();
        m_connection.reset(new HttpConnection(1, std::move(socket), nullptr, nullptr, *this));
    }

    /// `waits`: the other threads have done nothing when the next bytes arrive.
    void feed(QByteArrayView bytes, bool waits)
    {
        if (m_isOver)
            return;
        m_socket->arrive(bytes);
        if (!waits)
            settle();
    }

    void settle()
    {
        do {
            QCoreApplication::sendPostedEvents();
            if (m_work.empty())
                return;
            const std::function<Continuation()> work = std::move(m_work.front());
            m_work.pop_front();
            const Continuation continuation = work();
            if (!m_isOver)
                continuation(*m_connection);
        } while (!m_isOver);
    }

    /// The client leaves.
    void leave()
    {
        m_socket->close();
        m_connection.reset();
        m_work.clear(); // with the sinks that they hold
        if (m_bodies != 0)
            std::abort(); // room that nobody gets back
    }

private:
    const HttpLimits &limits() const override { return ::limits; }
    const Router &router() const override { return m_router; }
    bool isDraining() const override { return false; }
    bool reserveBody(qint64 bytes) override
    {
        m_bodies += bytes;
        return true;
    }
    void releaseBody(qint64 bytes) override { m_bodies -= bytes; }
    bool reserveStream() override { return true; }
    void releaseStream() override {}
    bool run(quint64, Place, qint64 bodyBytes, std::function<Continuation()> work) override
    {
        m_bodies -= bodyBytes; // here a thread begins at once
        m_work.push_back(std::move(work));
        return true;
    }
    bool answerTogether(quint64 connectionId,
                        qint64 bodyBytes,
                        const Route &route,
                        const HttpRequest &request) override
    {
        return run(
            connectionId, Place::Store, bodyBytes, [this, &route, request]() -> Continuation {
                return [answer
                        = router().answerAll(route, {request}).constFirst()](HttpConnection &to) {
                    to.deliver(answer);
                };
            });
    }
    std::function<void()> waker(quint64) override
    {
        return [] {
        };
    }
    void ended(quint64) override { m_isOver = true; }
    std::unique_ptr<ClientSeat> seatFor(const QTcpSocket &peer, const HttpRequest &request) override
    {
        return m_seats.take(m_seats.clientOf(peer.peerAddress(), request));
    }

    const Router &m_router;
    ClientSeats m_seats{1, {QStringLiteral("127.0.0.1")}};
    fuzz::MemorySocket *m_socket = nullptr;
    std::deque<std::function<Continuation()>> m_work{};
    qint64 m_bodies = 0;
    bool m_isOver = false;
    std::unique_ptr<HttpConnection> m_connection{};
};

QByteArrayList served(const Router &routes, QByteArrayView bytes, qsizetype step, bool waits)
{
    carriedOut.clear();
    Door door(routes);
    for (qsizetype used = 0; used < bytes.size(); used += step)
        door.feed(bytes.sliced(used, std::min(step, bytes.size() - used)), waits);
    door.settle();
    door.leave();
    return carriedOut;
}

/// What must come of the bytes: bodies framed whole, however long.
QByteArrayList expected(const Router &routes, QByteArrayView bytes)
{
    RequestFramer framer(limits, [&routes](const HttpRequest &request) {
        return std::max<qint64>(limits.bodyBytes, routes.target(request).maxBody);
    });
    QByteArrayList all;
    while (!bytes.isEmpty() && framer.state() != RequestFramer::State::Refused) {
        bytes = bytes.sliced(framer.feed(bytes));
        if (framer.state() != RequestFramer::State::Complete)
            continue;
        const HttpRequest request = framer.take();
        const bool isUpload = routes.target(request).maxBody > 0;
        const bool hasBody = !request.body.isEmpty();
        const bool isCutShort = request.path == "/closed" || request.path == "/throws"
            || (request.path == "/small" && request.body.size() > enough);
        if (isUpload && hasBody && isCutShort)
            return all; // refused amid its body: nothing behind it is read
        const QByteArray method = request.method;
        const bool isTaken = isUpload
            ? !isCutShort
            : request.path == "/" && (method == "GET" || method == "HEAD" || method == "POST");
        if (isTaken)
            all << method + ' ' + request.path + '|' + request.body;
        if (!request.keepsAlive)
            return all;
    }
    return all;
}

} // namespace

/// Any bytes on a connection whose long bodies go to a sink piece by piece: however they are cut
/// and however slow the sink is, the same requests are carried out, each with its own body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static char name[] = "fuzz";
    static char *arguments[] = {name, nullptr};
    static int argumentCount = 1;
    static QCoreApplication app(argumentCount, arguments);
    static const Router routes = [] {
        QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
        return router();
    }();

    const QByteArrayView bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArrayList wanted = expected(routes, bytes);
    for (const auto &[step, waits] :
         {std::pair<qsizetype, bool>{std::max<qsizetype>(bytes.size(), 1), false},
          {1, false},
          {7, true},
          {100, false}}) {
        if (served(routes, bytes, step, waits) != wanted)
            std::abort();
    }
    // Deleted later: connections that ended within a call of their own.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return 0;
}
