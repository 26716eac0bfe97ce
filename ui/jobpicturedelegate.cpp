// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobpicturedelegate.h"

#include "ui/jobtablemodel.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

void drawFrame(QPainter *painter, const QRectF &place, QColor color)
{
    color.setAlphaF(0.22F);
    painter->setPen(color);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

} // namespace

void JobPictureDelegate::paint(QPainter *painter,
                               const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const QRect place = cell.rect.adjusted(margin, margin, -margin, -margin);
    const auto picture = index.data(JobTableModel::PictureRole).value<QImage>();
    const bool isSelected = cell.state & QStyle::State_Selected;
    const QColor ink = cell.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (picture.isNull()) {
        drawFrame(painter, place, ink);
    } else {
        QRectF middle({}, QSizeF(picture.size()) / painter->device()->devicePixelRatioF());
        middle.moveCenter(QRectF(place).center());
        painter->setClipRect(cell.rect, Qt::IntersectClip);
        painter->drawImage(middle, picture);
        drawFrame(painter, middle, ink);
    }
    painter->restore();
}

} // namespace createzoom
