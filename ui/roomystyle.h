// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace createzoom {

/// A style with more room beside the words of tables and lists: numbers that end a column do not
/// touch the words that begin the next. Owned by the application. GUI thread.
class RoomyStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Of the style of that name (QStyleFactory).
    explicit RoomyStyle(const QString &name);

    int pixelMetric(PixelMetric metric,
                    const QStyleOption *option,
                    const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget) const override;
};

} // namespace createzoom
