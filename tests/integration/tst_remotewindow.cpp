// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/remotejobs.h"
#include "tests/integration/sampleimages.h"
#include "tests/integration/servicefixture.h"
#include "tests/support/resultvalue.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000;

JobRequest requestFor(const QString &object)
{
    return {.source = {u"b1"_s, object}, .targetFolder = {u"b1"_s, u"zoom"_s}};
}

} // namespace

/// What a window does with the jobs of a server: RemoteJobs and a real createzoomd.
class TestRemoteWindow : public QObject
{
    Q_OBJECT

private:
    ServiceFixture m_service;
    std::unique_ptr<RemoteJobs> m_jobs;

    Job jobOf(const QString &id)
    {
        for (const Job &job : valueOf(m_jobs->changes(0, 500)).jobs) {
            if (job.id == id)
                return job;
        }
        return {};
    }

    QString submit(const QString &object)
    {
        return valueOf(m_jobs->submit(requestFor(object), Secret("editor-token"))).id;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_service.start({u"--admin-actions-domains"_s, u"@medisin.uio.no"_s}),
                 m_service.server.log().constData());
        QVERIFY(m_service.put(u"in/a.jpg"_s, jpegImage(QSize(700, 500))));
        m_jobs = std::make_unique<RemoteJobs>(
            valueOf(normalServerUrl(m_service.server.url().toString())), Secret("editor-admin"));
    }

    void init() { checkOk(m_jobs->setQueuePaused(false)); }

    void aJobIsFollowedToItsEndAndLookedAt()
    {
        const QString id = submit(u"in/a.jpg"_s);

        QTRY_VERIFY_WITH_TIMEOUT(isTerminal(jobOf(id).state), patience);

        const Job job = jobOf(id);
        QVERIFY2(job.state == JobState::Done, qPrintable(job.error.value_or(Error{}).message));
        QCOMPARE(job.request.origin, Origin::Rest);
        QCOMPARE(job.facts.width, 700);
        QCOMPARE(job.facts.height, 500);
        QCOMPARE(job.steps.size(), 3);
        QVERIFY(!valueOf(m_jobs->log(id)).isEmpty());
        const std::unique_ptr<TileSource> pyramid = valueOf(m_jobs->preview(id));
        QVERIFY(pyramid->descriptor().layout.size().width() > 0);
        QVERIFY(valueOf(pyramid->tile({0, 0, 0})).startsWith("\xff\xd8")); // a JPEG
    }

    void whatWaitsIsSteered()
    {
        checkOk(m_jobs->setQueuePaused(true));
        QVERIFY(valueOf(m_jobs->queue()).isPaused);
        const QString first = submit(u"in/a.jpg"_s);
        const QString second = submit(u"in/a.jpg"_s);

        checkOk(m_jobs->move(second, QueueMove::Top));
        QVERIFY(jobOf(second).place < jobOf(first).place);
        ConversionOptions options = jobOf(first).request.options;
        options.quality = 33;
        checkOk(m_jobs->setOptions(first, options));
        QCOMPARE(jobOf(first).request.options, options);
        checkOk(m_jobs->pause(first));
        QCOMPARE(jobOf(first).state, JobState::Paused);
        checkOk(m_jobs->resume(first));
        QCOMPARE(jobOf(first).state, JobState::Waiting);
        for (const QString &id : {first, second}) {
            QCOMPARE(valueOf(m_jobs->cancel(id)), CancelOutcome::Cancelled);
            checkOk(m_jobs->remove(id));
            QVERIFY(jobOf(id).id.isEmpty());
        }
    }

    void aFailedJobRunsAgainWithATokenOfItsUser()
    {
        const QString id = submit(u"in/none.jpg"_s);
        QTRY_COMPARE_WITH_TIMEOUT(jobOf(id).state, JobState::Failed, patience);
        QCOMPARE(jobOf(id).error->code, ErrorCode::NotFound);
        QVERIFY(m_service.put(u"in/none.jpg"_s, jpegImage(QSize(64, 64))));

        const Result<void> without = m_jobs->retry(id, Secret());
        QVERIFY(!without);
        QCOMPARE(without.error().code, ErrorCode::AuthExpired);
        checkOk(m_jobs->retry(id, Secret("editor-token")));

        QTRY_COMPARE_WITH_TIMEOUT(jobOf(id).state, JobState::Done, patience);
    }

    void whatOthersRemoveIsGoneHereToo()
    {
        const QString id = submit(u"in/a.jpg"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isTerminal(jobOf(id).state), patience);
        const qint64 seen = valueOf(m_jobs->changes(0, 500)).revision;
        RemoteJobs another(valueOf(normalServerUrl(m_service.server.url().toString())),
                           Secret("editor-token")); // whose job it is

        checkOk(another.remove(id));

        QCOMPARE(valueOf(m_jobs->changes(seen, 500)).removed, QStringList{id});
    }

    void whoWorksThereIsKnown()
    {
        const QList<WorkerInfo> workers = valueOf(m_jobs->workers());

        QCOMPARE(workers.size(), 1);
        QVERIFY(!workers.first().name.isEmpty());
        QVERIFY(workers.first().capacity.value(Stage::Process) > 0);
        QVERIFY(workers.first().startedAt > 0);
        QVERIFY(workers.first().seenAt >= workers.first().startedAt);
    }

    void othersSeeNothing()
    {
        RemoteJobs viewers(valueOf(normalServerUrl(m_service.server.url().toString())),
                           Secret("viewer-token"));
        const QString id = submit(u"in/a.jpg"_s);

        const Result<JobChanges> list = viewers.changes(0, 10);
        const Result<QStringList> log = viewers.log(id);

        const Result<QList<WorkerInfo>> workers = viewers.workers();
        QVERIFY(!workers);
        QCOMPARE(workers.error().code, ErrorCode::Forbidden);
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::Forbidden);
        QVERIFY(!log);
        QCOMPARE(log.error().code, ErrorCode::Forbidden);
    }
};

QTEST_GUILESS_MAIN(TestRemoteWindow)
#include "tst_remotewindow.moc"
