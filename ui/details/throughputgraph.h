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
    explicit ThroughputGraph(QWidget *parent = nullptr);

    void addSecond(double pixelsPerSecond);
    /// The latest last, of ten seconds each; the one at the end may be of fewer.
    const QList<double> &samples() const { return m_samples; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_samples{};
    int m_seconds = 0; ///< that the last one holds
};

} // namespace createzoom
