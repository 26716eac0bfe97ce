// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobservice.h"
#include "tests/ui/fakeengine.h"
#include "ui/connections/connectionbox.h"
#include "ui/connections/serverdialog.h"
#include "ui/connections/servertest.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

SecretBox testKeys()
{
    return *SecretBox::fromKeys(Secret("test:" + QByteArray(32, 'k').toBase64()));
}

/// A server that answers with `m_answer`, or is silent until it is cut off.
class FakeServer
{
public:
    explicit FakeServer(JobService &service)
        : m_service(service)
    {}

    void silence() { m_isSilent = true; }

    Result<QueueState> queue(const Result<QueueState> &answer)
    {
        std::unique_lock lock(m_mutex);
        m_cut.wait(lock, [this] { return m_isCutOff || !m_isSilent; });
        return m_isCutOff ? Result<QueueState>(cancelledError()) : answer;
    }
    void cutOff()
    {
        const std::lock_guard lock(m_mutex);
        m_isCutOff = true;
        m_cut.notify_all();
    }
    bool isCutOff()
    {
        const std::lock_guard lock(m_mutex);
        return m_isCutOff;
    }
    JobService &service() { return m_service; }

private:
    JobService &m_service;
    std::atomic<bool> m_isSilent = false;
    std::mutex m_mutex{}; ///< guards m_isCutOff
    std::condition_variable m_cut{};
    bool m_isCutOff = false;
};

class FakeBoard : public JobBoard
{
public:
    FakeBoard(std::shared_ptr<FakeServer> server, const Result<QueueState> &answer)
        : m_server(std::move(server))
        , m_answer(answer)
    {}

    Result<Submitted> submit(JobRequest request,
                             const Secret &token,
                             const std::optional<IdempotencyKey> &key) override
    {
        return jobs().submit(std::move(request), token, key);
    }
    Result<JobChanges> changes(qint64 since, int limit) override
    {
        return jobs().changes(since, limit);
    }
    Result<CancelOutcome> cancel(const QString &id) override { return jobs().cancel(id); }
    Result<void> retry(const QString &id, const Secret &token) override
    {
        return jobs().retry(id, token);
    }
    Result<void> remove(const QString &id) override { return jobs().remove(id); }
    Result<void> pause(const QString &id) override { return jobs().pause(id); }
    Result<void> resume(const QString &id) override { return jobs().resume(id); }
    Result<void> move(const QString &id, QueueMove where) override
    {
        return jobs().move(id, where);
    }
    Result<void> setOptions(const QString &id, const ConversionOptions &options) override
    {
        return jobs().setOptions(id, options);
    }
    Result<QueueState> queue() override { return m_server->queue(m_answer); }
    Result<void> setQueuePaused(bool paused) override { return jobs().setQueuePaused(paused); }
    Result<QStringList> log(const QString &id) override { return jobs().log(id); }
    Result<std::unique_ptr<TileSource>> preview(const QString &id) override
    {
        return jobs().preview(id);
    }

private:
    JobService &jobs() { return m_server->service(); }

    const std::shared_ptr<FakeServer> m_server;
    const Result<QueueState> m_answer;
};

/// This computer and servers in memory, with settings and tokens in a folder of its own.
struct Desk
{
    Desk() { connections = make(); }

    std::unique_ptr<Connections> make()
    {
        return std::make_unique<Connections>(
            service, settings, tokenFile(), [this](const QString &url, Secret token) {
                server = std::make_shared<FakeServer>(service);
                if (isSilent)
                    server->silence();
                opened << url + u' ' + QString::fromUtf8(token.expose());
                return OpenedServer{std::make_shared<FakeBoard>(server, answer), [asked = server] {
                                        asked->cutOff();
                                    }};
            });
    }
    /// As after a restart of the program.
    void reopen()
    {
        connections.reset();
        connections = make();
    }
    QString tokenFile() const { return folder.filePath(u"config/tokens.json"_s); }
    void add(const QString &name, ServerTokens::Keep keep = ServerTokens::Keep::InMemory) const
    {
        connections->save({name, u"https://"_s + name}, Secret("t"), keep);
    }

    QTemporaryDir folder{};
    QSettings settings{folder.filePath(u"window.ini"_s), QSettings::IniFormat};
    FakeEngine engine{};
    SecretBox keys = testKeys();
    JobService service{engine, keys, systemClock()};
    Result<QueueState> answer = QueueState{};
    bool isSilent = false;
    QStringList opened{};
    std::shared_ptr<FakeServer> server{};
    std::unique_ptr<Connections> connections{};
};

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

QLineEdit *edit(const QDialog &dialog, int index)
{
    return dialog.findChildren<QLineEdit *>().at(index);
}

QAbstractButton *button(const QDialog &dialog, const QString &text)
{
    for (QAbstractButton *each : dialog.findChildren<QAbstractButton *>()) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

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

QTEST_MAIN(TestConnections)
#include "tst_connections.moc"
