// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/ownnetwork.h"

#include <QCoreApplication>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace createzoom::tests {

namespace {

/// Two tests at a time must not meet: a network of four addresses by the number of the process.
QString prefixFor(qint64 process)
{
    return u"10.%1.%2"_s.arg(200 + process / 256 % 50).arg(process % 256);
}

} // namespace

OwnNetwork::OwnNetwork()
    : m_name(u"cz%1"_s.arg(QCoreApplication::applicationPid()))
    , m_prefix(prefixFor(QCoreApplication::applicationPid()))
{
    const QString here = m_name + u'a';
    const QString there = m_name + u'b';
    run({u"ip"_s, u"netns"_s, u"add"_s, m_name});
    const QString cable = u"ip link add %1 type veth peer name %2 netns %3"_s;
    run(cable.arg(here, there, m_name).split(u' '));
    run(u"ip addr add %1/30 dev %2"_s.arg(address(), here).split(u' '));
    run(u"ip link set %1 up"_s.arg(here).split(u' '));
    run(u"ip -n %1 addr add %2.2/30 dev %3"_s.arg(m_name, m_prefix, there).split(u' '));
    run(u"ip -n %1 link set %2 up"_s.arg(m_name, there).split(u' '));
    run(u"ip -n %1 link set lo up"_s.arg(m_name).split(u' '));
    run(launcher()
        + u"iptables -A INPUT -j ACCEPT"_s.split(u' ')); // may this kernel filter at all?
}

OwnNetwork::~OwnNetwork()
{
    QProcess::execute(u"ip"_s, {u"netns"_s, u"del"_s, m_name}); // and the cable with it
}

QStringList OwnNetwork::launcher() const
{
    return {u"ip"_s, u"netns"_s, u"exec"_s, m_name};
}

void OwnNetwork::run(const QStringList &command)
{
    if (!m_trouble.isEmpty())
        return;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.first(), command.mid(1));
    if (!process.waitForFinished() || process.exitCode() != 0)
        m_trouble = u"a network of its own cannot be had: %1: %2"_s.arg(
            command.join(u' '), QString::fromUtf8(process.readAll()).simplified());
}

void OwnNetwork::cut()
{
    for (const char *chain : {"INPUT", "OUTPUT"})
        run(launcher() + u"iptables -I %1 -j DROP"_s.arg(QLatin1String(chain)).split(u' '));
}

void OwnNetwork::heal()
{
    for (const char *chain : {"INPUT", "OUTPUT"})
        run(launcher() + u"iptables -D %1 -j DROP"_s.arg(QLatin1String(chain)).split(u' '));
}

} // namespace createzoom::tests
