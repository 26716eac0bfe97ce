// SPDX-License-Identifier: GPL-3.0-or-later
// Whose request is it, and how many may that client have?
#include "server/clientseats.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class TestClientSeats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProxySaysWhoseRequestItIs_data()
    {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QByteArrayList>("forwarded"); // a field each
        QTest::addColumn<QString>("client"); // empty: not known
        const auto row = [](const char *name,
                            const QString &peer,
                            const QByteArrayList &forwarded,
                            const QString &client) {
            QTest::newRow(name) << peer << forwarded << client;
        };
        const QString proxy = u"10.0.0.1"_s;
        const QString client = u"192.0.2.7"_s;
        row("nobody's word", client, {}, client);
        row("a client's own word", client, {"198.51.100.1"}, client);
        row("a client that names a proxy", client, {"10.0.0.1"}, client);
        row("a proxy", proxy, {"192.0.2.7"}, client);
        row("a proxy that does not say", proxy, {}, {});
        row("a client invented others", proxy, {"198.51.100.1, 10.0.0.9, 192.0.2.7"}, client);
        row("in a field of its own", proxy, {"198.51.100.1", "192.0.2.7"}, client);
        row("proxies in a row", proxy, {"198.51.100.1, 192.0.2.7, 10.0.0.2", "10.0.0.3"}, client);
        row("a client among the proxies", proxy, {"10.0.0.2"}, u"10.0.0.2"_s);
        row("not a word", proxy, {"192.0.2.7, unknown"}, proxy);
        row("not a word before a proxy", proxy, {"192.0.2.7, _hidden, 10.0.0.2"}, u"10.0.0.2"_s);
        row("empty", proxy, {""}, proxy);
        row("with a port", proxy, {"192.0.2.7:4711"}, client);
        row("IPv6", proxy, {"2001:db8::7"}, u"2001:db8::7"_s);
        row("IPv6 with a port", proxy, {"[2001:db8::7]:4711"}, u"2001:db8::7"_s);
        row("an open bracket", proxy, {"[2001:db8::7"}, proxy);
        row("a proxy on a socket of both protocols",
            u"::ffff:10.0.0.1"_s,
            {"::ffff:192.0.2.7"},
            client);
        row("a proxy of IPv6", u"fd00::1"_s, {"192.0.2.7"}, client);
    }

    void aProxySaysWhoseRequestItIs()
    {
        QFETCH(QString, peer);
        QFETCH(QByteArrayList, forwarded);
        const ClientSeats seats(1, {u"10.0.0.0/8"_s, u"fd00::1"_s});
        HttpRequest request{.fields = {{"Host", "h"}, {"Forwarded", "for=203.0.113.9"}}};
        for (const QByteArray &value : forwarded)
            request.fields << HttpField{"X-Forwarded-FOR", value};

        const QHostAddress client = seats.clientOf(QHostAddress(peer), request);

        QTEST(client.isNull() ? QString() : client.toString(), "client");
    }

    void oneClientHasSoManySeats_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("isTheSame");
        QTest::newRow("the same") << u"192.0.2.7"_s << true;
        QTest::newRow("the same on a socket of both protocols") << u"::ffff:192.0.2.7"_s << true;
        QTest::newRow("its neighbour") << u"192.0.2.8"_s << false;
        QTest::newRow("IPv6") << u"2001:db8::7"_s << false;
    }

    void oneClientHasSoManySeats()
    {
        QFETCH(QString, other);
        ClientSeats seats(2, {});
        const auto first = seats.take(QHostAddress(u"192.0.2.7"_s));
        auto second = seats.take(QHostAddress(u"192.0.2.7"_s));
        QVERIFY(first && second);

        QTEST(seats.take(QHostAddress(other)) == nullptr, "isTheSame");

        second.reset();
        QVERIFY(seats.take(QHostAddress(other)));
    }

    void aNetworkOfIpv6IsOneClient()
    {
        ClientSeats seats(1, {});
        const auto taken = seats.take(QHostAddress(u"2001:db8:0:1::7"_s));

        QVERIFY(!seats.take(QHostAddress(u"2001:db8:0:1:ffff::8"_s)));
        QVERIFY(seats.take(QHostAddress(u"2001:db8:0:2::7"_s)));
    }

    void withoutALimitOrANameAllHaveSeats()
    {
        ClientSeats unlimited(0, {});
        ClientSeats limited(1, {});
        const auto client = unlimited.take(QHostAddress(u"192.0.2.7"_s));
        const auto unknown = limited.take({});

        QVERIFY(unlimited.take(QHostAddress(u"192.0.2.7"_s)));
        QVERIFY(limited.take({}));
    }
};

QTEST_APPLESS_MAIN(TestClientSeats)
#include "tst_clientseats.moc"
