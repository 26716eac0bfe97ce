// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeservers.h"
#include "ui/connections/connectionbox.h"
#include "ui/connections/serverdialog.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace createzoom;

namespace {

QStringList rowsOf(const QComboBox &box)
{
    QStringList rows;
    for (int i = 0; i < box.count(); ++i)
        rows << box.itemText(i);
    return rows;
}

/// As a person does: the row is shown and activated.
void pick(QComboBox &box, const QString &text)
{
    const int row = box.findText(text);
    QVERIFY2(row >= 0, qPrintable(text));
    box.setCurrentIndex(row);
    Q_EMIT box.activated(row);
}

} // namespace

/// This computer and saved servers: which is shown, and what is kept of them.
class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atFirstThereIsThisComputer()
    {
        const Desk desk;
        const ConnectionBox box(*desk.connections);

        QCOMPARE(box.currentText(), u"This computer"_s);
        QCOMPARE(rowsOf(box), (QStringList{u"This computer"_s, QString(), u"Add a server…"_s}));
        QVERIFY(desk.connections->current().isLocal);
        QVERIFY(desk.connections->current().board == &desk.service);
    }

    void leavingAServerCutsItOff()
    {
        Desk desk;
        desk.add(u"a"_s);
        const std::shared_ptr<FakeServer> before = desk.server;
        QSignalSpy chosen(desk.connections.get(), &Connections::connectionChosen);

        desk.connections->chooseLocal();

        QVERIFY(before->isCutOff());
        QVERIFY(chosen.first().first().value<Connection>().isLocal);
    }

    void serversAreThereAfterARestart()
    {
        Desk desk;
        desk.add(u"a"_s);
        desk.add(u"b"_s);

        desk.reopen();

        QCOMPARE(desk.connections->servers(),
                 (QList<SavedServer>{{u"a"_s, u"https://a"_s}, {u"b"_s, u"https://b"_s}}));
        QVERIFY(desk.connections->current().isLocal);
    }

    void tokensAreKeptOnlyWhenAskedFor()
    {
        Desk desk;
        desk.add(u"kept"_s, ServerTokens::Keep::OnDisk);
        desk.add(u"forgotten"_s);

        desk.reopen();

        ServerTokens &tokens = desk.connections->tokens();
        QCOMPARE(tokens.of(u"https://kept"_s).expose(), "t");
        QVERIFY(tokens.isKept(u"https://kept"_s));
        QVERIFY(!tokens.has(u"https://forgotten"_s));
        constexpr auto others
            = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY((QFileInfo(desk.tokenFile()).permissions() & others) == 0);
        QFile settings(desk.settings.fileName());
        desk.settings.sync();
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains("token"));
    }

    void withoutKeptTokensThereIsNoFile()
    {
        Desk desk;
        desk.add(u"a"_s, ServerTokens::Keep::OnDisk);
        desk.connections->remove(0);

        desk.reopen();

        QVERIFY(!QFileInfo::exists(desk.tokenFile()));
    }

    void aServerWithoutTokenAsksForOne()
    {
        Desk desk;
        desk.add(u"a"_s);
        desk.reopen();
        QWidget window;
        ConnectionBox box(*desk.connections, &window);

        pick(box, u"a"_s);

        const auto *dialog = window.findChild<ServerDialog *>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(edit(*dialog, 0)->text(), u"https://a"_s);
        QCOMPARE(box.currentText(), u"This computer"_s); // until there is one
        edit(*dialog, 1)->setText(u"again"_s);
        button(*dialog, u"Connect"_s)->click();
        QCOMPARE(box.currentText(), u"a"_s);
        QCOMPARE(desk.connections->servers().size(), 1);
        QCOMPARE(desk.opened.last(), u"https://a again"_s);
    }

    void aRemovedServerIsGoneAndThisComputerShown()
    {
        Desk desk;
        desk.add(u"a"_s);
        desk.add(u"b"_s);
        QWidget window;
        ConnectionBox box(*desk.connections, &window);

        pick(box, u"Change b…"_s);
        button(*window.findChild<ServerDialog *>(), u"Remove"_s)->click();

        QCOMPARE(rowsOf(box),
                 (QStringList{u"This computer"_s, u"a"_s, QString(), u"Add a server…"_s}));
        QCOMPARE(box.currentText(), u"This computer"_s);
        QVERIFY(!desk.connections->tokens().has(u"https://b"_s));
    }

    void theShownServerStaysWhenAnEarlierOneGoes()
    {
        const Desk desk;
        desk.add(u"a"_s);
        desk.add(u"b"_s);

        desk.connections->remove(0);

        QCOMPARE(desk.connections->current().name, u"b"_s);
        QCOMPARE(desk.connections->currentServer(), 0);
    }

    void aChangedAddressTakesItsTokenAlong()
    {
        const Desk desk;
        desk.add(u"a"_s);

        desk.connections->save(
            {u"a"_s, u"https://c"_s}, Secret("u"), ServerTokens::Keep::InMemory, 0);

        QVERIFY(!desk.connections->tokens().has(u"https://a"_s));
        QCOMPARE(desk.connections->tokens().of(u"https://c"_s).expose(), "u");
        QCOMPARE(desk.connections->servers().size(), 1);
    }
};

QTEST_MAIN(TestConnections)
#include "tst_connections.moc"
