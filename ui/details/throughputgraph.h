// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace createzoom {

/// Megapixels a second of the last hour, as a curve. GUI thread.
class ThroughputGraph : public QWidget
{
    Q_OBJECT

public:
    static constexpr int secondsPerSample = 10;
    static constexpr int sampleCount = 360; ///< an hour

    explicit ThroughputGraph(QWidget *parent = nullptr);

    void addSample(double pixelsPerSecond);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_samples{}; ///< the latest last
};

} // namespace createzoom
