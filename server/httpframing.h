// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httphead.h"

#include <functional>

namespace createzoom {

/// How long a request's body may be, in bytes.
using BodyLimit = std::function<qint64(const HttpRequest &)>;

/// Cuts a stream of bytes into requests, however the bytes arrive, and judges each before anybody
/// acts on it. Holds at most one request with a body of HttpLimits::bodyBytes. Pure: no socket, no
/// clock. Owned by one HttpConnection.
class RequestFramer
{
public:
    enum class State {
        Empty, ///< between two requests
        Head,
        Body, ///< the head is good: its body is awaited
        Complete, ///< take() it
        Refused, ///< for good
    };

    /// `bodyLimit`: none for HttpLimits::bodyBytes. A longer body is for takeHead() only.
    explicit RequestFramer(const HttpLimits &limits, BodyLimit bodyLimit = {});

    /// Takes bytes up to the next change of state and says how many. 0 when it is Complete or
    /// Refused.
    qsizetype feed(QByteArrayView bytes);

    State state() const { return m_state; }
    const RequestHead &head() const { return m_head; }
    const Refusal &refusal() const { return m_refusal; }
    /// The complete request; the framer is Empty then.
    HttpRequest take();
    /// In State::Body, before any of it was fed: the body is the caller's, `bodyLength` bytes, and
    /// behind them the next request begins.
    RequestHead takeHead();

private:
    qsizetype feedHead(QByteArrayView bytes);
    qsizetype feedBody(QByteArrayView bytes);
    void judgeUnfinished(qsizetype scannedFrom);
    void finishHead();
    void refuse(const Refusal &refusal);

    HttpLimits m_limits{};
    BodyLimit m_bodyLimit{};
    State m_state = State::Empty;
    QByteArray m_text{}; ///< the head so far
    RequestHead m_head{};
    Refusal m_refusal{};
};

} // namespace createzoom
