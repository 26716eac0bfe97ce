// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace createzoom {

/// What one client, and all of them together, may take. The defaults are those of the decisions
/// page ("The HTTP door"); tests shorten the times.
struct HttpLimits
{
    qsizetype headerBytes = 16LL * 1024; ///< request line and fields
    qsizetype headerFields = 100; ///< QHttpServer drops all fields of a request with more
    qsizetype uriBytes = 8LL * 1024;
    qsizetype bodyBytes = 64LL * 1024;
    qint64 bodiesInFlight = 16LL * 1024 * 1024; ///< of all requests that are not answered yet
    int detachedRequests
        = 2048; ///< that wait for the store or another server, their clients gone or not
    qsizetype connections = 1024; ///< must stay well below RLIMIT_NOFILE
    qsizetype streams = 1024; ///< answers that are sent in pieces, in connections beside those
    qsizetype connectionsPerAddress = 0; ///< 0: as many as in all
    qint64 unsentBytes
        = 256LL * 1024; ///< no further request is read from a client that owes reading this much
    std::chrono::milliseconds headerTime{10'000};
    std::chrono::milliseconds askTime{1'000}; ///< when all connections are taken, who has not asked
                                              ///< anything for so long makes room
    std::chrono::milliseconds bodyTime{30'000}; ///< of a long one: in which writeMinimum must come
    std::chrono::milliseconds idleTime{75'000}; ///< between two requests
    std::chrono::milliseconds writeStall{30'000}; ///< in which a client must take what it is owed
    qint64 writeMinimum = 16LL * 1024; ///< bytes in each writeStall, or all of them
    std::chrono::milliseconds lingerTime{
        1'500}; ///< after a refusal, so that the client gets to read it
    std::chrono::milliseconds drainTime{5'000}; ///< for what runs when the server stops
};

} // namespace createzoom
