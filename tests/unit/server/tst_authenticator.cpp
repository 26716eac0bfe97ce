// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/webtoken.h"
#include "server/authenticator.h"
#include "server/httpmessage.h"

#include <QTest>

#include <memory>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

/// An identity service with one answer, and a clock that stands until it is moved.
struct Stage
{
    Result<QString> email = QString();
    int asked = 0;
    qint64 now = 1'000'000;
    std::unique_ptr<Authenticator> authenticator{};

    explicit Stage(const QStringList &domains)
    {
        AdminRules rules{.domains = domains};
        rules.identify = [this](const Secret &) {
            ++asked;
            return email;
        };
        authenticator = std::make_unique<Authenticator>(std::move(rules), [this] { return now; });
    }
};

/// A JSON Web Token that anybody can write.
QByteArray jwtOf(const QByteArray &sub)
{
    const auto part = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part("{}") + '.' + part("{\"sub\":\"" + sub + "\"}") + '.' + part("x");
}

std::optional<ErrorCode> codeOf(const Result<void> &result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

} // namespace

class TestAuthenticator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheDomainBehindTheLastAtCounts_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<bool>("isAllowed");
        const auto row = [](const QString &email, bool isAllowed) {
            QTest::newRow(qPrintable(email.isEmpty() ? u"no e-mail"_s : email))
                << email << isAllowed;
        };
        row(u"ann@medisin.uio.no"_s, true);
        row(u"Ann@Medisin.UiO.no"_s, true);
        row(u"x@y@medisin.uio.no"_s, true);
        row(u"bob@other.example"_s, true);
        row(u"ann@medisin.uio.no@evil.example"_s, false);
        row(u"ann@evilmedisin.uio.no"_s, false);
        row(u"ann@sub.medisin.uio.no"_s, false);
        row(u"ann@medisin.uio.no.evil.example"_s, false);
        row(u"medisin.uio.no"_s, false);
        row(u"@medisin.uio.no"_s, false);
        row(u"ann@"_s, false);
        row(QString(), false);
    }

    void onlyTheDomainBehindTheLastAtCounts()
    {
        QFETCH(QString, email);
        QFETCH(bool, isAllowed);
        Stage stage({u"@medisin.uio.no"_s, u"other.example"_s, u"@"_s});
        stage.email = email;

        const Result<void> checked = stage.authenticator->checkAdmin("token");

        QCOMPARE(checked.has_value(), isAllowed);
        if (!isAllowed) {
            QCOMPARE(checked.error().code, ErrorCode::Forbidden);
            QCOMPARE(checked.error().message, u"Unauthorized email domain"_s);
        }
    }

    void failuresOfTheServiceAreToldApart_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<ErrorCode>("expected");
        QTest::newRow("refused") << ErrorCode::AuthRequired << ErrorCode::AuthRequired;
        QTest::newRow("expired") << ErrorCode::AuthExpired << ErrorCode::AuthRequired;
        QTest::newRow("no right") << ErrorCode::Forbidden << ErrorCode::AuthRequired;
        QTest::newRow("not reached") << ErrorCode::Network << ErrorCode::Unavailable;
        QTest::newRow("slow") << ErrorCode::Timeout << ErrorCode::Unavailable;
        QTest::newRow("broken") << ErrorCode::RemoteFailure << ErrorCode::Unavailable;
    }

    void failuresOfTheServiceAreToldApart()
    {
        QFETCH(ErrorCode, code);
        QFETCH(ErrorCode, expected);
        Stage stage({u"a.example"_s});
        stage.email = Error{code, u"https://iam.internal said no"_s};

        const Result<void> checked = stage.authenticator->checkAdmin("token");

        QCOMPARE(codeOf(checked), std::optional(expected));
        QVERIFY(!checked.error().message.contains(u"iam.internal"));
    }

    void answersAreKeptForTheirTime_data()
    {
        QTest::addColumn<std::optional<ErrorCode>>("failure");
        QTest::addColumn<qint64>("lifetime");
        QTest::newRow("e-mail") << std::optional<ErrorCode>() << qint64(60'000);
        QTest::newRow("refusal") << std::optional(ErrorCode::AuthRequired) << qint64(10'000);
        QTest::newRow("failure") << std::optional(ErrorCode::Network) << qint64(2'000);
    }

    void answersAreKeptForTheirTime()
    {
        QFETCH(std::optional<ErrorCode>, failure);
        QFETCH(qint64, lifetime);
        Stage stage({u"a.example"_s});
        stage.email = failure ? Result<QString>(Error{*failure, u"x"_s})
                              : Result<QString>(u"b@a.example"_s);

        (void)stage.authenticator->checkAdmin("token");
        stage.now += lifetime - 1;
        (void)stage.authenticator->checkAdmin("token");
        QCOMPARE(stage.asked, 1);
        stage.now += 1;
        (void)stage.authenticator->checkAdmin("token");
        QCOMPARE(stage.asked, 2);
        (void)stage.authenticator->checkAdmin("another");
        QCOMPARE(stage.asked, 3);
    }

    void withoutATokenNobodyIsAsked()
    {
        Stage stage({u"a.example"_s});

        QCOMPARE(codeOf(stage.authenticator->checkAdmin({})),
                 std::optional(ErrorCode::AuthRequired));
        QCOMPARE(stage.asked, 0);
    }

    void theLocalTokenNeedsNoService()
    {
        Authenticator authenticator({.localToken = Secret("local")}, [] { return qint64(0); });

        QVERIFY(authenticator.checkAdmin("local").has_value());
        QCOMPARE(codeOf(authenticator.checkAdmin("loca")), std::optional(ErrorCode::AuthRequired));
        QCOMPARE(codeOf(authenticator.checkAdmin("")), std::optional(ErrorCode::AuthRequired));
    }

    void nobodyIsAdminWhereNothingIsSetUp()
    {
        Authenticator authenticator({}, [] { return qint64(0); });

        QCOMPARE(codeOf(authenticator.checkAdmin("any")), std::optional(ErrorCode::AuthRequired));
    }

    void onlyWellFormedBearersAreTokens_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("bearer") << QByteArray("Bearer abc.def-_=") << QByteArray("abc.def-_=");
        QTest::newRow("lower case") << QByteArray("bearer abc") << QByteArray("abc");
        QTest::newRow("two blanks") << QByteArray("Bearer  abc") << QByteArray("abc");
        QTest::newRow("two words") << QByteArray("Bearer a b") << QByteArray();
        QTest::newRow("basic") << QByteArray("Basic abc") << QByteArray();
        QTest::newRow("bare") << QByteArray("abc") << QByteArray();
        QTest::newRow("nothing") << QByteArray("Bearer ") << QByteArray();
        QTest::newRow("umlaut") << QByteArray("Bearer \xc3\xa4") << QByteArray();
    }

    void onlyWellFormedBearersAreTokens()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, token);

        QCOMPARE((HttpRequest{.fields = {{"AUTHORIZATION", value}}}.bearer()), token);
    }

    void onlyWhoSubmittedAJobIsItsSubmitter_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("submitter");
        QTest::addColumn<bool>("isAccepted"); ///< by the identity service
        QTest::addColumn<std::optional<ErrorCode>>("code");
        const auto row = [](const char *name,
                            const QByteArray &token,
                            const QString &submitter,
                            bool isAccepted,
                            const std::optional<ErrorCode> &code) {
            QTest::newRow(name) << token << submitter << isAccepted << code;
        };
        const QString hash = tokenHash(Secret("abc"));
        row("the token itself, which nobody need check", "abc", hash, false, std::nullopt);
        row("another token", "abd", hash, true, ErrorCode::Forbidden);
        row("a person", jwtOf("ann"), u"ann"_s, true, std::nullopt);
        row("a person's name on a token that is refused",
            jwtOf("ann"),
            u"ann"_s,
            false,
            ErrorCode::AuthRequired);
        row("a hash written as a name on a token that is refused",
            jwtOf(hash.toUtf8()),
            hash,
            false,
            ErrorCode::AuthRequired);
        row("another person", jwtOf("bob"), u"ann"_s, true, ErrorCode::Forbidden);
        row("no token", "", u"ann"_s, true, ErrorCode::AuthRequired);
        row("a job of nobody", "abc", QString(), true, ErrorCode::Forbidden);
    }

    void onlyWhoSubmittedAJobIsItsSubmitter()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, submitter);
        QFETCH(bool, isAccepted);
        QFETCH(std::optional<ErrorCode>, code);
        Stage stage({u"@medisin.uio.no"_s});
        stage.email = isAccepted ? Result<QString>(u"ann@elsewhere.example"_s)
                                 : Result<QString>(Error{ErrorCode::AuthRequired, u"refused"_s});

        QCOMPARE(codeOf(stage.authenticator->checkSubmitter(token, submitter)), code);
    }

    void withoutAnIdentityServiceNamesInTokensAreWorthNothing()
    {
        Authenticator authenticator({.localToken = Secret("admin")}, [] { return qint64{1}; });

        QCOMPARE(codeOf(authenticator.checkSubmitter(jwtOf("ann"), u"ann"_s)),
                 ErrorCode::AuthRequired);
        QVERIFY(authenticator.checkSubmitter("abc", tokenHash(Secret("abc"))));
    }
};

QTEST_APPLESS_MAIN(TestAuthenticator)
#include "tst_authenticator.moc"
