// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/webtoken.h"
#include "core/transfer/identity.h"
#include "tests/support/bucketstandin.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class IdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_standIn.isRunning()); }
    void theEmailIsTheTokens_data();
    void theEmailIsTheTokens();
    void aRefusedTokenIsNobody_data();
    void aRefusedTokenIsNobody();
    void aServiceThatIsNotThereIsAnErrorOfTheNetwork();
    void theExpiryIsReadWithoutAKey_data();
    void theExpiryIsReadWithoutAKey();

private:
    BucketStandIn m_standIn{};
};

void IdentityTest::theEmailIsTheTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("email");

    QTest::newRow("allowed domain") << "editor-token"_ba << u"editor@medisin.uio.no"_s;
    QTest::newRow("other domain") << "viewer-token"_ba << u"viewer@example.org"_s;
    QTest::newRow("no e-mail is empty, not a crash") << "noemail-token"_ba << QString();
}

void IdentityTest::theEmailIsTheTokens()
{
    QFETCH(QByteArray, token);
    const Identity identity(m_standIn.iamUrl().toUtf8());

    const Result<QString> email = identity.emailOf(Secret(token), {});

    QVERIFY(email);
    QTEST(*email, "email");
}

void IdentityTest::aRefusedTokenIsNobody_data()
{
    QTest::addColumn<QByteArray>("token");

    QTest::newRow("unknown") << "stranger"_ba;
    QTest::newRow("none") << QByteArray();
    QTest::newRow("ends the header") << "editor-token\r\nX-Admin: 1"_ba;
}

void IdentityTest::aRefusedTokenIsNobody()
{
    QFETCH(QByteArray, token);
    const Identity identity(m_standIn.iamUrl().toUtf8());

    const Result<QString> email = identity.emailOf(Secret(token), {});

    QVERIFY(!email);
    QCOMPARE(email.error().code, ErrorCode::AuthRequired);
}

void IdentityTest::aServiceThatIsNotThereIsAnErrorOfTheNetwork()
{
    const Identity identity("http://127.0.0.1:1/auth/realms/hbp"_ba);

    const Result<QString> email = identity.emailOf(Secret("editor-token"_ba), {});

    QVERIFY(!email);
    QCOMPARE(email.error().code, ErrorCode::Network);
    QCOMPARE(email.error().message,
             u"The identity service could not be asked: the server refuses connections"_s);
}

void IdentityTest::theExpiryIsReadWithoutAKey_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<qint64>("expiry"); // -1: not told

    QTest::newRow("told") << R"({"exp":1700000000,"sub":"1"})"_ba << qint64(1'700'000'000'000);
    QTest::newRow("not told") << R"({"sub":"1"})"_ba << qint64(-1);
    QTest::newRow("a text") << R"({"exp":"1700000000"})"_ba << qint64(-1);
    QTest::newRow("no date") << R"({"exp":1e300})"_ba << qint64(-1);
    QTest::newRow("not JSON") << "claims"_ba << qint64(-1);
}

void IdentityTest::theExpiryIsReadWithoutAKey()
{
    QFETCH(QByteArray, claims);
    const auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray token = "header."_ba + claims.toBase64(encoding) + ".signature"_ba;

    QTEST(tokenExpiry(Secret(token)).value_or(-1), "expiry");
}

QTEST_GUILESS_MAIN(IdentityTest)
#include "tst_identity.moc"
