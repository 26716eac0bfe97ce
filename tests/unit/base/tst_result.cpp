// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <QTest>

#include <memory>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valueIsHeld();
    void errorIsHeld();
    void voidResultIsGoodByDefault();
    void moveOnlyValueIsMovedOut();
    void falsyValueIsAValue();
};

void TestResult::valueIsHeld()
{
    Result<QString> result = u"ab"_s;

    QVERIFY(result);
    QVERIFY(result.has_value());
    QCOMPARE(*result, u"ab"_s);
    QCOMPARE(result->size(), 2);
    result->append(u'c');
    QCOMPARE(result.value(), u"abc"_s);
}

void TestResult::errorIsHeld()
{
    const Result<int> result = Error{ErrorCode::NotFound, u"no such object"_s};

    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NotFound);
    QCOMPARE(result.error().message, u"no such object"_s);
}

void TestResult::voidResultIsGoodByDefault()
{
    const Result<void> good;
    const Result<void> bad = Error{ErrorCode::Io, u"no"_s};

    QVERIFY(good);
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, ErrorCode::Io);
}

void TestResult::moveOnlyValueIsMovedOut()
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(7);

    const std::unique_ptr<int> taken = std::move(*result);

    QCOMPARE(*taken, 7);
    QVERIFY(result);
    QVERIFY(!*result);
}

void TestResult::falsyValueIsAValue()
{
    const Result<int> zero = 0;
    const Result<bool> no = false;

    QVERIFY(zero);
    QVERIFY(no);
    QVERIFY(!*no);
}

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
