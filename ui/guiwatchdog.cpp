// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guiwatchdog.h"

#include "core/base/logging.h"

#include <QFile>

namespace createzoom {

namespace {

constexpr int beatMilliseconds = 20;

} // namespace

GuiWatchdog::GuiWatchdog(QObject *parent)
    : QObject(parent)
    , m_spent(timesSpent())
{
    m_sinceBeat.start();
    startTimer(beatMilliseconds, Qt::PreciseTimer);
}

bool GuiWatchdog::isWanted()
{
#ifdef NDEBUG
    return qEnvironmentVariableIsSet("CREATEZOOM_WATCHDOG");
#else
    return true;
#endif
}

void GuiWatchdog::timerEvent(QTimerEvent * /*event*/)
{
    const qint64 late = m_sinceBeat.restart() - beatMilliseconds;
    const Times before = m_spent;
    m_spent = timesSpent();
    if (late <= limitMilliseconds)
        return;
    qCWarning(lcApp).noquote() << "the window did not answer for" << late << "ms; its thread worked"
                               << m_spent.working - before.working << "ms and waited"
                               << m_spent.runnable - before.runnable << "ms for a processor";
    Q_EMIT blocked(late);
}

/// The kernel's own account, in memory: no disk is asked.
GuiWatchdog::Times GuiWatchdog::timesSpent()
{
    constexpr qint64 nanoseconds = 1'000'000; // of a millisecond
    QFile account(QStringLiteral("/proc/thread-self/schedstat"));
    if (!account.open(QIODevice::ReadOnly))
        return {};
    const QByteArrayList words = account.readAll().split(' ');
    return {words.value(0).toLongLong() / nanoseconds, words.value(1).toLongLong() / nanoseconds};
}

} // namespace createzoom
