// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace createzoom::tests {

/// A network namespace: another host, as far as its processes can tell, with a cable to this one.
/// Gone with the object, after its processes. Main thread only.
class OwnNetwork
{
public:
    OwnNetwork();
    ~OwnNetwork();
    OwnNetwork(const OwnNetwork &) = delete;
    OwnNetwork &operator=(const OwnNetwork &) = delete;

    /// Empty, or a sentence: why there is none.
    QString trouble() const { return m_trouble; }
    /// A command that starts one within: put before it.
    QStringList launcher() const;
    /// This machine's, at its end of the cable.
    QString address() const { return m_prefix + QStringLiteral(".1"); }
    /// From now on all that comes or goes is dropped, without a word to either side.
    void cut();
    void heal();

private:
    void run(const QStringList &command);

    QString m_name;
    QString m_prefix;
    QString m_trouble{};
};

} // namespace createzoom::tests
