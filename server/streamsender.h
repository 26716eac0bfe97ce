// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/answerstream.h"

#include <memory>

namespace createzoom {

class ClientSocket;
class DetachedWork;

/// Writes an AnswerStream to its client, no faster than it reads: at most HttpLimits::unsentBytes
/// and one piece wait in memory. Owned by the client's HttpConnection; server thread.
class StreamSender
{
public:
    StreamSender(std::shared_ptr<AnswerStream> stream,
                 ClientSocket &client,
                 DetachedWork &work,
                 qint64 maxUnsent);
    ~StreamSender();
    StreamSender(const StreamSender &) = delete;
    StreamSender &operator=(const StreamSender &) = delete;

    enum class State { Sending, Done, Broken };
    /// The client has taken something, or the stream has something: goes on.
    State proceed();
    /// What proceed() had read on another thread.
    State take(const AnswerStream::Piece &piece);
    /// Its end lies with us, not with the stream: it may be cut when the server stops.
    bool isEndless() const { return !m_stream->length(); }

private:
    bool readElsewhere();
    State write(const AnswerStream::Piece &piece);

    std::shared_ptr<AnswerStream> m_stream;
    ClientSocket &m_client;
    DetachedWork &m_work;
    const qint64 m_maxUnsent;
    bool m_isBeingRead = false;
};

} // namespace createzoom
