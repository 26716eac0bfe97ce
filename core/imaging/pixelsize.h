// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QSizeF>

#include <optional>

namespace createzoom {

/// PhysicalSizeX and PhysicalSizeY of the first Pixels element of an OME-XML text, in micrometres.
/// Nothing when the text is not OME-XML, or does not say.
std::optional<QSizeF> omePixelSize(QByteArrayView xml);

} // namespace createzoom
