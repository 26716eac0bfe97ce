// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guiwatchdog.h"

#include "core/base/logging.h"

namespace createzoom {

namespace {

constexpr int beatMilliseconds = 20;

} // namespace

GuiWatchdog::GuiWatchdog(QObject *parent)
    : QObject(parent)
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
    if (late <= limitMilliseconds)
        return;
    qCWarning(lcApp).noquote() << "the window did not answer for" << late << "ms";
    Q_EMIT blocked(late);
}

} // namespace createzoom
