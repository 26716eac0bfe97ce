// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace createzoom {

/// Writes to the log when the GUI thread did nothing for over 100 ms but one thing: nobody may
/// feel it. On in debug builds and where CREATEZOOM_WATCHDOG is set. GUI thread.
class GuiWatchdog : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 limitMilliseconds = 100;

    explicit GuiWatchdog(QObject *parent = nullptr);

    static bool isWanted();

Q_SIGNALS:
    void blocked(qint64 milliseconds);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QElapsedTimer m_sinceBeat{};
};

} // namespace createzoom
