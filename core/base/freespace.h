// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace createzoom {

/// Bytes that an ordinary user may still write in a folder, if that can be told. Also in a
/// container or chroot whose root is no mount point of its own, where QStorageInfo knows nothing.
/// Slow on a network disk that is gone.
std::optional<qint64> freeBytesIn(const QString &folder);

} // namespace createzoom
