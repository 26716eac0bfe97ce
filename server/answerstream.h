// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/readiness.h"

#include <QByteArray>

#include <optional>

namespace createzoom {

/// The body of an answer that is too long to be held in memory, or that is still being written: it
/// is asked for piece by piece, as fast as the client takes it. Made by a handler, then owned by
/// the client's connection. notify() says that a stream that had nothing has something again.
class AnswerStream : public Readiness
{
public:
    enum class Source {
        Memory, ///< read() needs no wait: it is called on the server's thread
        Store, ///< read() may wait for a disk: it is called on a thread that may
    };
    enum class State {
        More, ///< ask again
        Nothing, ///< wait for notify()
        End,
        Broken, ///< the client must see that something is missing
    };
    struct Piece
    {
        QByteArray bytes{};
        State state = State::End;
    };

    virtual Source source() const = 0;
    /// In bytes; none when nobody knows: the end of the connection is the end of the body then.
    virtual std::optional<qint64> length() const = 0;
    /// Never called by two threads at once.
    virtual Piece read() = 0;
};

} // namespace createzoom
