// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/healthapi.h"

#include <QTest>

#include <optional>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The surface before a store that can be broken.
struct Api
{
    HttpAnswer get(const QByteArray &path, const QByteArray &query = {}) const
    {
        return router.answer({.method = "GET", .path = path, .query = query});
    }

    qint64 now = 1'795'000'000'000;
    std::optional<Error> broken{};
    int asked = 0;
    StoreHealth health{[this]() -> Result<void> {
                           ++asked;
                           return broken ? Result<void>(*broken) : Result<void>();
                       },
                       [this] {
                           return now;
                       }};
    std::optional<Error> full{};
    int looked = 0;
    std::optional<Error> ending{};
    HealthApi api{
        health,
        {{"room on the disks",
          [this]() -> Result<void> {
              ++looked;
              return full ? Result<void>(*full) : Result<void>();
          }},
         {"accepting work",
          [this]() -> Result<void> { return ending ? Result<void>(*ending) : Result<void>(); },
          false}},
        [this] {
            return now;
        }};
    Router router{api.routes(), CorsPolicy({})};
};

} // namespace

class TestHealthApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksAnswer_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<bool>("isStoreThere");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name,
                            const QByteArray &path,
                            const QByteArray &query,
                            bool isStoreThere,
                            int status,
                            const QByteArray &body) {
            QTest::newRow(name) << path << query << isStoreThere << status << body;
        };
        row("alive", "/livez", "", true, 200, "ok\n");
        row("alive without its store", "/livez", "", false, 200, "ok\n");
        row("alive, by the older name", "/healthz", "", true, 200, "ok\n");
        row("alive in words",
            "/livez",
            "verbose",
            true,
            200,
            "[+] event loop ok\nlivez check passed\n");
        row("ready", "/readyz", "", true, 200, "ok\n");
        row("not ready", "/readyz", "", false, 503, "not ready\n");
        row("ready in words",
            "/readyz",
            "verbose",
            true,
            200,
            "[+] store of jobs ok\n[+] room on the disks ok\n[+] accepting work ok\n"
            "readyz check passed\n");
        row("not ready in words, without secrets",
            "/readyz",
            "verbose=1",
            false,
            503,
            "[-] store of jobs: gone, Bearer ***\n[+] room on the disks ok\n"
            "[+] accepting work ok\nreadyz check failed\n");
    }

    void checksAnswer()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, query);
        QFETCH(bool, isStoreThere);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Api api;
        if (!isStoreThere)
            api.broken
                = Error{ErrorCode::Unavailable, u"gone, Bearer abcdefghijkl"_s, u"10.0.0.7"_s};

        const HttpAnswer answer = api.get(path, query);

        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body, body);
        QVERIFY(answer.contentType.startsWith("text/plain"));
        QCOMPARE(answer.hasField("Retry-After"), status == 503);
    }

    void oneCheckThatFailsIsEnough()
    {
        Api api;
        api.full = Error{ErrorCode::DiskFull, u"the disk is full"_s};

        const HttpAnswer answer = api.get("/readyz", "verbose");

        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.body,
                 "[+] store of jobs ok\n[-] room on the disks: the disk is full\n"
                 "[+] accepting work ok\nreadyz check failed\n");
        QCOMPARE(api.get("/livez").status, 200);
    }

    void storeIsAskedAtMostEveryTwoSeconds()
    {
        Api api;
        const HttpRequest request{.method = "GET", .path = "/readyz"};
        QCOMPARE(api.router.target(request).place, Place::Store);

        api.get("/readyz");
        api.get("/readyz");

        QCOMPARE(api.asked, 1);
        QCOMPARE(api.looked, 1);
        QCOMPARE(api.router.target(request).place, Place::Guard);
        api.now += 2'000;
        api.get("/readyz");
        QCOMPARE(api.asked, 2);
    }

    // What ends within two seconds was given work until it was gone.
    void whatWaitsForNothingIsAskedEachTime()
    {
        Api api;
        QCOMPARE(api.get("/readyz").status, 200);

        api.ending = Error{ErrorCode::Draining, u"about to end"_s};

        QCOMPARE(api.get("/readyz").status, 503);
        QCOMPARE(api.router.target({.method = "GET", .path = "/readyz"}).place, Place::Guard);
        QCOMPARE(api.asked, 1);
    }
};

QTEST_GUILESS_MAIN(TestHealthApi)
#include "tst_healthapi.moc"
