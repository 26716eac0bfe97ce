// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gathering.h"
#include "server/httpservice.h"
#include "tests/support/resultvalue.h"
#include "tests/unit/server/httpclient.h"

#include <QTest>

#include <deque>
#include <semaphore>
#include <stdexcept>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

/// Requests that are answered together.
class TestGathering : public QObject
{
    Q_OBJECT

private:
    static QList<quint64> numbersOf(const std::vector<Gathering::Asked> &turn)
    {
        QList<quint64> numbers;
        for (const Gathering::Asked &asked : turn)
            numbers << asked.connectionId;
        return numbers;
    }

private Q_SLOTS:
    void whoComesMeanwhileWaitsForTheNextTurn()
    {
        Gathering gathering;
        QVERIFY(gathering.add({.connectionId = 1}));
        QVERIFY(!gathering.add({.connectionId = 2}));
        QCOMPARE(numbersOf(gathering.next()), (QList<quint64>{1, 2}));
        QVERIFY(!gathering.add({.connectionId = 3}));
        QCOMPARE(numbersOf(gathering.next()), QList<quint64>{3});
        QVERIFY(gathering.next().empty());
        QVERIFY(gathering.add({.connectionId = 4}));
    }

    void aTurnHasAnEnd()
    {
        Gathering gathering;
        QList<quint64> all;
        for (quint64 i = 0; i < 200; ++i) {
            gathering.add({.connectionId = i});
            all << i;
        }

        const QList<quint64> first = numbersOf(gathering.next());

        QCOMPARE(first, all.first(128));
        QCOMPARE(numbersOf(gathering.next()), all.sliced(128));
    }

    /// Each client gets the answer to its own request, and those that came while the first was
    /// being answered cost one call.
    void clientsAreAnsweredTogether()
    {
        constexpr int clients = 20;
        std::binary_semaphore begun(0);
        std::binary_semaphore goOn(0);
        QList<qsizetype> turns; // of one thread, read when it has answered
        const auto handleAll = [&](const QList<HttpRequest> &requests) {
            turns << requests.size();
            if (turns.size() == 1) {
                begun.release();
                goOn.acquire();
            }
            QList<HttpAnswer> answers;
            for (const HttpRequest &request : requests)
                answers << HttpAnswer{.body = request.body};
            return answers;
        };
        const auto hello = [](const HttpRequest &) {
            return HttpAnswer();
        };
        HttpService service(Router({{.method = "POST",
                                     .pattern = "/together",
                                     .place = Place::Store,
                                     .handleAll = handleAll},
                                    {"GET", "/", Place::Guard, hello}},
                                   CorsPolicy({})),
                            {});
        const QUrl url = valueOf(service.start(u"127.0.0.1:0"_s));
        HttpClient first(url);
        first.send(postRequest("/together", "first"));
        begun.acquire();
        std::deque<HttpClient> others;
        for (int i = 0; i < clients; ++i) {
            others.emplace_back(url);
            others.back().send(postRequest("/together", QByteArray::number(i)));
        }
        // The server reads all that is there in one turn of its loop: at the second answer to
        // somebody who came last, all others have been read.
        HttpClient last(url);
        QCOMPARE(last.ask(getRequest("/")).status, 200);
        QCOMPARE(last.ask(getRequest("/")).status, 200);
        goOn.release();

        QCOMPARE(first.receive().body, "first");
        for (int i = 0; i < clients; ++i)
            QCOMPARE(others[size_t(i)].receive().body, QByteArray::number(i));
        QCOMPARE(turns, (QList<qsizetype>{1, clients}));
        service.stop();
    }

    void aHandlerThatThrowsIsEachClientsError()
    {
        const Router router({{.method = "POST",
                              .pattern = "/api/together",
                              .place = Place::Store,
                              .handleAll = [](const QList<HttpRequest> &) -> QList<HttpAnswer> {
                                  throw std::runtime_error("secret");
                              }}},
                            CorsPolicy({}));

        const Route &route = *router.target({.method = "POST", .path = "/api/together"}).route;

        const QList<HttpAnswer> answers
            = router.answerAll(route,
                               {{.method = "POST", .path = "/api/together", .id = "a"},
                                {.method = "POST", .path = "/api/together", .id = "b"}});

        QCOMPARE(answers.size(), 2);
        for (const HttpAnswer &answer : answers) {
            QCOMPARE(answer.status, 500);
            QVERIFY(!answer.body.contains("secret"));
        }
        QVERIFY(answers.at(0).body.contains(R"("request_id":"a")"));
        QVERIFY(answers.at(1).body.contains(R"("request_id":"b")"));
    }
};

QTEST_GUILESS_MAIN(TestGathering)
#include "tst_gathering.moc"
