// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/freespace.h"
#include "core/pipeline/downloadstage.h"
#include "tests/support/resultvalue.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <utility>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Far more than the free space of a disk changes by while a test runs.
constexpr qint64 objectSize = 100'000'000'000;

/// Has objects of that size and none of their bytes.
class HollowBucket final : public Bucket
{
public:
    std::function<void(const StepControl &)> duringDownload{}; ///< of the next one alone
    Location refused{};

    Result<void>
    checkAccess(const Location &object, Access access, const Secret &, const StepControl &) override
    {
        if (access == Access::Write && object == refused)
            return Error{ErrorCode::Forbidden, u"a folder has that name"_s};
        return {};
    }
    Result<ObjectInfo> stat(const Location &, const Secret &, const StepControl &) override
    {
        return ObjectInfo{.bytes = objectSize};
    }
    Result<ReceivedFile>
    download(const Location &, const QString &, const Secret &, const StepControl &control) override
    {
        if (const auto deed = std::exchange(duringDownload, {}))
            deed(control);
        return ReceivedFile{.bytes = objectSize};
    }
    Result<void> upload(const QString &,
                        const QString &,
                        const Location &,
                        const Secret &,
                        const StepControl &) override
    {
        return {};
    }
    Result<QList<ObjectInfo>> list(const QString &,
                                   const QString &,
                                   const Secret &,
                                   const StepControl &,
                                   const ObjectsFound &) override
    {
        return QList<ObjectInfo>();
    }
    bool needsToken() const override { return false; }
};

} // namespace

class TestDownloadStage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<HollowBucket> m_bucket;

    /// A stage that may fill the disk by `sizes` objects.
    std::unique_ptr<DownloadStage> stageWithRoomFor(double sizes)
    {
        const qint64 floor = *freeBytesIn(m_root->path())
            - static_cast<qint64>(sizes * static_cast<double>(objectSize));
        return std::make_unique<DownloadStage>(*m_bucket, *m_workspace, floor);
    }

    Result<StageOutput> run(DownloadStage &stage, const QString &jobId, qint64 epoch = 1)
    {
        const Claim claim{.jobId = jobId,
                          .epoch = epoch,
                          .request = {.source = {u"b1"_s, u"x.tif"_s},
                                      .targetFolder = {u"b1"_s, u"out"_s},
                                      .options = {.exists = ExistsPolicy::Replace}}};
        return stage.run(claim, {}, valueOf(m_workspace->folderFor(claim)), {});
    }

private Q_SLOTS:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_bucket = std::make_unique<HollowBucket>();
        m_workspace = std::make_unique<Workspace>(m_root->path());
    }

    void aTargetThatCannotBeIsFoundBeforeTheDownload()
    {
        bool isDownloaded = false;
        m_bucket->duringDownload = [&](const StepControl &) {
            isDownloaded = true;
        };
        m_bucket->refused = {u"b1"_s, u"out/x.tif.dzip"_s};

        const Result<StageOutput> output = run(*stageWithRoomFor(10), u"a"_s);

        QVERIFY(!output);
        QCOMPARE(output.error().code, ErrorCode::Forbidden);
        QVERIFY(!isDownloaded);
    }

    void aDownloadNeedsRoomForAllOfItsJob_data()
    {
        QTest::addColumn<double>("sizes");
        QTest::addColumn<bool>("fits");
        QTest::newRow("none") << -1.0 << false;
        QTest::newRow("the source") << 1.5 << false;
        QTest::newRow("source and archive") << 2.5 << false;
        QTest::newRow("and some to spare") << 3.5 << true;
    }

    void aDownloadNeedsRoomForAllOfItsJob()
    {
        QFETCH(double, sizes);
        QFETCH(bool, fits);

        const Result<StageOutput> output = run(*stageWithRoomFor(sizes), u"a"_s);

        QCOMPARE(output.has_value(), fits);
        if (fits)
            return;
        QCOMPARE(output.error().code, ErrorCode::DiskFull);
        QVERIFY(output.error().message.contains(u"x.tif"));
        QVERIFY(!output.error().message.contains(m_root->path()));
    }

    void runningDownloadsKeepTheirRoom_data()
    {
        QTest::addColumn<qint64>("received"); ///< of the first, when the second comes
        QTest::addColumn<bool>("fits");
        QTest::newRow("all is still to come") << qint64{0} << false;
        QTest::newRow("the disk counts what is there") << objectSize << true;
    }

    void runningDownloadsKeepTheirRoom()
    {
        QFETCH(qint64, received);
        QFETCH(bool, fits);
        const std::unique_ptr<DownloadStage> stage = stageWithRoomFor(5.5);
        std::optional<Result<StageOutput>> second;
        m_bucket->duringDownload = [&](const StepControl &control) {
            control.report({StepProgress::Phase::Downloading, received, objectSize});
            second = run(*stage, u"b"_s);
        };

        QVERIFY(run(*stage, u"a"_s));

        QVERIFY(second);
        QCOMPARE(second->has_value(), fits);
        QVERIFY(run(*stage, u"b"_s, 2)); // the room of those that have ended is free
    }

    void whatAnEarlierClaimReceivedNeedsNoRoom()
    {
        const std::unique_ptr<DownloadStage> stage = stageWithRoomFor(2.5);
        QFile part(valueOf(m_workspace->folderFor({.jobId = u"a"_s, .epoch = 1})) + u"/source"_s);
        QVERIFY(part.open(QIODevice::WriteOnly) && part.resize(objectSize)); // of no blocks

        QVERIFY(run(*stage, u"a"_s, 2));
    }
};

QTEST_GUILESS_MAIN(TestDownloadStage)
#include "tst_downloadstage.moc"
