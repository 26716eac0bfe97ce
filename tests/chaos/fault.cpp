// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/fault.h"

#include <QElapsedTimer>
#include <QTest>

#include <utility>

namespace createzoom::tests {

namespace {

class Doing : public Fault
{
public:
    explicit Doing(std::function<void(Cluster &)> strike)
        : m_strike(std::move(strike))
    {}

    void strike(Cluster &cluster) override { m_strike(cluster); }

private:
    const std::function<void(Cluster &)> m_strike;
};

} // namespace

std::function<std::unique_ptr<Fault>()> telling(const QStringList &command)
{
    return doing([command](Cluster &cluster) { cluster.redis().ask(command); });
}

std::function<std::unique_ptr<Fault>()> doing(const std::function<void(Cluster &)> &strike)
{
    return [strike] {
        return std::make_unique<Doing>(strike);
    };
}

double loseAWorker(Cluster &cluster,
                   const QList<int> &workers,
                   const std::function<void(int)> &breakIt,
                   const std::function<void(int)> &mend)
{
    constexpr int patience = 90'000; // milliseconds; a lease is 30 s
    constexpr int onTheWay = 300; // what it had sent before may still arrive
    for (int tries = 0; tries < 50; ++tries) {
        const int index = workers[tries % workers.size()];
        if (cluster.heldBy(index).isEmpty()) {
            cluster.promises().submit();
            continue;
        }
        breakIt(index);
        QElapsedTimer time;
        time.start();
        QTest::qWait(onTheWay);
        const QList<QByteArray> held = cluster.heldBy(index);
        if (held.isEmpty()) {
            mend(index);
            continue;
        }
        const QByteArray lost = cluster.workerOf(held.first());
        if (QTest::qWaitFor([&] { return cluster.workerOf(held.first()) != lost; }, patience))
            return static_cast<double>(time.elapsed()) / 1000;
        break;
    }
    QTest::qFail("no worker took the job over", __FILE__, __LINE__);
    return 0;
}

} // namespace createzoom::tests
