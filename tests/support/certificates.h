// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace createzoom::tests {

/// Into `folder`: two authorities (ca.pem, other.pem), and a certificate for 127.0.0.1 by the first
/// (redis.pem with redis.key). False: openssl cannot.
bool makeCertificates(const QString &folder);

} // namespace createzoom::tests
