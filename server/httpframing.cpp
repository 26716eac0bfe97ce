// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/httpframing.h"

#include <algorithm>
#include <utility>

namespace createzoom {

namespace {

constexpr QByteArrayView headEnd("\r\n\r\n");

/// What a request line holds beside its URI: a method, blanks, the version.
constexpr qsizetype lineAllowance = 64;

bool hasBareLineEnd(QByteArrayView text, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        const bool isBareFeed = text[i] == '\n' && (i == 0 || text[i - 1] != '\r');
        const bool isBareReturn = text[i] == '\r' && i + 1 < text.size() && text[i + 1] != '\n';
        if (isBareFeed || isBareReturn)
            return true;
    }
    return false;
}

/// Of the request line, as far as it is there.
qsizetype lineLength(const QByteArray &text)
{
    const qsizetype end = text.indexOf("\r\n");
    return end < 0 ? text.size() - (text.endsWith('\r') ? 1 : 0) : end;
}

} // namespace

RequestFramer::RequestFramer(const HttpLimits &limits, BodyLimit bodyLimit)
    : m_limits(limits)
    , m_bodyLimit(std::move(bodyLimit))
{}

qsizetype RequestFramer::feed(QByteArrayView bytes)
{
    switch (m_state) {
    case State::Empty:
    case State::Head:
        return feedHead(bytes);
    case State::Body:
        return feedBody(bytes);
    case State::Complete:
    case State::Refused:
        break;
    }
    return 0;
}

HttpRequest RequestFramer::take()
{
    Q_ASSERT(m_state == State::Complete);
    m_state = State::Empty;
    m_text.clear();
    return std::move(std::exchange(m_head, {}).request);
}

RequestHead RequestFramer::takeHead()
{
    Q_ASSERT(m_state == State::Body && m_head.request.body.isEmpty());
    m_state = State::Empty;
    m_text.clear();
    return std::exchange(m_head, {});
}

qsizetype RequestFramer::feedHead(QByteArrayView bytes)
{
    qsizetype skipped = 0;
    if (m_state == State::Empty) { // line ends before a request are passed over (RFC 9112, 2.2)
        while (skipped < bytes.size() && (bytes[skipped] == '\r' || bytes[skipped] == '\n'))
            ++skipped;
        if (skipped == bytes.size())
            return skipped;
        m_state = State::Head;
    }
    const qsizetype known = m_text.size();
    const qsizetype taken = std::min(bytes.size() - skipped, m_limits.headerBytes + 1 - known);
    m_text.append(bytes.sliced(skipped, taken));
    const qsizetype scanFrom = std::max<qsizetype>(0, known - headEnd.size() + 1);
    const qsizetype end = m_text.indexOf(headEnd, scanFrom);
    if (end < 0) {
        judgeUnfinished(scanFrom);
        return skipped + taken;
    }
    const qsizetype beyond = m_text.size() - (end + headEnd.size());
    m_text.truncate(end);
    if (hasBareLineEnd(m_text, 0))
        refuse({400, "A line must end with CR LF"});
    else if (lineLength(m_text) > m_limits.uriBytes + lineAllowance) // as when it came in pieces
        refuse({414, "The URI is too long"});
    else
        finishHead();
    return skipped + taken - beyond;
}

/// A client that cannot succeed any more is told so at once, not after its timeout.
void RequestFramer::judgeUnfinished(qsizetype scannedFrom)
{
    if (!isTokenCharacter(m_text.front()))
        refuse({400, "The request line is malformed"});
    else if (hasBareLineEnd(m_text, scannedFrom))
        refuse({400, "A line must end with CR LF"});
    else if (lineLength(m_text) > m_limits.uriBytes + lineAllowance)
        refuse({414, "The URI is too long"});
    else if (m_text.size() > m_limits.headerBytes)
        refuse({431, "The header is too large"});
}

void RequestFramer::finishHead()
{
    if (const std::optional<Refusal> refused = parseHead(m_text, m_limits, m_head))
        return refuse(*refused);
    const qint64 limit = m_bodyLimit ? m_bodyLimit(m_head.request) : m_limits.bodyBytes;
    if (m_head.bodyLength > limit)
        return refuse({413, "The request body is too large"});
    m_text.clear();
    m_state = m_head.bodyLength > 0 ? State::Body : State::Complete;
}

qsizetype RequestFramer::feedBody(QByteArrayView bytes)
{
    QByteArray &body = m_head.request.body;
    if (body.isEmpty()) // not before: whoever announces a body may yet be refused
        body.reserve(std::min<qint64>(m_head.bodyLength, m_limits.bodyBytes));
    const qsizetype taken = std::min<qsizetype>(bytes.size(), m_head.bodyLength - body.size());
    body.append(bytes.first(taken));
    if (body.size() == m_head.bodyLength)
        m_state = State::Complete;
    return taken;
}

void RequestFramer::refuse(const Refusal &refusal)
{
    m_refusal = refusal;
    m_state = State::Refused;
    m_text.clear();
}

} // namespace createzoom
