// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace createzoom {

/// What the texts of settings may look like. Pure functions.

bool isHostPort(const QString &text); ///< "127.0.0.1:8000"
bool isUrl(const QString &text, const QStringList &schemes);
/// "*", or as browsers send it (RFC 6454): scheme, host, port where it is not the usual one.
bool isOrigin(const QString &text);
/// "openslide,svg": loaders of libvips that it calls untrusted, and that can be opened.
bool isLoaderList(const QString &text);
/// "10.0.0.7", "fd00::/8": by its characters; whoever uses it knows more.
bool isAddressOrNetwork(const QString &text);

} // namespace createzoom
