// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

namespace createzoom::tests {

/// Small real images, made in memory: smooth colours with some structure, so that tiles differ.
/// `seed` makes images that can be told apart by their colour (seededColour).
QByteArray tiffImage(QSize size, int seed = 0); ///< uncompressed RGB strips
QByteArray jpegImage(QSize size, int seed = 0);
/// Black, 8-bit grey; small, and long to convert.
QByteArray blackPng(QSize size);
/// 69 bytes that claim to be 2,000,000 x 2,000,000 pixels.
QByteArray hugeClaimPng();

} // namespace createzoom::tests
