// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/faulttest.h"

#include <QCoreApplication>
#include <QTest>

#include <cstdio>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom::tests {

namespace {

constexpr int jobsAtOnce = 20; ///< before the first strike; one more after each
constexpr int fewJobsAtOnce = 6;
constexpr int patience = 240; ///< seconds after the last strike
constexpr int sweepPatience = 60'000; ///< milliseconds in which work folders are swept

int strikesOf(const FaultRow &row)
{
    constexpr int shortened = 5;
    return isShortVersion() ? qMax(1, row.strikes / shortened) : row.strikes;
}

void strikeAgainAndAgain(Fault &fault, const FaultRow &row, Cluster &cluster)
{
    const int jobs = isShortVersion() ? fewJobsAtOnce : jobsAtOnce;
    for (int i = 0; i < jobs; ++i)
        cluster.promises().submit();
    QVERIFY(cluster.promises().submitted() > cluster.promises().refused());
    for (int strike = 0; strike < strikesOf(row); ++strike) {
        fault.strike(cluster);
        if (QTest::currentTestFailed())
            return;
        cluster.promises().submit();
        QTest::qWait(row.interval);
    }
    fault.heal(cluster);
}

} // namespace

bool isShortVersion()
{
    return qgetenv("CHAOS_VERSION") == "short";
}

void printRow(const QString &head, const QStringList &cells)
{
    static QString last;
    if (std::exchange(last, head) != head) {
        const auto columns = head.count(u'|') - 1;
        std::printf("%s\n|%s\n", qPrintable(head), qPrintable(u"---|"_s.repeated(columns)));
    }
    std::printf("| %s |\n", qPrintable(cells.join(u" | ")));
    std::fflush(stdout);
}

void printOutcome(const QString &fault, const Outcome &outcome, std::optional<double> takeover)
{
    const QString refused = u" (%1 more refused with 503)"_s.arg(outcome.refused);
    printRow(u"| fault | accepted | lost | wrong | repeated PUT | takeover s |"_s,
             {fault + (outcome.refused > 0 ? refused : QString()),
              QString::number(outcome.accepted),
              QString::number(outcome.lost),
              QString::number(outcome.wrong),
              QString::number(outcome.repeatedPuts),
              takeover ? QString::number(*takeover, 'f', 1) : u"-"_s});
}

FaultTest::FaultTest(QList<FaultRow> faults)
    : m_faults(std::move(faults))
{}

void FaultTest::whatWasAcceptedIsDone_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_faults.size(); ++i) {
        if (!isShortVersion() || m_faults[i].version == Version::Short)
            QTest::newRow(m_faults[i].name) << i;
    }
}

void FaultTest::whatWasAcceptedIsDone()
{
    QFETCH(int, index);
    const FaultRow &row = m_faults[index];
    const std::unique_ptr<Fault> fault = row.make();
    ClusterOptions options{.redis = {u"--appendfsync"_s, u"always"_s}};
    options.redis << row.redis;
    if (const QString reason = fault->prepare(options); !reason.isEmpty()) {
        std::printf("(not here: %s: %s)\n", row.name, qPrintable(reason));
        QSKIP(qPrintable(reason));
    }
    Cluster cluster(options);
    QVERIFY(cluster.start());
    fault->arrange(cluster);
    if (QTest::currentTestFailed())
        return;

    strikeAgainAndAgain(*fault, row, cluster);
    if (QTest::currentTestFailed())
        return;
    cluster.promises().waitForEnd(patience);

    const Outcome outcome = cluster.promises().outcome();
    const QString times = strikesOf(row) > 1 ? u", %1 times"_s.arg(strikesOf(row)) : QString();
    printOutcome(QString::fromLatin1(row.name) + times, outcome, fault->takeover);
    QCOMPARE(outcome.lost, 0);
    QCOMPARE(outcome.wrong, 0);
    QCOMPARE(fault->missing(cluster), QString());
    // What is left over may go a moment after the last job's end.
    QTRY_COMPARE_WITH_TIMEOUT(cluster.leftOver(), QStringList(), sweepPatience);
}

int runFaults(const QList<FaultRow> &faults, int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    FaultTest test(faults);
    return QTest::qExec(&test, argc, argv);
}

} // namespace createzoom::tests
