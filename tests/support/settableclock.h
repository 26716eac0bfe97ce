// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QMap>
#include <QString>
#include <QTemporaryDir>

namespace createzoom::tests {

/// The wall clock of processes that are started with its variables: it shows what setTime() said
/// last, and stands still in between. Outlives them. Main thread only.
class SettableClock
{
public:
    SettableClock();

    /// What a process needs in its environment to see this clock.
    QMap<QString, QString> variables() const;
    void setTime(qint64 utcMilliseconds);

private:
    QTemporaryDir m_folder{};
    QFile m_time{};
};

} // namespace createzoom::tests
