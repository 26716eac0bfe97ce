// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeservers.h"
#include "ui/connections/connectionbox.h"
#include "ui/connections/serverdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace createzoom;

namespace {

QString outcome(const QDialog &dialog)
{
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->accessibleName() == u"Outcome of the test")
            return label->text();
    }
    return {};
}

void fill(const QDialog &dialog, const QString &url, const QString &token)
{
    edit(dialog, 0)->setText(url);
    edit(dialog, 1)->setText(token);
}

} // namespace

/// The dialog that adds a server and tries it.
class TestServerDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerIsAddedByTheDialogAndShown()
    {
        Desk desk;
        const ConnectionBox box(*desk.connections);
        ServerDialog dialog(*desk.connections);
        QSignalSpy chosen(desk.connections.get(), &Connections::connectionChosen);
        fill(dialog, u" https://zoom.example.org/ "_s, u" secret "_s);

        button(dialog, u"Connect"_s)->click();

        QCOMPARE(chosen.size(), 1);
        const auto connection = chosen.first().first().value<Connection>();
        QCOMPARE(connection.name, u"zoom.example.org"_s);
        QCOMPARE(connection.address, u"https://zoom.example.org"_s);
        QVERIFY(!connection.isLocal);
        QVERIFY(connection.board != nullptr);
        QCOMPARE(desk.opened, QStringList{u"https://zoom.example.org secret"_s});
        QCOMPARE(box.currentText(), u"zoom.example.org"_s);
    }

    void nothingCanBeDoneWithoutAddressAndToken_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("token");
        QTest::addColumn<bool>("isEnabled");
        QTest::newRow("nothing") << QString() << QString() << false;
        QTest::newRow("no token") << u"https://a"_s << u" "_s << false;
        QTest::newRow("no address") << u" "_s << u"t"_s << false;
        QTest::newRow("both") << u"https://a"_s << u"t"_s << true;
    }

    void nothingCanBeDoneWithoutAddressAndToken()
    {
        QFETCH(QString, url);
        QFETCH(QString, token);
        QFETCH(bool, isEnabled);
        const Desk desk;
        const ServerDialog dialog(*desk.connections);

        fill(dialog, url, token);

        QCOMPARE(button(dialog, u"Connect"_s)->isEnabled(), isEnabled);
        QCOMPARE(button(dialog, u"Test"_s)->isEnabled(), isEnabled);
        QCOMPARE(button(dialog, u"Test"_s)->toolTip().isEmpty(), isEnabled);
    }

    void aWrongAddressIsToldAndNotSaved()
    {
        const Desk desk;
        const ServerDialog dialog(*desk.connections);
        fill(dialog, u"ftp://x"_s, u"t"_s);

        button(dialog, u"Connect"_s)->click();

        QVERIFY2(outcome(dialog).contains(u"is no address"_s), qPrintable(outcome(dialog)));
        QVERIFY(desk.connections->servers().isEmpty());
    }

    void aTestSaysWhatIsWrong_data()
    {
        QTest::addColumn<Result<QueueState>>("answer");
        QTest::addColumn<QString>("sentence");
        const auto row
            = [](const char *name, const Result<QueueState> &answer, const QString &sentence) {
                  QTest::newRow(name) << answer << sentence;
              };
        row("right", QueueState{}, u"✔ Connected."_s);
        row("gone",
            Error{ErrorCode::Network, u"The server refuses connections"_s},
            u"✖ The server refuses connections. Check the address, and"_s);
        row("token refused",
            Error{ErrorCode::AuthRequired, u"no"_s},
            u"✖ The server does not accept this token."_s);
        row("no admin", Error{ErrorCode::Forbidden, u"no"_s}, u"✖ The token is good, but only"_s);
        row("another program",
            Error{ErrorCode::RemoteFailure, u"It is no CreateZoom"_s},
            u"✖ It is no CreateZoom. Check the address."_s);
        row("else",
            Error{ErrorCode::Unavailable, u"The store is gone"_s},
            u"✖ The store is gone"_s);
    }

    void aTestSaysWhatIsWrong()
    {
        QFETCH(Result<QueueState>, answer);
        QFETCH(QString, sentence);
        Desk desk;
        desk.answer = answer;
        const ServerDialog dialog(*desk.connections);
        fill(dialog, u"https://a"_s, u"t"_s);

        button(dialog, u"Test"_s)->click();

        QCOMPARE(outcome(dialog), u"… Asking the server"_s);
        QTRY_VERIFY2(outcome(dialog).startsWith(sentence), qPrintable(outcome(dialog)));
        QVERIFY(button(dialog, u"Test"_s)->isEnabled());
        QVERIFY(desk.connections->servers().isEmpty());
    }

    void aSilentServerHoldsUpNobody()
    {
        Desk desk;
        desk.isSilent = true;
        {
            const ServerDialog dialog(*desk.connections);
            fill(dialog, u"https://a"_s, u"t"_s);
            button(dialog, u"Test"_s)->click();
        } // would hang here

        QVERIFY(desk.server->isCutOff());
    }

    void whatIsTypedDuringATestEndsIt()
    {
        Desk desk;
        desk.isSilent = true;
        const ServerDialog dialog(*desk.connections);
        fill(dialog, u"https://a"_s, u"t"_s);
        button(dialog, u"Test"_s)->click();

        edit(dialog, 1)->setText(u"tt"_s);

        QVERIFY(desk.server->isCutOff());
        QVERIFY(outcome(dialog).isEmpty());
        QVERIFY(button(dialog, u"Test"_s)->isEnabled());
    }

    void anAddressWithoutHttpsIsWarnedOf_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isWarned");
        QTest::newRow("https") << u"https://zoom.example.org"_s << false;
        QTest::newRow("http") << u"http://zoom.example.org"_s << true;
        QTest::newRow("no scheme") << u"zoom.example.org"_s << true;
        QTest::newRow("this computer") << u"127.0.0.1:8000"_s << false;
        QTest::newRow("this computer by name") << u"http://localhost:8000"_s << false;
        QTest::newRow("nothing yet") << QString() << false;
    }

    void anAddressWithoutHttpsIsWarnedOf()
    {
        QFETCH(QString, url);
        QFETCH(bool, isWarned);
        const Desk desk;
        const ServerDialog dialog(*desk.connections);

        edit(dialog, 0)->setText(url);

        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        QCOMPARE(std::any_of(labels.begin(),
                             labels.end(),
                             [](const QLabel *label) { return label->text().contains(u"⚠"); }),
                 isWarned);
    }

    void everyFieldHasANameForThoseWhoDoNotSee()
    {
        const Desk desk;
        const ServerDialog dialog(*desk.connections);

        for (const QLineEdit *field : dialog.findChildren<QLineEdit *>()) {
            const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
            QVERIFY(std::any_of(labels.begin(), labels.end(), [field](const QLabel *label) {
                return label->buddy() == field;
            }));
        }
    }
};

QTEST_MAIN(TestServerDialog)
#include "tst_serverdialog.moc"
