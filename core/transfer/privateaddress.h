// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QHostAddress;

namespace createzoom {

/// This machine, its neighbours, or nobody in particular: an address that the Internet does not
/// lead to (IANA's special-purpose registries, RFC 6890), and one that carries such a one.
bool isPrivate(const QHostAddress &address);
/// The same of a URL's host; no name but localhost is known.
bool isPrivateHost(const QString &host);

} // namespace createzoom
