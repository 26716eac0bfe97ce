// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"
#include "core/transfer/httperror.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QEventLoop>

#include <chrono>
#include <functional>
#include <optional>

class QNetworkReply;

namespace createzoom {

/// Takes the body of a success as it comes. On any error the transfer ends with that error.
class BodyReceiver
{
public:
    BodyReceiver() = default;
    virtual ~BodyReceiver() = default;
    BodyReceiver(const BodyReceiver &) = delete;
    BodyReceiver &operator=(const BodyReceiver &) = delete;

    /// Once, before any byte: status and headers are known.
    virtual Result<void> begin(const HttpReply &head) = 0;
    virtual Result<void> take(const QByteArray &bytes) = 0;
};

/// What bounds one exchange, and where its bytes go.
struct HttpExchangePlan
{
    std::chrono::milliseconds stallTimeout{30'000};
    qint64 minimumRate = 0; ///< bytes a second over each stallTimeout; 0 = any
    QDeadlineTimer callDeadline{QDeadlineTimer::Forever}; ///< then Network: worth another try
    QDeadlineTimer operationDeadline{QDeadlineTimer::Forever}; ///< then Timeout
    qint64 maxBody = 0; ///< of a success without receiver
    BodyReceiver *receiver = nullptr; ///< not owned; takes the body of a success
    qint64 bytesToSend = 0;
    std::function<void(qint64)> sent{}; ///< of the request's body, so far
};

/// Waits for one reply in a local event loop of the calling thread, under watch: cancel, stall,
/// rate, deadlines. Lives on the stack of that call.
class HttpExchange
{
public:
    HttpExchange(QNetworkReply &reply, const HttpExchangePlan &plan, const StepControl &control);

    /// Any status is a success here; an Error means that there is no complete answer.
    Result<HttpReply> wait();

private:
    void noteHead();
    void readHead();
    void drain();
    void takeBody(const QByteArray &bytes);
    void noteSent(qint64 bytes);
    void noteMoved(qint64 bytes);
    void watch();
    void fail(const Error &error);
    std::optional<Error> incompleteness() const;

    QNetworkReply &m_reply;
    const HttpExchangePlan &m_plan;
    const StepControl &m_control;
    QEventLoop m_loop{};
    HttpReply m_head{};
    std::optional<Error> m_failure{};
    bool m_begun = false;
    qint64 m_sent = 0;
    qint64 m_received = 0;
    qint64 m_movedInWindow = 0;
    QDeadlineTimer m_silence{};
    QDeadlineTimer m_rateWindow{};
};

} // namespace createzoom
