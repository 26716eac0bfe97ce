// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of jobs as it happens: server-sent events, and answers that wait for a change.
#include "server/answerstream.h"
#include "server/eventstream.h"
#include "tests/unit/server/jobsapifixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Event
{
    QByteArray id{};
    QByteArray name{};
    QJsonObject data{};
};

/// What a browser makes of a stream.
class Reader
{
public:
    explicit Reader(const HttpAnswer &answer)
        : m_stream(answer.stream)
    {}

    /// Reads on until an event of that name has come, which is `latest` then.
    bool waitFor(const QByteArray &name)
    {
        return QTest::qWaitFor([this, name] {
            read();
            while (!m_events.isEmpty()) {
                latest = m_events.takeFirst();
                if (latest.name == name)
                    return true;
            }
            return false;
        });
    }
    bool isOver()
    {
        read();
        return m_isOver;
    }
    Event latest{};
    QByteArray comments{};

private:
    void read()
    {
        const AnswerStream::Piece piece = m_stream->read();
        m_isOver = m_isOver || piece.state == AnswerStream::State::End;
        m_text += piece.bytes;
        for (qsizetype end = 0; (end = m_text.indexOf("\n\n")) >= 0; m_text.remove(0, end + 2))
            take(m_text.left(end));
    }
    void take(const QByteArray &block)
    {
        Event event;
        for (const QByteArray &line : block.split('\n')) {
            const qsizetype colon = line.indexOf(": ");
            const QByteArray field = line.left(colon);
            const QByteArray value = line.mid(colon + 2);
            if (field == "id")
                event.id = value;
            else if (field == "event")
                event.name = value;
            else if (field == "data")
                event.data = QJsonDocument::fromJson(value).object();
            else
                comments += line + '\n';
        }
        if (!event.name.isEmpty())
            m_events << event;
    }

    std::shared_ptr<AnswerStream> m_stream;
    QByteArray m_text{};
    QList<Event> m_events{};
    bool m_isOver = false;
};

QString stateIn(const Event &event)
{
    return event.data.value(u"state").toString();
}

Job withProgress(Job job, double progress)
{
    job.progress = progress;
    return job;
}

} // namespace

class TestEventsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allJobsAreToldFromNowOn()
    {
        Api api;
        api.engine.put(bucketJob(u"old"_s));
        Reader reader(api.ask("GET /events"));
        QVERIFY(reader.waitFor("queue"));
        QCOMPARE(reader.latest.data.value(u"paused"), QJsonValue(false));
        const Job job = bucketJob(u"new"_s, JobState::Running);
        api.engine.put(job);
        QVERIFY(reader.waitFor("state"));
        QCOMPARE(reader.latest.data.value(u"id").toString(), u"new"_s);
        api.engine.put(withProgress(job, 50));
        QVERIFY(reader.waitFor("progress"));
        QCOMPARE(reader.latest.data.value(u"progress").toDouble(), 50.0);
        api.engine.put(bucketJob(u"new"_s, JobState::Done));
        QVERIFY(reader.waitFor("state"));
        QCOMPARE(stateIn(reader.latest), u"done"_s);
        QVERIFY(api.service.remove(u"new"_s));
        QVERIFY(reader.waitFor("removed"));
        QCOMPARE(reader.latest.data.value(u"id").toString(), u"new"_s);
        QVERIFY(api.service.setQueuePaused(true));
        QVERIFY(reader.waitFor("queue"));
        QCOMPARE(reader.latest.data.value(u"paused"), QJsonValue(true));
        QVERIFY(!reader.isOver());
    }

    void aStreamThatWasCutGoesOnWhereItWas()
    {
        Api api;
        QByteArray seen;
        {
            Reader reader(api.ask("GET /events"));
            api.engine.put(bucketJob(u"a"_s));
            QVERIFY(reader.waitFor("state"));
            seen = reader.latest.id;
        }
        api.engine.put(bucketJob(u"b"_s));
        api.engine.put(bucketJob(u"c"_s));
        Reader reader(api.ask("GET /events", {}, "admin", {{"Last-Event-ID", seen}}));
        QVERIFY(reader.waitFor("state"));
        QCOMPARE(reader.latest.data.value(u"id").toString(), u"b"_s);
        QVERIFY(reader.waitFor("state"));
        QCOMPARE(reader.latest.data.value(u"id").toString(), u"c"_s);
    }

    void oneJobIsToldWithItsLogToItsEnd()
    {
        Api api;
        api.engine.put(bucketJob(u"other"_s));
        const Job job = bucketJob(u"a"_s, JobState::Running);
        api.engine.put(job);
        api.engine.setLog({u"one"_s, u"two"_s});
        Reader reader(api.ask("GET /jobs/a/events", {}, userToken));
        QVERIFY(reader.waitFor("state"));
        QVERIFY(reader.waitFor("log"));
        QCOMPARE(reader.latest.data.value(u"line").toString(), u"one"_s);
        QVERIFY(reader.waitFor("log"));
        QVERIFY(reader.latest.id.endsWith(".2"));
        api.engine.put(withProgress(job, 50));
        QVERIFY(reader.waitFor("progress"));
        api.engine.put(bucketJob(u"other"_s, JobState::Done));
        api.engine.setLog({u"one"_s, u"two"_s, u"three"_s});
        api.engine.put(bucketJob(u"a"_s, JobState::Done));
        QVERIFY(reader.waitFor("log"));
        QCOMPARE(reader.latest.data.value(u"line").toString(), u"three"_s);
        QVERIFY(reader.waitFor("end"));
        QCOMPARE(stateIn(reader.latest), u"done"_s);
        QVERIFY(reader.isOver());
    }

    void theLogOfOneJobGoesOnWhereItWas()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s));
        api.engine.setLog({u"one"_s, u"two"_s, u"three"_s});
        Reader reader(api.ask("GET /jobs/a/events", {}, userToken, {{"Last-Event-ID", "1.2"}}));
        QVERIFY(reader.waitFor("log"));
        QCOMPARE(reader.latest.data.value(u"line").toString(), u"three"_s);
    }

    void aLogThatIsFullGoesOnBehindItsLatestLine()
    {
        EventStream stream(u"a"_s, Audience::Admin, {});
        stream.jobChanged(FedJob(bucketJob(u"a"_s), false));
        stream.logRead({u"1"_s, u"2"_s, u"3"_s});
        stream.read();
        stream.logRead({u"2"_s, u"3"_s, u"4"_s}); // the store keeps three
        const QByteArray text = stream.read().bytes;
        QCOMPARE(text.count("event: log"), 1);
        QVERIFY(text.contains("\"4\""));
    }

    void anEndedJobIsToldAtOnce()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s, JobState::Failed));
        Reader reader(api.ask("GET /jobs/a/events", {}, userToken));
        QVERIFY(reader.waitFor("end"));
        QVERIFY(reader.isOver());
    }

    void aRemovedJobEndsItsStream()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s, JobState::Paused));
        Reader reader(api.ask("GET /jobs/a/events", {}, userToken));
        QVERIFY(reader.waitFor("state"));
        api.engine.put(bucketJob(u"a"_s, JobState::Cancelled));
        QVERIFY(api.service.remove(u"a"_s));
        QTRY_VERIFY(reader.isOver());
    }

    void strangersHearNothing_data()
    {
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<QByteArray>("bearer");
        QTest::addColumn<int>("status");
        const QByteArray all = "GET /events";
        const QByteArray one = "GET /jobs/a/events";
        QTest::newRow("all, nobody") << all << QByteArray() << 401;
        QTest::newRow("all, a submitter") << all << userToken << 401;
        QTest::newRow("one, nobody") << one << QByteArray() << 401;
        QTest::newRow("one, somebody else") << one << QByteArray("else") << 401;
        QTest::newRow("one that is not there")
            << QByteArray("GET /jobs/z/events") << userToken << 404;
    }
    void strangersHearNothing()
    {
        QFETCH(QByteArray, call);
        QFETCH(QByteArray, bearer);
        QFETCH(int, status);
        Api api;
        api.engine.put(bucketJob(u"a"_s));
        const HttpAnswer answer = api.ask(call, {}, bearer);
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.stream);
    }

    void aSubmitterHearsNothingOfThisMachine()
    {
        Api api;
        Job job = bucketJob(u"a"_s, JobState::Running);
        job.worker = u"secret-worker"_s;
        api.engine.put(job);
        const HttpAnswer answer = api.ask("GET /jobs/a/events", {}, userToken);
        QVERIFY(!answer.stream->read().bytes.contains("secret-worker"));
    }

    void whoDoesNotReadIsCutOff()
    {
        EventStream stream({}, Audience::Admin, {});
        const FedJob job(bucketJob(u"a"_s), false);
        for (int i = 0; i < 5000; ++i)
            stream.jobChanged(job);
        stream.lookedAt();
        QCOMPARE(stream.read().state, AnswerStream::State::End);
    }

    void aStoreThatIsAwayIsToldOfLater()
    {
        Api api;
        Reader reader(api.ask("GET /events"));
        api.engine.setFailure(Error{ErrorCode::Unavailable, u"gone"_s});
        QCOMPARE(api.ask("GET /events").status, 503);
        api.engine.setFailure(std::nullopt);
        api.engine.put(bucketJob(u"a"_s));
        QVERIFY(reader.waitFor("state"));
    }

    void anUnchangedJobIsWaitedFor()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s));
        const HttpAnswer first = api.ask("GET /jobs/a?wait=30", {}, userToken);
        QCOMPARE(first.status, 200); // who knows nothing waits for nothing
        const QList<HttpField> known{{"If-None-Match", fieldOf(first, "ETag")}};
        const HttpAnswer second = api.ask("GET /jobs/a?wait=30", {}, userToken, known);
        QVERIFY(second.putOff.changed != nullptr);
        QCOMPARE(second.putOff.atMost, std::chrono::seconds(30));
        std::atomic<bool> hasChanged = false;
        second.putOff.changed->listen([&hasChanged] { hasChanged = true; });
        api.engine.put(bucketJob(u"b"_s, JobState::Running));
        api.engine.put(bucketJob(u"a"_s, JobState::Running));
        QTRY_VERIFY(hasChanged);
        second.putOff.changed->listen({});
        QCOMPARE(api.ask("GET /jobs/a?wait=30", {}, userToken, known).status, 200);
        QCOMPARE(api.ask("GET /jobs/a?wait=61", {}, userToken, known).status, 400);
        QCOMPARE(api.ask("GET /jobs/a?wait=x", {}, userToken, known).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestEventsApi)
#include "tst_eventsapi.moc"
