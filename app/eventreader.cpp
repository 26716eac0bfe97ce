// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/eventreader.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// A server that never ends a line must not fill the memory.
constexpr qsizetype longestLine = 4LL * 1024 * 1024;

} // namespace

EventReader::EventReader(std::function<void(const Event &)> tell)
    : m_tell(std::move(tell))
{}

Result<void> EventReader::begin(const HttpReply &head)
{
    if (head.header("content-type").startsWith("text/event-stream"))
        return {};
    return Error{ErrorCode::RemoteFailure, u"The server has no events of its jobs"_s};
}

Result<void> EventReader::take(const QByteArray &bytes)
{
    m_unread += bytes;
    if (m_unread.size() > longestLine)
        return Error{ErrorCode::RemoteFailure, u"The server's events make no sense"_s};
    qsizetype begin = 0;
    for (qsizetype end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n', begin)) {
        readLine(m_unread.mid(begin, end - begin));
        begin = end + 1;
    }
    m_unread.remove(0, begin);
    return {};
}

/// "event: log"; an empty line ends an event, one that begins with a colon says nothing.
void EventReader::readLine(const QByteArray &line)
{
    const QByteArray text = line.endsWith('\r') ? line.chopped(1) : line;
    if (text.isEmpty()) {
        if (const Event event = std::exchange(m_event, {}); !event.name.isEmpty())
            m_tell(event);
        return;
    }
    const qsizetype colon = text.indexOf(':');
    const QByteArray field = colon < 0 ? text : text.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : text.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (field == "event")
        m_event.name = value;
    else if (field == "data")
        m_event.data += m_event.data.isEmpty() ? value : '\n' + value;
    else if (field == "id")
        m_lastId = value;
}

} // namespace createzoom
