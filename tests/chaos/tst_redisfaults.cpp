// SPDX-License-Identifier: GPL-3.0-or-later
// What breaks at Redis and on the way to it.
#include "tests/chaos/faulttest.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

void killRedis(Cluster &cluster)
{
    cluster.redis().kill();
    QVERIFY(cluster.redis().start());
}

/// The password is another for a while: workers and server must neither lose a job nor run into the
/// door at full speed.
class NewPassword : public Fault
{
public:
    void strike(Cluster &cluster) override
    {
        const int before = connectionsMade(cluster, {});
        cluster.redis().ask({u"CONFIG"_s, u"SET"_s, u"requirepass"_s, u"s3cret"_s});
        cluster.redis().ask(withPassword({u"CLIENT"_s, u"KILL"_s, u"TYPE"_s, u"normal"_s}));
        constexpr int shut = 10'000; // milliseconds
        QTest::qWait(shut);
        m_tries = connectionsMade(cluster, withPassword({})) - before;
        cluster.redis().ask(withPassword({u"CONFIG"_s, u"SET"_s, u"requirepass"_s, u""_s}));
    }

    QString missing(Cluster & /*cluster*/) override
    {
        // Four processes, pauses of 0.2 s that grow to 5 s: about five tries each.
        constexpr int most = 60;
        return m_tries < most ? QString() : u"patience: %1 connections in 10 s"_s.arg(m_tries);
    }

private:
    static QStringList withPassword(const QStringList &command)
    {
        return QStringList{u"--no-auth-warning"_s, u"-a"_s, u"s3cret"_s} + command;
    }

    static int connectionsMade(Cluster &cluster, const QStringList &options)
    {
        const QByteArray name = "total_connections_received:";
        const QByteArray stats = cluster.redis().ask(options + QStringList{u"INFO"_s, u"stats"_s});
        return stats.mid(stats.indexOf(name) + name.size()).split('\r').first().toInt();
    }

    int m_tries = 0;
};

/// No memory for a while: nothing is accepted or begun, and what runs ends all the same.
class NoMemory : public Fault
{
public:
    void strike(Cluster &cluster) override
    {
        setLimit(cluster, u"1mb"_s);
        for (int i = 0; i < 20; ++i) {
            cluster.promises().submit();
            QTest::qWait(500);
        }
        m_isIdle = cluster.redis().ask({u"ZCARD"_s, u"{dz}:leases"_s}) == "0";
        setLimit(cluster, u"0"_s);
    }

    QString missing(Cluster & /*cluster*/) override
    {
        return m_isIdle ? QString() : u"the end of what ran"_s;
    }

private:
    static void setLimit(Cluster &cluster, const QString &bytes)
    {
        cluster.redis().ask({u"CONFIG"_s, u"SET"_s, u"maxmemory"_s, bytes});
    }

    bool m_isIdle = false;
};

const QStringList cutAll{u"CLIENT"_s, u"KILL"_s, u"TYPE"_s, u"normal"_s};
const QStringList sleepBeyondALease{u"DEBUG"_s, u"SLEEP"_s, u"32"_s};
const QStringList mayDebug{u"--enable-debug-command"_s, u"local"_s};

const QList<FaultRow> faults{
    {"all connections to Redis cut, every 200 ms", telling(cutAll), 60, 200, Version::Short},
    {"Redis kill -9, started again", doing(killRedis), 6, 1500, Version::Short},
    {"Redis hangs for 32 s", telling(sleepBeyondALease), 1, 1000, Version::Long, mayDebug},
    {"Redis forgets its scripts, every 200 ms",
     telling({u"SCRIPT"_s, u"FLUSH"_s}),
     50,
     200,
     Version::Short},
    {"Redis out of memory for 10 s",
     [] {
         return std::make_unique<NoMemory>();
     }},
    {"Redis' password is another for 10 s",
     [] {
         return std::make_unique<NewPassword>();
     }},
};

} // namespace

int main(int argc, char **argv)
{
    return runFaults(faults, argc, argv);
}
