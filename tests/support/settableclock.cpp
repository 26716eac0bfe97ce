// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/settableclock.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom::tests {

SettableClock::SettableClock()
    : m_time(m_folder.filePath(u"time"_s))
{
    if (!m_time.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        qFatal("a clock that can be set needs a temporary folder");
    setTime(0);
}

QMap<QString, QString> SettableClock::variables() const
{
    QMap<QString, QString> variables{
        {u"LD_PRELOAD"_s, QLatin1String(CREATEZOOM_STOPPED_CLOCK_LIBRARY)},
        {u"STOPPED_CLOCK"_s, m_time.fileName()}};
#ifdef CREATEZOOM_SANITIZED // the address sanitizer ends a program where a library precedes its own
    variables[u"ASAN_OPTIONS"_s]
        = qEnvironmentVariable("ASAN_OPTIONS") + u":verify_asan_link_order=0"_s;
#endif
    return variables;
}

void SettableClock::setTime(qint64 utcMilliseconds)
{
    m_time.seek(0);
    m_time.write(reinterpret_cast<const char *>(&utcMilliseconds), sizeof utcMilliseconds);
}

} // namespace createzoom::tests
