// SPDX-License-Identifier: GPL-3.0-or-later
// What a ViewerWidget says of itself.
#include "ui/viewer/viewerwidget.h"

#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

QString ViewerWidget::statusText() const
{
    if (!m_source)
        return {};
    const QString gap = u"    "_s;
    const QPointF at = m_motion.shown().toImage(m_cursor.value_or(QPointF()));
    const QSizeF pixel = m_source->pixelSize();
    QString text;
    if (m_cursor && QRectF(QPointF(), QSizeF(layout().size())).contains(at)) {
        text = tr("%1, %2 px").arg(std::floor(at.x()), 0, 'f', 0).arg(std::floor(at.y()), 0, 'f', 0)
            + gap;
        if (!pixel.isEmpty())
            text += tr("%1, %2 \u00b5m")
                        .arg(at.x() * pixel.width(), 0, 'f', 1)
                        .arg(at.y() * pixel.height(), 0, 'f', 1)
                + gap;
    }
    constexpr double percent = 100;
    text += tr("%1 %").arg(QLocale().toString(view().deviceScale() * percent, 'g', 3));
    text += gap + tr("level %1").arg(view().level(layout()));
    return isGrowing() ? text + gap + tr("still being made") : text;
}

/// For who looks for a fault.
QString ViewerWidget::note() const
{
    constexpr int mebi = 20;
    return tr("level %1 of %2").arg(view().level(layout())).arg(layout().topLevel()) + u'\n'
        + tr("%n tiles in memory", nullptr, static_cast<int>(m_cache->count()))
        + u" (%1 MiB)\n"_s.arg(m_cache->bytes() >> mebi)
        + tr("%n tiles waiting", nullptr, static_cast<int>(m_loader->waiting()));
}

} // namespace createzoom
