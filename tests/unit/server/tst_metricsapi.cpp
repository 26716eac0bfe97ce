// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metricsapi.h"
#include "server/metricstext.h"
#include "tests/unit/server/jobsapifixture.h"

#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a scraper makes of a text: the samples by name and labels as they stand there. Empty, with
/// a reason, when the text breaks the grammar of format 0.0.4.
struct Scrape
{
    QMap<QString, double> samples{};
    QString breach{};
};

/// name, {labels}, value: as the format's page has it.
const QString sampleForm
    = u"^([a-zA-Z_:][a-zA-Z0-9_:]*)"
      "(\\{(?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\",?)*\\})?"
      " ([+-]?(?:\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?|Inf)|NaN)$"_s;

Scrape scraped(const QByteArray &text)
{
    static const QRegularExpression sample(sampleForm);
    static const QRegularExpression comment(
        u"^# (HELP [a-z_]+ [^\\n]+|TYPE [a-z_]+ (gauge|counter|histogram))$"_s);
    Scrape scrape;
    if (!text.endsWith('\n'))
        return {.breach = u"the last line does not end"_s};
    QString family;
    for (const QString &line : QString::fromUtf8(text.chopped(1)).split(u'\n')) {
        if (line.startsWith(u'#')) {
            if (!comment.match(line).hasMatch())
                return {.breach = line};
            family = line.section(u' ', 2, 2);
            continue;
        }
        const QRegularExpressionMatch match = sample.match(line);
        const QString key = match.captured(1) + match.captured(2);
        if (!match.hasMatch() || !match.captured(1).startsWith(family)
            || scrape.samples.contains(key))
            return {.breach = line};
        scrape.samples.insert(key, match.captured(3).toDouble());
    }
    return scrape;
}

struct Metrics
{
    Metrics()
    {
        operations.busyWorkers = [] {
            return 3;
        };
        operations.steps = [this] {
            return meter.totals();
        };
        operations.storage = [] {
            return QList<StorageFolder>{{.name = u"work"_s, .path = u"/srv/w"_s, .free = 5000}};
        };
    }
    QByteArray text()
    {
        const HttpAnswer answer = Router(metrics.routes(), CorsPolicy({}))
                                      .answer({.method = "GET", .path = "/metrics"});
        return answer.body;
    }

    Api api{};
    StepMeter meter{};
    RequestMeter requests{};
    Operations operations{};
    MetricsApi metrics{api.service, requests, operations, [] {
                           return 1'795'000'060'000;
                       }};
};

} // namespace

class TestMetricsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNumbersAreThere_data()
    {
        QTest::addColumn<QString>("sample");
        QTest::addColumn<double>("value");
        const auto row = [](const QString &sample, double value) {
            QTest::newRow(qPrintable(sample)) << sample << value;
        };
        row(u"createzoom_jobs{state=\"failed\"}"_s, 1);
        row(u"createzoom_jobs{state=\"running\"}"_s, 0);
        row(u"createzoom_queue_depth{stage=\"download\"}"_s, 2);
        row(u"createzoom_queue_depth{stage=\"upload\"}"_s, 0);
        row(u"createzoom_queue_oldest_seconds{stage=\"download\"}"_s, 60);
        row(u"createzoom_queue_oldest_seconds{stage=\"upload\"}"_s, 0);
        row(u"createzoom_job_step_seconds_bucket{step=\"process\",le=\"0.5\"}"_s, 0);
        row(u"createzoom_job_step_seconds_bucket{step=\"process\",le=\"5\"}"_s, 1);
        row(u"createzoom_job_step_seconds_bucket{step=\"process\",le=\"+Inf\"}"_s, 2);
        row(u"createzoom_job_step_seconds_sum{step=\"process\"}"_s, 62.5);
        row(u"createzoom_job_step_seconds_count{step=\"process\"}"_s, 2);
        row(u"createzoom_job_step_seconds_count{step=\"upload\"}"_s, 0);
        row(u"createzoom_bytes_total{direction=\"download\"}"_s, 7e12);
        row(u"createzoom_disk_free_bytes{mount=\"work\"}"_s, 5000);
        row(u"createzoom_workers_busy"_s, 3);
        row(u"createzoom_store_up"_s, 1);
        row(u"createzoom_http_requests_total{route=\"/a/{id}\",code=\"200\"}"_s, 2);
        row(u"createzoom_http_requests_total{route=\"other\",code=\"404\"}"_s, 1);
    }

    void theNumbersAreThere()
    {
        QFETCH(QString, sample);
        QFETCH(double, value);
        Metrics metrics;
        metrics.api.engine.put(bucketJob(u"a"_s, JobState::Failed));
        metrics.api.engine.setQueues({{Stage::Download, {2, 1'795'000'000'000}}});
        metrics.meter.finished(Stage::Process, std::chrono::milliseconds(2500), 10);
        metrics.meter.finished(Stage::Process, std::chrono::seconds(60), 10);
        metrics.meter.finished(Stage::Download, std::chrono::seconds(1), 7'000'000'000'000);
        metrics.requests.answered("/a/{id}", 200);
        metrics.requests.answered("/a/{id}", 200);
        metrics.requests.answered({}, 404);

        const Scrape scrape = scraped(metrics.text());

        QCOMPARE(scrape.breach, QString());
        QVERIFY2(scrape.samples.contains(sample), qPrintable(sample));
        QCOMPARE(scrape.samples.value(sample), value);
    }

    void noNameOfAJobOrAFolderIsThere()
    {
        Metrics metrics;
        metrics.api.engine.put(bucketJob(u"secret-id"_s, JobState::Failed));

        const QByteArray text = metrics.text();

        QVERIFY(!text.contains("secret-id"));
        QVERIFY(!text.contains("/srv"));
    }

    void aStoreThatIsGoneTakesOnlyItsOwnNumbersAlong()
    {
        Metrics metrics;
        metrics.api.engine.setFailure(Error{ErrorCode::Unavailable, u"gone"_s});

        const Scrape scrape = scraped(metrics.text());

        QCOMPARE(scrape.breach, QString());
        QCOMPARE(scrape.samples.value(u"createzoom_store_up"_s, -1), 0);
        QCOMPARE(scrape.samples.value(u"createzoom_workers_busy"_s), 3);
        QVERIFY(!scrape.samples.contains(u"createzoom_jobs{state=\"failed\"}"_s));
    }

    void labelsAreEscaped()
    {
        MetricsText text;
        text.family("x", MetricsText::Type::Gauge, "What x is.");
        text.sample(0.25, {{"label", "a\"b\\c\nd"}});

        QCOMPARE(text.text(),
                 "# HELP x What x is.\n# TYPE x gauge\nx{label=\"a\\\"b\\\\c\\nd\"} 0.25\n");
        QCOMPARE(scraped(text.text()).breach, QString());
    }

    void theRouterCountsByPattern()
    {
        const auto meter = std::make_shared<RequestMeter>();
        const auto ok = [](const HttpRequest &) {
            return HttpAnswer{};
        };
        const Router router(
            {{"GET", "/a/{id}", Place::Server, ok}}, CorsPolicy({}), anyCaller(), meter);

        router.answer({.method = "GET", .path = "/a/1"});
        router.answer({.method = "GET", .path = "/a/2"});
        router.answer({.method = "GET", .path = "/b/2"});

        const RequestMeter::Counts expected{{{"/a/{id}", 200}, 2}, {{"", 404}, 1}};
        QCOMPARE(meter->counts(), expected);
    }
};

QTEST_GUILESS_MAIN(TestMetricsApi)
#include "tst_metricsapi.moc"
