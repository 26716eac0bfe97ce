// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/previewcache.h"
#include "tests/unit/server/jobsapifixture.h"

#include <QSemaphore>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class TestPreviewApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aViewerGetsThePyramid()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s, JobState::Done));

        const HttpAnswer descriptor = api.ask("GET /jobs/a/preview/image.dzi");
        const HttpAnswer tile = api.ask("GET /jobs/a/preview/image_files/10/1_2.jpeg");

        QCOMPARE(descriptor.contentType, "application/xml");
        QVERIFY(descriptor.body.contains("Width=\"1000\""));
        QCOMPARE(tile.contentType, "image/jpeg");
        QCOMPARE(tile.body, "tile 10 1 2");
        QCOMPARE(fieldOf(tile, "Cache-Control"), "private, max-age=3600");
        QCOMPARE(api.opened, 1);
    }

    void aGrowingPyramidIsNotKept()
    {
        Api api;
        api.isGrowing = true;
        api.engine.put(bucketJob(u"a"_s, JobState::Running));

        QVERIFY(jsonOf(api.ask("GET /jobs/a/preview")).value(u"growing").toBool());
        QCOMPARE(api.ask("GET /jobs/a/preview/image_files/10/0_0.jpeg").status, 404);
        const HttpAnswer coarse = api.ask("GET /jobs/a/preview/image_files/9/0_0.jpeg");
        QCOMPARE(coarse.status, 200);
        QCOMPARE(fieldOf(coarse, "Cache-Control"), "no-store");

        api.engine.put(bucketJob(u"a"_s, JobState::Running)); // progress
        api.ask("GET /jobs/a/preview");
        QCOMPARE(api.opened, 1);
        api.isGrowing = false;
        api.engine.put(bucketJob(u"a"_s, JobState::Done));
        QCOMPARE(api.ask("GET /jobs/a/preview/image_files/10/0_0.jpeg").status, 200);
        QCOMPARE(api.opened, 2);
    }

    void onlyTilesOfThePyramidAreAskedFor_data()
    {
        QTest::addColumn<QByteArray>("tile");
        for (const char *tile : {"10/4_0.jpeg",
                                 "11/0_0.jpeg",
                                 "10/0_0.png",
                                 "10/0_0.jpg",
                                 "10/0_0",
                                 "10/_.jpeg",
                                 "10/0_.jpeg",
                                 "10/.jpeg",
                                 "10/00_0.jpeg",
                                 "-1/0_0.jpeg",
                                 "+1/0_0.jpeg",
                                 "010/0_0.jpeg",
                                 "10/0_0_0.jpeg",
                                 "10/0_-1.jpeg",
                                 "10/0_99999999999.jpeg",
                                 "10/..%2F0_0.jpeg",
                                 "99999999999/0_0.jpeg",
                                 "../image.dzi"})
            QTest::newRow(tile) << QByteArray(tile);
    }

    void onlyTilesOfThePyramidAreAskedFor()
    {
        QFETCH(QByteArray, tile);
        Api api;
        api.engine.put(bucketJob(u"a"_s, JobState::Done));

        QCOMPARE(api.ask("GET /jobs/a/preview/image_files/" + tile).status, 404);
    }

    void pyramidWhoseMachineIsAwayIsOpenedAnew()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s, JobState::Done));
        const QByteArray tile = "GET /jobs/a/preview/image_files/10/1_2.jpeg";
        QCOMPARE(api.ask(tile).status, 200);
        api.isAway = true;
        QCOMPARE(api.ask(tile).status, 503);
        api.isAway = false;

        QCOMPARE(api.ask(tile).status, 200);

        QCOMPARE(api.opened, 2);
    }

    void whatHasNoPyramidYetSaysSo()
    {
        Api api;
        api.engine.put(bucketJob(u"a"_s));

        const HttpAnswer answer = api.ask("GET /jobs/a/preview/image.dzi");

        QCOMPARE(answer.status, 404);
        QCOMPARE(jsonOf(answer).value(u"detail"), u"Nothing is there yet"_s);
    }

    void aPyramidThatNobodyAsksForIsClosed()
    {
        QSemaphore closed;
        const std::atomic<bool> isGrowing = true;
        struct Closing : FakePyramid
        {
            Closing(const std::atomic<bool> &growing, QSemaphore &told)
                : FakePyramid(growing)
                , m_told(told)
            {}
            ~Closing() override { m_told.release(); }
            QSemaphore &m_told;
        };
        PreviewCache cache(
            [&](const QString &) -> Result<std::unique_ptr<TileSource>> {
                return std::unique_ptr<TileSource>(std::make_unique<Closing>(isGrowing, closed));
            },
            8,
            std::chrono::milliseconds(1));

        QVERIFY(cache.sourceOf(bucketJob(u"a"_s, JobState::Running)));
        QVERIFY(cache.sourceOf(bucketJob(u"b"_s, JobState::Running)));

        QVERIFY(closed.tryAcquire(2, 10'000));
    }

    void openPyramidsAreBounded()
    {
        int opened = 0;
        const std::atomic<bool> isGrowing = false;
        PreviewCache cache(
            [&](const QString &) -> Result<std::unique_ptr<TileSource>> {
                ++opened;
                return std::unique_ptr<TileSource>(std::make_unique<FakePyramid>(isGrowing));
            },
            2);
        const auto ask = [&cache](const char *id) {
            QVERIFY(cache.sourceOf(bucketJob(QLatin1String(id), JobState::Done)));
        };

        ask("a");
        ask("b");
        ask("a");
        ask("c"); // b goes
        QCOMPARE(opened, 3);
        ask("a");
        QCOMPARE(opened, 3);
        ask("b");
        QCOMPARE(opened, 4);
    }
};

QTEST_APPLESS_MAIN(TestPreviewApi)
#include "tst_previewapi.moc"
