// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <QSet>
#include <QTest>

#include <cerrno>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreThoseOnTheWire_data();
    void namesAreThoseOnTheWire();
    void everyCodeHasItsOwnName();
    void unknownNameIsNoCode();
    void recoveryFollowsTheCode_data();
    void recoveryFollowsTheCode();
    void aFullDiskIsToldFromOtherRefusals_data();
    void aFullDiskIsToldFromOtherRefusals();
    void contextComesBeforeTheMessage();
};

void TestError::namesAreThoseOnTheWire_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("name");
    QTest::newRow("expired token") << ErrorCode::AuthExpired << u"E_AUTH_EXPIRED"_s;
    QTest::newRow("crash") << ErrorCode::Crash << u"E_CRASH"_s;
    QTest::newRow("memory") << ErrorCode::Memory << u"E_MEMORY"_s;
    QTest::newRow("timeout") << ErrorCode::Timeout << u"E_TIMEOUT"_s;
    QTest::newRow("limit") << ErrorCode::Limit << u"E_LIMIT"_s;
    QTest::newRow("disk full") << ErrorCode::DiskFull << u"E_DISK_FULL"_s;
    QTest::newRow("cancelled") << ErrorCode::Cancelled << u"E_CANCELLED"_s;
}

void TestError::namesAreThoseOnTheWire()
{
    QFETCH(ErrorCode, code);
    QFETCH(QString, name);

    QCOMPARE(errorName(code), name);
    QCOMPARE(errorCodeFromName(name), std::optional(code));
}

void TestError::everyCodeHasItsOwnName()
{
    QSet<QString> names;
    const int count = static_cast<int>(ErrorCode::Internal) + 1;
    for (int i = 0; i < count; ++i) {
        const auto code = static_cast<ErrorCode>(i);
        names << errorName(code);
        QCOMPARE(errorCodeFromName(errorName(code)), std::optional(code));
    }
    QCOMPARE(names.size(), count);
}

void TestError::unknownNameIsNoCode()
{
    QVERIFY(!errorCodeFromName(u"E_NO_SUCH_THING"));
    QVERIFY(!errorCodeFromName(u""));
}

void TestError::recoveryFollowsTheCode_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Recovery>("recovery");
    QTest::newRow("network") << ErrorCode::Network << Recovery::Retry;
    QTest::newRow("server") << ErrorCode::RemoteFailure << Recovery::Retry;
    QTest::newRow("throttled") << ErrorCode::Throttled << Recovery::Retry;
    QTest::newRow("checksum") << ErrorCode::Checksum << Recovery::Retry;
    QTest::newRow("disk full") << ErrorCode::DiskFull << Recovery::Wait;
    QTest::newRow("not found") << ErrorCode::NotFound << Recovery::Permanent;
    QTest::newRow("forbidden") << ErrorCode::Forbidden << Recovery::Permanent;
    QTest::newRow("token expired") << ErrorCode::AuthExpired << Recovery::Permanent;
    QTest::newRow("damaged") << ErrorCode::Damaged << Recovery::Permanent;
    QTest::newRow("memory") << ErrorCode::Memory << Recovery::Permanent;
    QTest::newRow("timeout") << ErrorCode::Timeout << Recovery::Permanent;
    QTest::newRow("limit") << ErrorCode::Limit << Recovery::Permanent;
}

void TestError::recoveryFollowsTheCode()
{
    QFETCH(ErrorCode, code);
    QFETCH(Recovery, recovery);

    QCOMPARE(recoveryFor(code), recovery);
}

void TestError::aFullDiskIsToldFromOtherRefusals_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no space") << ENOSPC << ErrorCode::DiskFull;
    QTest::newRow("no quota") << EDQUOT << ErrorCode::DiskFull;
    QTest::newRow("no right") << EACCES << ErrorCode::Io;
    QTest::newRow("broken disk") << EIO << ErrorCode::Io;
    QTest::newRow("unknown") << 0 << ErrorCode::Io;
}

void TestError::aFullDiskIsToldFromOtherRefusals()
{
    QFETCH(int, number);

    QTEST(writeErrorCode(number), "code");
}

void TestError::contextComesBeforeTheMessage()
{
    const Error error{
        ErrorCode::Network, u"connection cut"_s, u"errno 104"_s, std::chrono::seconds(3)};

    const Error outer = error.withContext(u"upload to b/o"_s);

    QCOMPARE(outer.message, u"upload to b/o: connection cut"_s);
    QCOMPARE(outer.code, ErrorCode::Network);
    QCOMPARE(outer.detail, u"errno 104"_s);
    QVERIFY(outer.retryAfter == std::chrono::seconds(3));
}

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
