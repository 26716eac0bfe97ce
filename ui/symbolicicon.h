// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tone.h"

#include <QIcon>
#include <QString>

namespace createzoom {

/// The drawing resources/icons/<name>.svg as an icon: sharp at any size, in the colour of the tone
/// and of the palette that holds when it is painted. Disabled and selected as text would be. GUI
/// thread.
QIcon symbolicIcon(const QString &name, Tone tone = Tone::Neutral);

} // namespace createzoom
