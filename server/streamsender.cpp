// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/streamsender.h"

#include "server/clientsocket.h"
#include "server/detachedwork.h"
#include "server/httpconnection.h"

#include <utility>

namespace createzoom {

StreamSender::StreamSender(std::shared_ptr<AnswerStream> stream,
                           ClientSocket &client,
                           DetachedWork &work,
                           qint64 maxUnsent)
    : m_stream(std::move(stream))
    , m_client(client)
    , m_work(work)
    , m_maxUnsent(maxUnsent)
{
    m_stream->listen(m_work.waker());
}

StreamSender::~StreamSender()
{
    m_stream->listen({});
}

StreamSender::State StreamSender::proceed()
{
    while (!m_isBeingRead && m_client.unsent() <= m_maxUnsent) {
        if (m_stream->source() == AnswerStream::Source::Store)
            return readElsewhere() ? State::Sending : State::Broken;
        const AnswerStream::Piece piece = m_stream->read();
        const State state = write(piece);
        if (state != State::Sending || piece.state == AnswerStream::State::Nothing)
            return state;
    }
    return State::Sending;
}

bool StreamSender::readElsewhere()
{
    m_isBeingRead = m_work.run(Place::Store, [stream = m_stream]() -> Continuation {
        return [piece = stream->read()](HttpConnection &connection) {
            connection.streamed(piece);
        };
    });
    return m_isBeingRead;
}

StreamSender::State StreamSender::take(const AnswerStream::Piece &piece)
{
    m_isBeingRead = false;
    const State state = write(piece);
    const bool goesOn = state == State::Sending && piece.state == AnswerStream::State::More;
    return goesOn ? proceed() : state;
}

StreamSender::State StreamSender::write(const AnswerStream::Piece &piece)
{
    if (!piece.bytes.isEmpty())
        m_client.write(piece.bytes);
    switch (piece.state) {
    case AnswerStream::State::More:
    case AnswerStream::State::Nothing:
        return State::Sending;
    case AnswerStream::State::End:
        return State::Done;
    case AnswerStream::State::Broken:
        break;
    }
    return State::Broken;
}

} // namespace createzoom
