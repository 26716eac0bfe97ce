// SPDX-License-Identifier: GPL-3.0-or-later
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

QTEST_GUILESS_MAIN(IdentityTest)
#include "tst_identity.moc"
