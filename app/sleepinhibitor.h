// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace createzoom {

/// Keeps the machine from falling asleep while jobs run, by logind; by the desktop's screen saver
/// where there is no logind. What it asked for ends with it, and with the process. GUI thread.
class SleepInhibitor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~SleepInhibitor() override;

    void setActive(bool isActive);
    bool isAsking() const { return m_isAsking; } ///< an answer is still to come
    bool isKeptAwake() const { return m_lock.isValid() || m_cookie != 0; }

private:
    void askLogind();
    void askScreenSaver();
    void take(uint cookie);
    void letGo();

    bool m_isActive = false;
    bool m_isAsking = false;
    QDBusUnixFileDescriptor m_lock{}; ///< logind's: held as long as it is open
    uint m_cookie = 0; ///< the screen saver's; 0: none
};

} // namespace createzoom
