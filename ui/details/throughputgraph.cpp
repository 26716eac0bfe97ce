// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/throughputgraph.h"

#include "ui/jobcolumns.h"
#include "ui/tone.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace createzoom {

namespace {

constexpr int secondsPerSample = 10;
constexpr int sampleCount = 360; ///< an hour

} // namespace

ThroughputGraph::ThroughputGraph(QWidget *parent)
    : QWidget(parent)
{
    setMinimumWidth(200);
    setFixedHeight(140);
    setAccessibleName(tr("Speed in the last 60 minutes"));
}

void ThroughputGraph::addSecond(double pixelsPerSecond)
{
    if (m_seconds == 0)
        m_samples << 0;
    m_samples.last() += (pixelsPerSecond - m_samples.last()) / ++m_seconds;
    if (m_seconds == secondsPerSample)
        m_seconds = 0;
    if (m_samples.size() > sampleCount)
        m_samples.removeFirst();
    setAccessibleDescription(speedText(pixelsPerSecond, true));
    update();
}

void ThroughputGraph::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    const QRectF area = QRectF(rect()).adjusted(0.5, line + 4, -0.5, -line - 2.5);
    const QColor text = palette().color(QPalette::Text);
    const double top
        = m_samples.isEmpty() ? 0 : *std::max_element(m_samples.begin(), m_samples.end());
    painter.setPen(text);
    const QString most = speedText(top, true);
    painter.drawText(QRect(0, 0, width(), line),
                     Qt::AlignLeading | Qt::AlignVCenter,
                     most.isEmpty() ? tr("Speed") : tr("Speed, at most %1").arg(most));
    const QRect foot(0, height() - line, width(), line);
    painter.drawText(foot, Qt::AlignLeading | Qt::AlignVCenter, tr("60 min ago"));
    painter.drawText(foot, Qt::AlignTrailing | Qt::AlignVCenter, tr("now"));
    QColor frame = text;
    frame.setAlphaF(0.3F);
    painter.setPen(frame);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (top <= 0) {
        painter.setPen(text);
        painter.drawText(area, Qt::AlignCenter, tr("No speed measured yet"));
        return;
    }
    QPainterPath curve;
    const double step = area.width() / sampleCount;
    const double left = area.right() - step * static_cast<double>(m_samples.size());
    const auto height = [&](double speed) {
        return area.bottom() - area.height() * speed / top;
    };
    curve.moveTo(left, height(m_samples.first())); // the first one is seen at once
    for (qsizetype i = 0; i < m_samples.size(); ++i)
        curve.lineTo(left + step * static_cast<double>(i + 1), height(m_samples.at(i)));
    QColor color = toneColor(Tone::Accent, palette());
    painter.setPen(QPen(color, 1.5));
    painter.drawPath(curve);
    curve.lineTo(area.bottomRight());
    curve.lineTo(left, area.bottom());
    color.setAlphaF(0.18F);
    painter.fillPath(curve, color);
}

} // namespace createzoom
