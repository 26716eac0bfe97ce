// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobfacets.h"

#include <QList>
#include <QStatusBar>

#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace createzoom {

class QueueForecast;
struct JobRow;

/// How fast all jobs go together.
struct TotalSpeed
{
    double down = 0; ///< bytes a second
    double up = 0;
    double pixels = 0;
};

/// The line at the foot of the window: the queue and its counts, which are buttons to see those
/// jobs; when all is done; speeds; what is selected; free disk, REST interface. GUI thread.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void showTally(const JobTally &tally);
    void showQueuePaused(bool isPaused);
    void showForecast(const QueueForecast &forecast);
    void showSpeed(const TotalSpeed &speed);
    void showSelection(const QList<const JobRow *> &rows);
    void showRestAddress(const QString &address); ///< empty: the interface is off
    void showWorkers(int count); ///< of a server
    void showFreeDisk(const QString &folder, qint64 bytes); ///< below 0: not known
    void setNarrow(bool isNarrow); ///< only what matters most
    void setDiskFloor(qint64 bytes) { m_diskFloor = bytes; }

Q_SIGNALS:
    void groupClicked(createzoom::StateGroup group);
    void workersClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addCounts();
    void showQueueWord();
    void showDiskTone();

    QLabel *m_queue = nullptr;
    QList<QToolButton *> m_counts{};
    QProgressBar *m_progress = nullptr;
    QLabel *m_forecast = nullptr;
    QLabel *m_speed = nullptr;
    QLabel *m_selection = nullptr;
    QLabel *m_diskIcon = nullptr;
    QLabel *m_disk = nullptr;
    QToolButton *m_workers = nullptr; ///< hidden for this computer
    QLabel *m_rest = nullptr;
    bool m_isPaused = false;
    bool m_isNarrow = false;
    QString m_restAddress{};
    int m_running = 0;
    int m_waiting = 0;
    qint64 m_diskFloor = qint64{5} << 30;
    qint64 m_freeBytes = -1;
    QString m_diskFolder{};
};

} // namespace createzoom
