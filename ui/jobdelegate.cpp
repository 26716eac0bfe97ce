// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobdelegate.h"

#include "ui/jobtablemodel.h"
#include "ui/jobtext.h"
#include "ui/tone.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int margin = 6;
constexpr int gap = 3;
constexpr int stepsWidth = 61; ///< of all segments of a job, however many it has
constexpr int barHeight = 8;

struct Ink
{
    QColor text;
    QColor fill;
    QColor track;
    QColor faint; ///< outlines of what is still to come
    QColor error;
};

Ink inkFor(const QStyleOptionViewItem &option)
{
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isActive = option.state & QStyle::State_Active;
    const QPalette::ColorGroup group = isActive ? QPalette::Active : QPalette::Inactive;
    const QColor text
        = option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    QColor track = text;
    track.setAlphaF(0.22F);
    QColor faint = text;
    faint.setAlphaF(0.45F);
    if (isSelected)
        return {text, text, track, faint, text};
    return {text,
            toneColor(Tone::Accent, option.palette),
            track,
            faint,
            toneColor(Tone::Error, option.palette)};
}

QRectF barRect(const QRect &cell, int left, int width)
{
    return {qreal(left), cell.center().y() - barHeight / 2.0 + 0.5, qreal(width), qreal(barHeight)};
}

void drawText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, int flags)
{
    const QString text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, rect.width());
    painter->drawText(rect, flags | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

/// Finished: full. Active: half full. Failed: outlined and crossed. Pending: outlined.
void drawSegment(QPainter *painter, const QRectF &rect, StepLook::State state, const Ink &ink)
{
    constexpr qreal radius = 2;
    const QRectF edge = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor color = state == StepLook::State::Failed ? ink.error
        : state == StepLook::State::Pending               ? ink.faint
                                                          : ink.fill;
    QPainterPath shape;
    shape.addRoundedRect(edge, radius, radius);
    if (state == StepLook::State::Finished)
        painter->fillPath(shape, color);
    if (state == StepLook::State::Active) {
        painter->save();
        painter->setClipRect(QRectF(edge.topLeft(), QSizeF(edge.width() / 2, edge.height())),
                             Qt::IntersectClip);
        painter->fillPath(shape, color);
        painter->restore();
    }
    painter->setPen(QPen(color, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(shape);
    if (state == StepLook::State::Failed) {
        const qreal arm = edge.height() / 2;
        const QRectF cross(edge.center() - QPointF(arm, arm), QSizeF(2 * arm, 2 * arm));
        painter->setPen(QPen(color, 1.5));
        painter->drawLine(cross.topLeft(), cross.bottomRight());
        painter->drawLine(cross.bottomLeft(), cross.topRight());
    }
}

/// Where the segment of a job with `count` of them lies in the band, to the pixel.
int segmentEdge(int index, qsizetype count)
{
    return static_cast<int>(index * (stepsWidth + gap) / count);
}

/// The segments share one band, so that the names of the steps stand in line right behind it.
void drawSteps(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QList<int> &states,
               const Ink &ink)
{
    const QRect cell = option.rect.adjusted(margin, 0, -margin, 0);
    const int line = option.fontMetrics.height();
    const bool isTall = cell.height() > 3 * line && !option.text.isEmpty(); // which stands below
    const QRect bars = isTall ? cell.adjusted(0, 0, 0, -line - gap) : cell;
    const auto mirrored = [&](int left, int width) {
        return QStyle::visualRect(
            option.direction, bars, QRect(left, bars.top(), width, bars.height()));
    };
    for (int i = 0; i < states.size(); ++i) {
        const int left = segmentEdge(i, states.size());
        const int width = segmentEdge(i + 1, states.size()) - gap - left;
        const QRect place = mirrored(cell.left() + left, width);
        drawSegment(painter, barRect(bars, place.left(), width), StepLook::State(states[i]), ink);
    }
    painter->setPen(ink.text);
    if (isTall) {
        const QRect below(cell.left(), bars.center().y() + barHeight, cell.width(), line);
        return drawText(painter, option, below, Qt::AlignLeft);
    }
    const int textLeft = cell.left() + stepsWidth + margin;
    drawText(painter, option, mirrored(textLeft, cell.right() + 1 - textLeft), Qt::AlignLeft);
}

/// A bar and, right-aligned in a fixed width, the percent.
void drawProgress(QPainter *painter,
                  const QStyleOptionViewItem &option,
                  double percent,
                  const Ink &ink)
{
    const QRect cell = option.rect.adjusted(margin, 0, -margin, 0);
    const int textWidth = option.fontMetrics.horizontalAdvance(u"100 %"_s) + 2;
    const QRect text
        = QStyle::visualRect(option.direction,
                             cell,
                             QRect(cell.right() - textWidth, cell.top(), textWidth, cell.height()));
    const int width = std::max(0, cell.width() - textWidth - margin);
    const QRect place = QStyle::visualRect(
        option.direction, cell, QRect(cell.left(), cell.top(), width, cell.height()));
    const QRectF track = barRect(cell, place.left(), place.width());

    QPainterPath shape;
    shape.addRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
    painter->fillPath(shape, ink.track);
    QRectF part = track;
    const double length = track.width() * std::clamp(percent, 0.0, 100.0) / 100;
    option.direction == Qt::RightToLeft ? part.setLeft(track.right() - length)
                                        : part.setWidth(length);
    painter->save();
    painter->setClipRect(part, Qt::IntersectClip);
    painter->fillPath(shape, ink.fill);
    painter->restore();

    painter->setPen(ink.text);
    drawText(painter, option, text, Qt::AlignRight);
}

} // namespace

JobDelegate::JobDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void JobDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // What differs between long paths stands at their ends.
    const JobColumn column = JobColumn(index.column());
    option->textElideMode = column == JobColumn::Destination || column == JobColumn::Name
        ? Qt::ElideMiddle
        : Qt::ElideRight;
}

void JobDelegate::paint(QPainter *painter,
                        const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const JobColumn column = JobColumn(index.column());
    if (column != JobColumn::Steps && column != JobColumn::Progress) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    QStyleOptionViewItem background = cell;
    background.text.clear();
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, cell.widget);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(cell.font);
    if (column == JobColumn::Steps)
        drawSteps(painter,
                  cell,
                  index.data(JobTableModel::StepStatesRole).value<QList<int>>(),
                  inkFor(cell));
    else
        drawProgress(
            painter, cell, index.data(JobTableModel::PercentRole).toDouble(), inkFor(cell));
    painter->restore();
}

} // namespace createzoom
