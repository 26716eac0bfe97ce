// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roomystyle.h"

#include <QHeaderView>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace createzoom {

namespace {

// In step: the words of a header stand above those of its column.
constexpr int besideWords = 5;
constexpr int aroundHeader = besideWords + 1; ///< views add one to the other

} // namespace

RoomyStyle::RoomyStyle(const QString &name)
    : QProxyStyle(QStyleFactory::create(name))
{}

int RoomyStyle::pixelMetric(PixelMetric metric,
                            const QStyleOption *option,
                            const QWidget *widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    const auto *header = qobject_cast<const QHeaderView *>(widget);
    if (metric == PM_HeaderMargin && header && header->orientation() == Qt::Horizontal)
        return std::max(usual, aroundHeader);
    if (metric == PM_FocusFrameHMargin && qobject_cast<const QAbstractItemView *>(widget))
        return std::max(usual, besideWords);
    return usual;
}

void RoomyStyle::drawPrimitive(PrimitiveElement element,
                               const QStyleOption *option,
                               QPainter *painter,
                               const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (element != PE_IndicatorHeaderArrow || !header || !widget)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    QStyleOptionHeader level(*header); // with the words, and not at a fixed distance from above
    level.rect.moveTop((widget->height() - level.rect.height()) / 2 + 1);
    QProxyStyle::drawPrimitive(element, &level, painter, widget);
}

} // namespace createzoom
