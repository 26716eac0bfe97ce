// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/peerticket.h"

namespace createzoom {

namespace {

QByteArray messageOf(const QByteArray &verb, const QByteArray &path, const QByteArray &until)
{
    return "peer1|" + verb + '|' + path + '|' + until;
}

constexpr qint64 inMilliseconds(std::chrono::milliseconds time)
{
    return time.count();
}

} // namespace

QByteArray
peerTicket(const SecretBox &keys, const QByteArray &verb, const QByteArray &path, qint64 now)
{
    const QByteArray until = QByteArray::number((now + inMilliseconds(peerTicketTime)) / 1000);
    return until + '.' + keys.sign(messageOf(verb, path, until));
}

bool isPeerTicket(const QByteArray &ticket,
                  const SecretBox &keys,
                  const QByteArray &verb,
                  const QByteArray &path,
                  qint64 now)
{
    const qsizetype dot = ticket.indexOf('.');
    const QByteArray until = ticket.left(std::max<qsizetype>(dot, 0));
    const qint64 end = until.toLongLong() * 1000;
    // One of a clock that goes wrong by more would be good for ever.
    const bool isNow = end >= now && end <= now + 2 * inMilliseconds(peerTicketTime);
    return isNow && keys.isSigned(messageOf(verb, path, until), ticket.mid(dot + 1));
}

} // namespace createzoom
