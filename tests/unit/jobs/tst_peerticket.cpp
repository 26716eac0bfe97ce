// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/peerticket.h"
#include "tests/support/resultvalue.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace std::chrono_literals;

namespace {

constexpr qint64 now = 1'795'000'000'000;
const QByteArray path = "/api/v1/peer/files/j/1/source";

QByteArray key(const QByteArray &id, char byte)
{
    return id + ':' + QByteArray(32, byte).toBase64();
}

SecretBox keys(const QByteArray &text)
{
    return *SecretBox::fromKeys(Secret(text));
}

} // namespace

class TestPeerTicket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticketIsGoodForItsCallAndTime_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<qint64>("at");
        QTest::addColumn<bool>("isGood");
        const qint64 time = std::chrono::milliseconds(peerTicketTime).count();
        const auto row = [](const char *name,
                            const QByteArray &verb,
                            const QByteArray &where,
                            qint64 at,
                            bool isGood) {
            QTest::newRow(name) << verb << where << at << isGood;
        };
        row("at once", "GET", path, now, true);
        row("until its end", "GET", path, now + time, true);
        row("after its end", "GET", path, now + time + 1000, false);
        row("a clock that is slow", "GET", path, now - time, true);
        row("a clock that is wrong", "GET", path, now - time - 1000, false);
        row("another verb", "DELETE", path, now, false);
        row("another file", "GET", path + "2", now, false);
    }

    void ticketIsGoodForItsCallAndTime()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, path);
        QFETCH(qint64, at);
        const SecretBox box = keys(key("a", 'x'));

        const QByteArray ticket = peerTicket(box, "GET", ::path, now);

        QTEST(isPeerTicket(ticket, box, verb, path, at), "isGood");
    }

    void keysAreRotatedAsThoseOfTokensAre_data()
    {
        QTest::addColumn<QByteArray>("verifier");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("the same") << key("a", 'x') << true;
        QTest::newRow("a new one before it") << key("b", 'y') + ',' + key("a", 'x') << true;
        QTest::newRow("another of the same name") << key("a", 'y') << false;
        QTest::newRow("without it") << key("b", 'x') << false;
    }

    void keysAreRotatedAsThoseOfTokensAre()
    {
        QFETCH(QByteArray, verifier);
        const QByteArray ticket = peerTicket(keys(key("a", 'x')), "GET", path, now);

        QTEST(isPeerTicket(ticket, keys(verifier), "GET", path, now), "isGood");
    }

    void whatIsNoTicketIsRefused_data()
    {
        QTest::addColumn<QByteArray>("ticket");
        const QByteArray good = peerTicket(keys(key("a", 'x')), "GET", path, now);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("dots") << QByteArray("..");
        QTest::newRow("no signature") << good.left(good.indexOf('.') + 1);
        QTest::newRow("a later time") << QByteArray(good).replace(0, 10, "1795000301");
        QTest::newRow("cut off") << good.chopped(1);
        QTest::newRow("longer") << good + "AAAA";
    }

    void whatIsNoTicketIsRefused()
    {
        QFETCH(QByteArray, ticket);

        QVERIFY(!isPeerTicket(ticket, keys(key("a", 'x')), "GET", path, now));
    }
};

QTEST_GUILESS_MAIN(TestPeerTicket)
#include "tst_peerticket.moc"
