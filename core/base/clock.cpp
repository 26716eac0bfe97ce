// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace createzoom {

Clock systemClock()
{
    return [] {
        return QDateTime::currentMSecsSinceEpoch();
    };
}

RandomSource systemRandom()
{
    return [] {
        return QRandomGenerator::global()->generateDouble();
    };
}

} // namespace createzoom
