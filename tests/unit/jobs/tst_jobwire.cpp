// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobjson.h"
#include "core/jobs/jobwire.h"
#include "tests/support/resultvalue.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// No field has its default: a field that is forgotten cannot pass for one that was carried.
Job fullJob()
{
    const Error failure{
        ErrorCode::Network, u"ü was cut"_s, u"/srv/x: 104"_s, std::chrono::seconds(7)};
    return {.id = u"8c0af0d0-447c-44a0-8873-b47fa91140e3"_s,
            .request = {.source = {u"b"_s, u"in//a+ü \"#.tif"_s},
                        .targetFolder = {{}, u"/srv/out"_s},
                        .options = {.quality = 50,
                                    .tileSize = 510,
                                    .overlap = 2,
                                    .format = TileFormat::Png,
                                    .page = 3,
                                    .background = {1, 2, 3},
                                    .exists = ExistsPolicy::Fail,
                                    .shrink = Shrink::Mode,
                                    .range = {RangeChoice::Kind::Given, 0.25, 4095},
                                    .damaged = DamagePolicy::Allow,
                                    .tiles = TileOrigin::Kept,
                                    .channels = {3, 1}},
                        .origin = Origin::WatchFolder,
                        .submitter = u"sub"_s},
            .state = JobState::RetryWait,
            .stage = Stage::Upload,
            .step = {StepProgress::Phase::Packing, 3, (qint64{1} << 53) + 1, u"packing"_s},
            .progress = 63.5,
            .result = u"/srv/out/a.dzip"_s,
            .error = failure,
            .warnings = {u"plane 1 of 15"_s},
            .artifact = {.path = u"j/1/f"_s, .bytes = 9, .md5 = u"0a"_s, .warnings = {u"w"_s}},
            .attempts = 2,
            .crashes = 1,
            .epoch = 4,
            .worker = u"local"_s,
            .createdAt = 1'795'000'000'001,
            .updatedAt = 1'795'000'000'002,
            .startedAt = 1'795'000'000'003,
            .endedAt = 1'795'000'000'004,
            .readyAt = 1'795'000'000'005,
            .place = 12.5,
            .pauseWanted = true,
            .facts = {.sourceBytes = (qint64{1} << 53) + 3,
                      .archiveBytes = 5,
                      .width = 100'000,
                      .height = 90'000,
                      .levels = 18,
                      .tiles = 200'000,
                      .micrometresPerPixel = 0.25},
            .steps = {{Stage::Download, 1'795'000'000'000, 1'795'000'000'001, 7, {}},
                      {Stage::Process, 1'795'000'000'002, 0, 0, failure}},
            .revision = 77};
}

Job throughTheWire(const Job &job, Audience audience)
{
    return valueOf(jobFromWire(jsonObject(jsonBytes(toWire(job, audience)))));
}

QByteArray wire(const Job &job, Audience audience)
{
    return jsonBytes(toWire(job, audience));
}

} // namespace

class TestJobWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAdminGetsEveryField()
    {
        const Job job = fullJob();

        const Job back = throughTheWire(job, Audience::Admin);

        QCOMPARE(back.request, job.request);
        QCOMPARE(back.state, job.state);
        QCOMPARE(back.stage, job.stage);
        QCOMPARE(back.step.phase, job.step.phase);
        QCOMPARE(back.step.done, job.step.done);
        QCOMPARE(back.step.total, job.step.total);
        QCOMPARE(back.step.message, job.step.message);
        QCOMPARE(back.progress, job.progress);
        QCOMPARE(back.result, job.result);
        QCOMPARE(back.error, job.error);
        QCOMPARE(back.warnings, job.warnings);
        QCOMPARE(back.artifact, job.artifact);
        QCOMPARE(back.attempts, job.attempts);
        QCOMPARE(back.crashes, job.crashes);
        QCOMPARE(back.epoch, job.epoch);
        QCOMPARE(back.worker, job.worker);
        QCOMPARE(back.createdAt, job.createdAt);
        QCOMPARE(back.updatedAt, job.updatedAt);
        QCOMPARE(back.startedAt, job.startedAt);
        QCOMPARE(back.endedAt, job.endedAt);
        QCOMPARE(back.readyAt, job.readyAt);
        QCOMPARE(back.place, job.place);
        QCOMPARE(back.pauseWanted, job.pauseWanted);
        QCOMPARE(back.facts, job.facts);
        QCOMPARE(back.steps, job.steps);
        QCOMPARE(back.revision, job.revision);
        // What the comparisons above may have missed, a second journey shows.
        QCOMPARE(wire(back, Audience::Admin), wire(job, Audience::Admin));
    }

    void whatIsNotKnownIsNullAndComesBackAsNothing()
    {
        const Job job{.id = u"j"_s, .request = {.source = {u"b"_s, u"x"_s}}};

        const QJsonObject json = toWire(job, Audience::Admin);

        for (const char *key : {"error", "started_at", "ended_at", "artifact"})
            QVERIFY2(json.value(QLatin1String(key)).isNull(), key);
        QVERIFY(json.value(u"facts").toObject().value(u"width").isNull());
        QCOMPARE(wire(throughTheWire(job, Audience::Admin), Audience::Admin), jsonBytes(json));
    }

    void aSubmitterLearnsNothingOfTheMachine_data()
    {
        QTest::addColumn<QByteArray>("secret");
        for (const char *secret : {"/srv", "j/1/f", "\"local\"", "104", "submitter"})
            QTest::newRow(secret) << QByteArray(secret);
    }

    void aSubmitterLearnsNothingOfTheMachine()
    {
        QFETCH(QByteArray, secret);
        Job job = fullJob();
        job.request.source = {{}, u"/srv/in/s012.tif"_s};

        QVERIFY(wire(job, Audience::Admin).contains(secret));
        QVERIFY2(!wire(job, Audience::Submitter).contains(secret),
                 wire(job, Audience::Submitter).constData());
        QCOMPARE(throughTheWire(job, Audience::Submitter).request.sourceName(), u"s012.tif"_s);
    }

    void theLogNamesFoldersToAdminsOnly_data()
    {
        QTest::addColumn<Location>("source");
        QTest::addColumn<Location>("target");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("submitters");
        const Location object{u"srv"_s, u"in/x.tif"_s};
        QTest::newRow("local target")
            << object << Location{{}, u"/srv/out"_s} << u"the archive is /srv/out/x-2.dzip"_s
            << u"the archive is x-2.dzip"_s;
        QTest::newRow("local target, a slash at its end")
            << object << Location{{}, u"/srv/out/"_s} << u"/srv/out/x.dzip exists"_s
            << u"x.dzip exists"_s;
        QTest::newRow("one folder in the other")
            << Location{{}, u"/srv/x.tif"_s} << Location{{}, u"/srv/out"_s}
            << u"/srv/x.tif and /srv/out/x.dzip"_s << u"x.tif and x.dzip"_s;
        QTest::newRow("the root") << object << Location{{}, u"/"_s} << u"/x.dzip in 3/4 s"_s
                                  << u"/x.dzip in 3/4 s"_s;
        QTest::newRow("buckets") << object << Location{u"b"_s, u"out"_s}
                                 << u"upload to b/out/x.dzip"_s << u"upload to b/out/x.dzip"_s;
    }

    void theLogNamesFoldersToAdminsOnly()
    {
        QFETCH(Location, source);
        QFETCH(Location, target);
        QFETCH(QString, line);
        QFETCH(QString, submitters);
        const Job job{.id = u"j"_s, .request = {.source = source, .targetFolder = target}};

        QCOMPARE(logToWire({line}, job, Audience::Admin), QStringList{line});
        QCOMPARE(logToWire({line}, job, Audience::Submitter), QStringList{submitters});
    }

    void placesComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("bucket");
        QTest::addColumn<QString>("path");
        QTest::newRow("object") << u"b"_s << u"in/x.tif"_s;
        QTest::newRow("two slashes") << u"b"_s << u"in//x.tif"_s;
        QTest::newRow("a bucket's root") << u"b"_s << QString();
        QTest::newRow("local") << QString() << u"/data/x y.tif"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void placesComeBackAsTheyWere()
    {
        QFETCH(QString, bucket);
        QFETCH(QString, path);

        QCOMPARE(locationFromWire(toWire(Location{bucket, path})), (Location{bucket, path}));
    }

    void whatANewerServerAddsIsPassedOver()
    {
        QJsonObject json = toWire(fullJob(), Audience::Admin);
        QJsonObject options = json.value(u"options").toObject();
        options.insert(u"sharpness"_s, 3);
        json.insert(u"options"_s, options);
        json.insert(u"mood"_s, u"fine"_s);

        QCOMPARE(valueOf(jobFromWire(json)).request, fullJob().request);
    }

    void whatMakesNoJobIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no id") << u"id"_s << QJsonValue();
        QTest::newRow("an id of another type") << u"id"_s << QJsonValue(7);
        QTest::newRow("no state") << u"state"_s << QJsonValue();
        QTest::newRow("a state of another type") << u"state"_s << QJsonValue(3);
    }

    void whatMakesNoJobIsRefused()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = toWire(fullJob(), Audience::Admin);
        json.insert(key, value);

        const Result<Job> job = jobFromWire(json);

        QVERIFY(!job);
        QCOMPARE(job.error().code, ErrorCode::RemoteFailure);
    }

    void aJobOfANewerServerIsUnderstoodAsFarAsItCanBe_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value"); ///< null: the field is missing
        QTest::newRow("unknown state") << u"state"_s << QJsonValue(u"dreaming"_s);
        QTest::newRow("unknown stage") << u"stage"_s << QJsonValue(u"print"_s);
        QTest::newRow("no stage") << u"stage"_s << QJsonValue();
        QTest::newRow("unknown origin") << u"origin"_s << QJsonValue(u"robot"_s);
        QTest::newRow("no steps") << u"steps"_s << QJsonValue();
        QTest::newRow("steps of another type") << u"steps"_s << QJsonValue(u"three"_s);
        QTest::newRow("a step of another stage")
            << u"steps"_s << QJsonValue(QJsonArray{QJsonObject{{u"stage"_s, u"print"_s}}, 7});
        QTest::newRow("progress in words") << u"progress"_s << QJsonValue(u"half"_s);
        QTest::newRow("an error of another code")
            << u"error"_s << QJsonValue(QJsonObject{{u"code"_s, u"E_NEW"_s}});
        QTest::newRow("an error in words") << u"error"_s << QJsonValue(u"bad"_s);
        QTest::newRow("a time as a number") << u"created_at"_s << QJsonValue(17);
        QTest::newRow("one more field") << u"mood"_s << QJsonValue(QJsonObject{{u"a"_s, 1}});
    }

    void aJobOfANewerServerIsUnderstoodAsFarAsItCanBe()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = toWire(fullJob(), Audience::Admin);
        if (value.isNull())
            json.remove(key);
        else
            json.insert(key, value);

        const Job job = valueOf(jobFromWire(json));

        QCOMPARE(job.id, fullJob().id);
        QCOMPARE(job.request.source, fullJob().request.source);
        QCOMPARE(job.revision, fullJob().revision);
        QCOMPARE(job.foreignState, key == u"state" ? value.toString() : QString());
    }

    void pyramidsComeBackAsTheyWere()
    {
        const PreviewInfo info{
            {PyramidLayout(QSize(1000, 700), 254, 1), TileFormat::Png}, QSizeF(0.25, 0.5), true};

        const Result<PreviewInfo> back = previewFromWire(toWire(info));

        QVERIFY(back);
        QCOMPARE(back->descriptor.layout.size(), QSize(1000, 700));
        QCOMPARE(back->descriptor.layout.tileSize(), 254);
        QCOMPARE(back->descriptor.layout.overlap(), 1);
        QCOMPARE(back->descriptor.format, TileFormat::Png);
        QCOMPARE(back->micrometresPerPixel, QSizeF(0.25, 0.5));
        QVERIFY(back->isGrowing);
    }

    void pixelsOfNoBelievableSizeAreOfNone_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("height");
        QTest::newRow("negative") << -0.5 << 0.5;
        QTest::newRow("endless") << 0.5 << 1e300;
        QTest::newRow("next to nothing") << 1e-300 << 0.5;
    }

    void pixelsOfNoBelievableSizeAreOfNone()
    {
        QFETCH(double, width);
        QFETCH(double, height);
        QJsonObject json
            = toWire(PreviewInfo{{PyramidLayout(QSize(9, 9), 254, 1), TileFormat::Jpeg}});
        json.insert(u"micrometres_per_pixel"_s, QJsonArray{width, height});

        const Result<PreviewInfo> info = previewFromWire(json);

        QVERIFY(info);
        QCOMPARE(info->micrometresPerPixel, QSizeF(0, 0));
    }

    void whatMakesNoPyramidIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no width") << u"width"_s << QJsonValue(0);
        QTest::newRow("negative height") << u"height"_s << QJsonValue(-1);
        QTest::newRow("no tile") << u"tile_size"_s << QJsonValue(0);
        QTest::newRow("overlap beyond the tile") << u"overlap"_s << QJsonValue(255);
        QTest::newRow("no overlap") << u"overlap"_s << QJsonValue();
        QTest::newRow("unknown format") << u"format"_s << QJsonValue(u"tiff"_s);
    }

    void whatMakesNoPyramidIsRefused()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json
            = toWire(PreviewInfo{{PyramidLayout(QSize(9, 9), 254, 1), TileFormat::Jpeg}});
        json.insert(key, value);

        QVERIFY(!previewFromWire(json));
    }

    void aWorkerIsCarriedWhole()
    {
        const WorkerInfo worker{.name = u"node1"_s,
                                .host = u"ü-host"_s,
                                .version = u"1.2"_s,
                                .roles = {u"api"_s, u"processor"_s},
                                .capacity = {{Stage::Download, 4}, {Stage::Process, 2}},
                                .node = u"n"_s,
                                .peerUrl = u"http://10.0.0.1:8001"_s,
                                .startedAt = 1'795'000'000'001,
                                .seenAt = 1'795'000'000'002};

        QCOMPARE(valueOf(workerFromWire(jsonObject(jsonBytes(toWire(worker))))), worker);
    }

    void oneThatIsLostHasANameAlone()
    {
        const WorkerInfo lost{.name = u"node1"_s};

        QCOMPARE(valueOf(workerFromWire(jsonObject(jsonBytes(toWire(lost))))), lost);
        QVERIFY(!workerFromWire({}));
    }

    void movesHaveNames()
    {
        for (const QueueMove where :
             {QueueMove::Up, QueueMove::Down, QueueMove::Top, QueueMove::Bottom})
            QCOMPARE(moveFromName(moveName(where)), where);
        QVERIFY(!moveFromName(u"sideways"));
    }
};

QTEST_APPLESS_MAIN(TestJobWire)
#include "tst_jobwire.moc"
