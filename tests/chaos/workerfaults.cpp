// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/workerfaults.h"

#include "tests/chaos/smalldisk.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace createzoom::tests {

namespace {

int anyWorker()
{
    return QRandomGenerator::global()->bounded(Cluster::workerCount);
}

bool isDecoderOf(const QString &image, qint64 process)
{
    QFile file(u"/proc/%1/cmdline"_s.arg(process));
    return file.open(QIODevice::ReadOnly)
        && file.readAll().contains("--inner-name=" + image.toLatin1());
}

/// Killed, and not started again.
class Death : public Fault
{
public:
    void strike(Cluster &cluster) override
    {
        int dead = 0;
        takeover = loseAWorker(
            cluster,
            {0, 1, 2},
            [&](int worker) {
                dead = worker;
                cluster.worker(worker).kill();
            },
            [&](int worker) { QVERIFY(cluster.startWorker(worker)); });
        QDir(cluster.worker(dead).dataFolder() + u"/work"_s).removeRecursively(); // so is its disk
    }
};

/// Stopped for longer than its lease, then going on with what is no longer its own.
class Sleep : public Fault
{
public:
    void strike(Cluster &cluster) override
    {
        const auto send = [&](int worker, int signal) {
            ::kill(static_cast<pid_t>(cluster.worker(worker).pid()), signal);
        };
        int stopped = 0;
        takeover = loseAWorker(
            cluster,
            {0, 1, 2},
            [&](int worker) {
                stopped = worker;
                send(worker, SIGSTOP);
            },
            [&](int worker) { send(worker, SIGCONT); });
        constexpr int beyondTheLease = 3'000;
        QTest::qWait(beyondTheLease);
        send(stopped, SIGCONT);
    }
};

/// Dies when its archive is in the bucket and the job store does not know yet. The PUT is repeated.
class DeathAfterPut : public Fault
{
public:
    QString prepare(ClusterOptions &options) override
    {
        for (int i = 0; i < Cluster::workerCount; ++i)
            options.places[i].variables.insert(fault, afterPut);
        return {};
    }

    void strike(Cluster &cluster) override
    {
        int dead = -1;
        const auto someoneIsDead = [&] {
            for (int i = 0; i < Cluster::workerCount; ++i)
                dead = cluster.worker(i).isRunning() ? dead : i;
            return dead >= 0;
        };
        cluster.promises().submit(); // something to die of
        QTRY_VERIFY_WITH_TIMEOUT(someoneIsDead(), patience);
        ++m_deaths;
        // What it processed beside must not die with it again and again: deadlyImage().
        ServerProcess &worker = cluster.worker(dead);
        worker.removeVariable(fault);
        QVERIFY(cluster.startWorker(dead));
        QTRY_COMPARE_WITH_TIMEOUT(cluster.mostCrashes(), 0, patience);
        QCOMPARE(worker.terminate(), 0);
        worker.setVariable(fault, afterPut);
        QVERIFY(cluster.startWorker(dead));
    }

    void heal(Cluster &cluster) override
    {
        for (int i = 0; i < Cluster::workerCount; ++i) {
            cluster.worker(i).kill();
            cluster.worker(i).removeVariable(fault);
            QVERIFY(cluster.startWorker(i));
        }
    }

    QString missing(Cluster &cluster) override
    {
        return cluster.promises().outcome().repeatedPuts >= m_deaths ? QString()
                                                                     : u"repeated PUTs"_s;
    }

private:
    static constexpr int patience = 60'000; // milliseconds
    const QString fault = u"CREATEZOOM_FAULT"_s;
    const QString afterPut = u"after_put"_s;
    int m_deaths = 0;
};

/// An image that kills whoever decodes it: a job of its own, and its decoder is killed each time.
class Poison : public Fault
{
public:
    void strike(Cluster &cluster) override
    {
        const QString image = u"poison-%1.tif"_s.arg(QCoreApplication::applicationPid());
        const QString id = cluster.promises().submitDoomed(image, u"E_CRASH"_s);
        QVERIFY(!id.isEmpty());
        constexpr int patience = 120'000; // milliseconds
        constexpr int moments = 20; // from one question to the next
        const QDeadlineTimer deadline(patience);
        do {
            for (int i = 0; i < moments; ++i) {
                killDecoders(image);
                QTest::qWait(2);
            }
        } while (!cluster.promises().hasEnded(id) && !deadline.hasExpired());
    }

    QString missing(Cluster & /*cluster*/) override
    {
        return m_killed.size() == 3 ? QString() : u"3 deaths, not %1"_s.arg(m_killed.size());
    }

private:
    void killDecoders(const QString &image)
    {
        for (const QString &process : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
            if (isDecoderOf(image, process.toLongLong()) && ::kill(process.toInt(), SIGKILL) == 0)
                m_killed << process;
        }
    }

    QSet<QString> m_killed{};
};

/// An image that takes its whole worker along, as the kernel does where a container has no memory
/// left: the worker is killed each time, and started again within its lease.
class DeadlyImage : public Fault
{
public:
    void strike(Cluster &cluster) override
    {
        const QString image = u"deadly-%1.tif"_s.arg(QCoreApplication::applicationPid());
        const QString id = cluster.promises().submitDoomed(image, u"E_CRASH"_s);
        QVERIFY(!id.isEmpty());
        constexpr int patience = 120'000; // milliseconds
        const QDeadlineTimer deadline(patience);
        while (!cluster.promises().hasEnded(id) && !deadline.hasExpired()) {
            killWorkerOf(image, cluster);
            QTest::qWait(2);
        }
    }

    QString missing(Cluster & /*cluster*/) override
    {
        return m_deaths == 3 ? QString() : u"3 deaths, not %1"_s.arg(m_deaths);
    }

private:
    void killWorkerOf(const QString &image, Cluster &cluster)
    {
        for (int i = 0; i < Cluster::workerCount; ++i) {
            const QList<qint64> children = cluster.worker(i).children();
            if (std::ranges::any_of(children,
                                    [&](qint64 child) { return isDecoderOf(image, child); })) {
                cluster.worker(i).kill();
                ++m_deaths;
                QVERIFY(cluster.startWorker(i));
            }
        }
    }

    int m_deaths = 0;
};

/// All workers' work folders can take nothing for a while, in the middle of downloads and
/// conversions.
class BadDisks : public Fault
{
public:
    using Deed = std::function<void(SmallDisk &)>;
    BadDisks(int files, Deed spoil, Deed mend)
        : m_files(files)
        , m_spoil(std::move(spoil))
        , m_mend(std::move(mend))
    {}

    QString prepare(ClusterOptions &options) override
    {
        for (int i = 0; i < Cluster::workerCount; ++i) {
            m_disks.push_back(std::make_unique<SmallDisk>(bytes, m_files));
            if (!m_disks.back()->isMounted())
                return u"a small disk needs the right to mount a tmpfs"_s;
            const QString data = m_folder.filePath(QString::number(i));
            QDir().mkpath(data);
            QFile::link(m_disks.back()->path(), data + u"/work"_s);
            options.places[i].dataFolder = data;
        }
        return {};
    }

    void strike(Cluster & /*cluster*/) override
    {
        for (const auto &disk : m_disks)
            m_spoil(*disk);
    }

    void heal(Cluster & /*cluster*/) override
    {
        for (const auto &disk : m_disks)
            m_mend(*disk);
    }

    QString missing(Cluster &cluster) override
    {
        for (int i = 0; i < Cluster::workerCount; ++i) {
            if (cluster.worker(i).log().contains("E_DISK_FULL"))
                return {};
        }
        return u"a worker without room"_s;
    }

private:
    static constexpr qint64 bytes = 32LL << 20; // room for three jobs
    const int m_files;
    const Deed m_spoil;
    const Deed m_mend;
    QTemporaryDir m_folder{};
    std::vector<std::unique_ptr<SmallDisk>> m_disks{};
};

/// A worker's clock jumps back and forth, to one of those times. Only the server's counts.
class ClockJumps : public Fault
{
public:
    explicit ClockJumps(std::function<qint64()> nextTime)
        : m_nextTime(std::move(nextTime))
    {}

    QString prepare(ClusterOptions &options) override
    {
        options.places[0].variables = m_clock.variables();
        return {};
    }

    void strike(Cluster & /*cluster*/) override { m_clock.setTime(m_nextTime()); }

private:
    const std::function<qint64()> m_nextTime;
    SettableClock m_clock{};
};

} // namespace

void killAWorker(Cluster &cluster)
{
    // A third death would end the image that the worker processes: deadlyImage().
    constexpr int patience = 120'000;
    QTRY_VERIFY_WITH_TIMEOUT(cluster.mostCrashes() < 2, patience);
    const int worker = anyWorker();
    cluster.worker(worker).kill();
    QVERIFY(cluster.startWorker(worker));
}

void endAWorker(Cluster &cluster)
{
    const int worker = anyWorker();
    QCOMPARE(cluster.worker(worker).terminate(), 0);
    QVERIFY(cluster.startWorker(worker));
}

std::unique_ptr<Fault> workerDeath()
{
    return std::make_unique<Death>();
}

std::unique_ptr<Fault> workerSleep()
{
    return std::make_unique<Sleep>();
}

std::unique_ptr<Fault> deathAfterPut()
{
    return std::make_unique<DeathAfterPut>();
}

std::unique_ptr<Fault> poison()
{
    return std::make_unique<Poison>();
}

std::unique_ptr<Fault> deadlyImage()
{
    return std::make_unique<DeadlyImage>();
}

std::unique_ptr<Fault> fullDisks()
{
    return std::make_unique<BadDisks>(0, &SmallDisk::fill, &SmallDisk::empty);
}

std::unique_ptr<Fault> disksWithoutInodes()
{
    constexpr int files = 60;
    return std::make_unique<BadDisks>(files, &SmallDisk::fillWithFiles, &SmallDisk::empty);
}

std::unique_ptr<Fault> readOnlyDisks()
{
    return std::make_unique<BadDisks>(
        0,
        [](SmallDisk &disk) { QVERIFY(disk.setReadOnly(true)); },
        [](SmallDisk &disk) { QVERIFY(disk.setReadOnly(false)); });
}

std::unique_ptr<Fault> clockJumps()
{
    constexpr qint64 year2100 = 4'102'444'800'000;
    return std::make_unique<ClockJumps>(
        [] { return QRandomGenerator::global()->bounded(year2100); });
}

std::unique_ptr<Fault> clockJumpsADay()
{
    constexpr qint64 day = 86'400'000;
    return std::make_unique<ClockJumps>([] {
        return QDateTime::currentMSecsSinceEpoch()
            + day * QRandomGenerator::global()->bounded(-1, 2);
    });
}

} // namespace createzoom::tests
