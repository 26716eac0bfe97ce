// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/secretbox.h"

#include <QByteArray>

#include <chrono>

namespace createzoom {

/// How far the clocks of two machines may differ, and how long a ticket is good at least.
inline constexpr std::chrono::minutes peerTicketTime{5};

/// What a process shows another one that has the same token keys: good for one verb and one path,
/// until a time. "<UTC seconds>.<SecretBox::sign()>"; goes where a bearer token does. Pure.
/// `now`: UTC milliseconds since 1970.
QByteArray
peerTicket(const SecretBox &keys, const QByteArray &verb, const QByteArray &path, qint64 now);
bool isPeerTicket(const QByteArray &ticket,
                  const SecretBox &keys,
                  const QByteArray &verb,
                  const QByteArray &path,
                  qint64 now);

} // namespace createzoom
