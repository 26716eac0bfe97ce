// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/callerpolicy.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class TestCallerPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThatAreNotOursAreRefused_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QStringList>("allowed");
        QTest::addColumn<int>("status"); // 0: served
        const QStringList none;
        const QStringList lab{u"Zoom.lab.example"_s};
        const auto row
            = [](const char *name, const QByteArray &host, const QStringList &allowed, int status) {
                  QTest::newRow(name) << host << allowed << status;
              };
        row("address", "127.0.0.1:8000", none, 0);
        row("any address", "192.0.2.7", none, 0);
        row("IPv6", "[::1]:8000", none, 0);
        row("localhost", "LocalHost:8000", none, 0);
        row("below localhost", "app.localhost", none, 0);
        row("HTTP/1.0", "", none, 0);
        row("a page that turned its name to us", "evil.example:8000", none, 421);
        row("localhost is no ending of ours", "evillocalhost", none, 421);
        row("an address in a name", "127.0.0.1.evil.example", none, 421);
        row("named", "zoom.LAB.example:443", lab, 0);
        row("named, with its dot", "zoom.lab.example.", lab, 0);
        row("not named", "other.lab.example", lab, 421);
        row("any name", "evil.example", {u"*"_s}, 0);
    }

    void namesThatAreNotOursAreRefused()
    {
        QFETCH(QByteArray, host);
        QFETCH(QStringList, allowed);
        const CallerPolicy policy(allowed, {});

        const auto refusal = policy.refusal(
            {.method = "GET", .path = "/deepzoom/tasks", .fields = {{"Host", host}}});

        QTEST(refusal ? refusal->status : 0, "status");
    }

    void pagesOfOthersChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<QStringList>("allowed");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name,
                            const QByteArray &method,
                            const QByteArray &origin,
                            const QStringList &allowed,
                            int status) {
            QTest::newRow(name) << method << origin << allowed << status;
        };
        const QStringList none;
        const QStringList viewer{u"https://Viewer.example/"_s};
        row("a program", "POST", "", none, 0);
        row("our own page", "DELETE", "http://127.0.0.1:8000", none, 0);
        row("our own page behind TLS", "POST", "https://127.0.0.1:8000", none, 0);
        row("another port", "POST", "http://127.0.0.1:9000", none, 403);
        row("a stranger's page", "POST", "https://evil.example", none, 403);
        row("a file", "POST", "null", none, 403);
        row("a stranger's page that reads", "GET", "https://evil.example", none, 0);
        row("a stranger's question", "OPTIONS", "https://evil.example", none, 0);
        row("named", "PUT", "https://viewer.example", viewer, 0);
        row("not named", "PUT", "https://viewer.example.evil", viewer, 403);
        row("any", "POST", "https://evil.example", {u"*"_s}, 0);
    }

    void pagesOfOthersChangeNothing()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, origin);
        QFETCH(QStringList, allowed);
        const CallerPolicy policy({}, allowed);
        HttpRequest request{
            .method = method, .path = "/deepzoom", .fields = {{"Host", "127.0.0.1:8000"}}};
        if (!origin.isEmpty())
            request.fields << HttpField{"Origin", origin};

        const auto refusal = policy.refusal(request);

        QTEST(refusal ? refusal->status : 0, "status");
    }

    void usualHostsFollowTheAddress_data()
    {
        QTest::addColumn<QString>("listen");
        QTest::addColumn<QStringList>("hosts");
        QTest::newRow("loopback") << u"127.0.0.1:8000"_s << QStringList();
        QTest::newRow("IPv6 loopback") << u"[::1]:8000"_s << QStringList();
        QTest::newRow("localhost") << u"localhost:8000"_s << QStringList();
        QTest::newRow("all") << u"0.0.0.0:8000"_s << QStringList{u"*"_s};
        QTest::newRow("any") << u"*:8000"_s << QStringList{u"*"_s};
        QTest::newRow("a name") << u"lab.example:8000"_s << QStringList{u"*"_s};
    }

    void usualHostsFollowTheAddress()
    {
        QFETCH(QString, listen);

        QTEST(usualHosts(listen), "hosts");
    }
};

QTEST_GUILESS_MAIN(TestCallerPolicy)
#include "tst_callerpolicy.moc"
