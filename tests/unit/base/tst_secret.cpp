// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

#include <QDebug>
#include <QTest>

#include <type_traits>
#include <utility>

using namespace createzoom;

namespace {

template<typename T>
concept Printable = requires(QDebug debug, const T &value)
{
    debug << value;
};

} // namespace

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cannotBePrintedOrCopied();
    void holdsItsBytes();
    void movedFromIsEmpty();
    void copyIsIndependent();
    void comparesBytes_data();
    void comparesBytes();
    void givenBytesAreNotWipedUnderTheirOwner();
    void assignedOverIsReplaced();
};

void TestSecret::cannotBePrintedOrCopied()
{
    static_assert(!Printable<Secret>);
    static_assert(!std::is_copy_constructible_v<Secret>);
    static_assert(!std::is_copy_assignable_v<Secret>);
    static_assert(!std::is_convertible_v<Secret, QByteArray>);
    static_assert(!std::is_convertible_v<QByteArray, Secret>);
    QVERIFY(Secret().isEmpty());
}

void TestSecret::holdsItsBytes()
{
    const Secret secret(QByteArray("t\0ken", 5));

    QVERIFY(!secret.isEmpty());
    QCOMPARE(secret.expose(), QByteArray("t\0ken", 5));
}

void TestSecret::movedFromIsEmpty()
{
    Secret first("token");

    const Secret second = std::move(first);

    QCOMPARE(second.expose(), "token");
    QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is the promise
}

void TestSecret::copyIsIndependent()
{
    Secret copy;
    {
        const Secret original("token");
        copy = original.copy();
    }

    QCOMPARE(copy.expose(), "token");
}

void TestSecret::comparesBytes_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("isEqual");
    QTest::newRow("same") << QByteArray("token") << true;
    QTest::newRow("other byte") << QByteArray("tokem") << false;
    QTest::newRow("shorter") << QByteArray("toke") << false;
    QTest::newRow("longer") << QByteArray("token1") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestSecret::comparesBytes()
{
    QFETCH(QByteArray, other);
    QFETCH(bool, isEqual);

    QCOMPARE(Secret("token").equals(other), isEqual);
}

void TestSecret::givenBytesAreNotWipedUnderTheirOwner()
{
    const QByteArray shared("a token that somebody else holds as well");
    {
        const Secret secret(shared);
    }

    QCOMPARE(shared, QByteArray("a token that somebody else holds as well"));
}

void TestSecret::assignedOverIsReplaced()
{
    Secret secret("first");

    secret = Secret("second");

    QCOMPARE(secret.expose(), "second");
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
