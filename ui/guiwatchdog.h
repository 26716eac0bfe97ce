// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace createzoom {

/// Writes to the log when the GUI thread did nothing for over 100 ms but one thing: nobody may
/// feel it. Says how much of it the thread worked, and how much other programs had the processors:
/// what is left it waited for something. On in debug builds and where CREATEZOOM_WATCHDOG is set.
/// GUI thread.
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
    /// Of this thread since it began, in milliseconds; 0 where the system does not say.
    struct Times
    {
        qint64 working = 0;
        qint64 runnable = 0; ///< and no processor free
    };
    static Times timesSpent();

    QElapsedTimer m_sinceBeat{};
    Times m_spent;
};

} // namespace createzoom
