// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/naturalorder.h"

namespace createzoom {

QCollator naturalOrder()
{
    const QLocale locale;
    QCollator order(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    order.setNumericMode(true);
    order.setCaseSensitivity(Qt::CaseInsensitive);
    return order;
}

} // namespace createzoom
