// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/machineshare.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

constexpr qint64 mebi = 1024 * 1024;
constexpr MachineShare whole{.memoryBytes = 64'000 * mebi, .cores = 64};

using Files = QList<std::pair<QString, QByteArray>>; ///< below the root of control groups

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(path.section(u'/', 0, -2)) && file.open(QIODevice::WriteOnly)
        && file.write(bytes + '\n') > 0;
}

} // namespace

class TestMachineShare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsCutTheWhole_data()
    {
        QTest::addColumn<QString>("membership");
        QTest::addColumn<Files>("files");
        QTest::addColumn<qint64>("mebibytes");
        QTest::addColumn<int>("cores");

        QTest::newRow("no control groups") << QString() << Files{} << qint64{64'000} << 64;
        QTest::newRow("a container")
            << u"0::/\n"_s
            << Files{{u"memory.max"_s, "4194304000"}, {u"cpu.max"_s, "250000 100000"}}
            << qint64{4000} << 3;
        QTest::newRow("without limits")
            << u"0::/\n"_s << Files{{u"memory.max"_s, "max"}, {u"cpu.max"_s, "max 100000"}}
            << qint64{64'000} << 64;
        QTest::newRow("a service, and the slice around it")
            << u"0::/system.slice/zoom.service\n"_s
            << Files{{u"system.slice/zoom.service/memory.max"_s, "8388608000"},
                     {u"system.slice/memory.max"_s, "2097152000"},
                     {u"system.slice/zoom.service/cpu.max"_s, "50000 100000"}}
            << qint64{2000} << 1;
        QTest::newRow("version 1")
            << u"4:memory:/docker/ab\n3:cpu,cpuacct:/docker/ab\n"_s
            << Files{{u"memory/docker/ab/memory.limit_in_bytes"_s, "1048576000"},
                     {u"cpu,cpuacct/docker/ab/cpu.cfs_quota_us"_s, "200000"},
                     {u"cpu,cpuacct/docker/ab/cpu.cfs_period_us"_s, "100000"}}
            << qint64{1000} << 2;
        QTest::newRow("version 1 in a container, which sees its own group as the root")
            << u"4:memory:/docker/ab\n"_s
            << Files{{u"memory/memory.limit_in_bytes"_s, "1048576000"}} << qint64{1000} << 64;
        QTest::newRow("version 1 without limits")
            << u"4:memory:/\n1:cpu:/\n"_s
            << Files{{u"memory/memory.limit_in_bytes"_s, "9223372036854771712"},
                     {u"cpu/cpu.cfs_quota_us"_s, "-1"},
                     {u"cpu/cpu.cfs_period_us"_s, "100000"}}
            << qint64{64'000} << 64;
        QTest::newRow("more than there is")
            << u"0::/\n"_s
            << Files{{u"memory.max"_s, "999999999999999"}, {u"cpu.max"_s, "9900000 100000"}}
            << qint64{64'000} << 64;
    }
    void groupsCutTheWhole()
    {
        QFETCH(const QString, membership);
        QFETCH(const Files, files);
        const QTemporaryDir root;
        for (const auto &[name, bytes] : files)
            QVERIFY(write(root.filePath(name), bytes));

        const MachineShare share = shareWithin(membership, root.path(), whole);

        QTEST(share.memoryBytes / mebi, "mebibytes");
        QTEST(share.cores, "cores");
    }

    void thisProcessHasAShare()
    {
        const MachineShare share = machineShare();

        QVERIFY(share.memoryBytes > 0);
        QVERIFY(share.cores >= 1 && share.cores <= QThread::idealThreadCount());
    }
};

QTEST_GUILESS_MAIN(TestMachineShare)
#include "tst_machineshare.moc"
