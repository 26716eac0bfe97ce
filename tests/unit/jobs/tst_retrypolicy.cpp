// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/retrypolicy.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 fails = -1;
/// Jitter at its top: the whole delay, but for a rounding.
constexpr double most = 1.0 - 1e-12;

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delayFollowsTheTable_data();
    void delayFollowsTheTable();
    void jitterIsFromHalfToWhole();
    void delayIsCapped();
};

void TestRetryPolicy::delayFollowsTheTable_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("crashes");
    QTest::addColumn<int>("retryAfter"); // seconds, -1: the server says nothing
    QTest::addColumn<qint64>("delay"); // milliseconds at the top of the jitter
    using enum ErrorCode;
    QTest::newRow("first failure") << Network << 0 << 0 << -1 << qint64{5'000};
    QTest::newRow("second") << Network << 1 << 0 << -1 << qint64{10'000};
    QTest::newRow("third") << RemoteFailure << 2 << 0 << -1 << qint64{20'000};
    QTest::newRow("fourth") << Checksum << 3 << 0 << -1 << qint64{40'000};
    QTest::newRow("fifth is the last") << Network << 4 << 0 << -1 << fails;
    QTest::newRow("crashes do not count as attempts") << Network << 0 << 2 << -1 << qint64{5'000};
    QTest::newRow("permanent") << NotFound << 0 << 0 << -1 << fails;
    QTest::newRow("permanent whatever the server wishes") << Forbidden << 0 << 0 << 10 << fails;
    QTest::newRow("token expired") << AuthExpired << 0 << 0 << -1 << fails;
    QTest::newRow("memory limit") << Memory << 0 << 0 << -1 << fails;
    QTest::newRow("time limit") << Timeout << 0 << 0 << -1 << fails;
    QTest::newRow("first crash") << Crash << 0 << 0 << -1 << qint64{5'000};
    QTest::newRow("second crash") << Crash << 0 << 1 << -1 << qint64{10'000};
    QTest::newRow("third crash is the last") << Crash << 0 << 2 << -1 << fails;
    QTest::newRow("attempts do not count as crashes") << Crash << 4 << 0 << -1 << qint64{5'000};
    QTest::newRow("server's wish wins") << Throttled << 0 << 0 << 60 << qint64{60'000};
    QTest::newRow("server's wish is capped") << Throttled << 0 << 0 << 3600 << qint64{900'000};
    QTest::newRow("server wishes none") << Throttled << 0 << 0 << 0 << qint64{0};
    QTest::newRow("server's wish, last attempt") << Throttled << 4 << 0 << 60 << fails;
    QTest::newRow("disk full is not retried but blocked") << DiskFull << 0 << 0 << -1 << fails;
}

void TestRetryPolicy::delayFollowsTheTable()
{
    QFETCH(ErrorCode, code);
    QFETCH(int, attempts);
    QFETCH(int, crashes);
    QFETCH(int, retryAfter);
    QFETCH(qint64, delay);
    Error error{code, u"m"_s};
    if (retryAfter >= 0)
        error.retryAfter = std::chrono::seconds(retryAfter);

    const auto found
        = RetryPolicy().retryDelay({.attempts = attempts, .crashes = crashes}, error, most);

    QCOMPARE(found.has_value(), delay != fails);
    if (found)
        QVERIFY2(std::abs(found->count() - delay) <= 1,
                 qPrintable(QString::number(found->count())));
}

void TestRetryPolicy::jitterIsFromHalfToWhole()
{
    const Error error{ErrorCode::Network, u"m"_s};
    const RetryPolicy policy;

    QVERIFY(policy.retryDelay({}, error, 0.0) == 2'500ms);
    QVERIFY(policy.retryDelay({}, error, 0.5) == 3'750ms);
    QVERIFY(policy.retryDelay({}, error, most) <= 5'000ms);
}

void TestRetryPolicy::delayIsCapped()
{
    const RetryPolicy patient{.maxAttempts = 1'000};
    const Error error{ErrorCode::Network, u"m"_s};

    for (const int attempts : {6, 20, 63, 64, 900})
        QVERIFY(patient.retryDelay({.attempts = attempts}, error, 0.0) == 150s);
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
