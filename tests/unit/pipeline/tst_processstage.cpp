// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/freespace.h"
#include "core/pipeline/processstage.h"
#include "core/transfer/folderbucket.h"
#include "tests/support/resultvalue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>
#include <sys/stat.h>
#include <thread>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

/// The child that converts is played by a shell script.
class TestProcessStage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    FolderBucket m_bucket{u"/nowhere"_s};

    QString path(const QString &name) const { return m_folder->filePath(name); }

    bool write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly)
            && file.write(bytes) == bytes.size()
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QStringList archives() const
    {
        return QDir(path(u"out"_s)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    Claim localClaim() const
    {
        return {.jobId = u"job"_s,
                .epoch = 3,
                .stage = Stage::Process,
                .request
                = {.source = {{}, path(u"x.tif"_s)}, .targetFolder = {{}, path(u"out"_s)}}};
    }

    /// Of an image of so many bytes that was downloaded.
    Claim bucketClaim(const QString &jobId, qint64 bytes)
    {
        const QString source = jobId + u"/1/source"_s;
        write(u"work/"_s + source, {});
        QFile::resize(path(u"work/"_s + source), bytes); // takes no room
        return {.jobId = jobId,
                .epoch = 2,
                .stage = Stage::Process,
                .request = {.source = {u"b"_s, u"x.tif"_s}, .targetFolder = {u"b"_s, u"out"_s}},
                .artifact = {.path = source, .bytes = bytes}};
    }

    /// The folder in which the program runs; it may write in no other.
    QString inFolderOf(const Claim &claim, const QString &name) const
    {
        return valueOf(m_workspace->folderFor(claim)) + u'/' + name;
    }

    Result<StageOutput> runOn(ProcessStage &stage, const Claim &claim) const
    {
        return stage.run(claim, {}, valueOf(m_workspace->folderFor(claim)), {});
    }

    /// `script` is the program that is to convert.
    Result<StageOutput> run(const Claim &claim, const QByteArray &script)
    {
        if (!write(u"child.sh"_s, "#!/bin/sh\n" + script))
            return Error{ErrorCode::Internal, u"the test's script cannot be written"_s};
        ProcessStage stage(m_bucket, *m_workspace, {.program = path(u"child.sh"_s)});
        return stage.run(claim, {}, valueOf(m_workspace->folderFor(claim)), {});
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = std::make_unique<Workspace>(path(u"work"_s));
        QVERIFY(write(u"x.tif"_s, "image"));
    }

    // The program was killed, and with it the child that was writing beside the user's archive.
    void whatEarlierClaimsLeftIsRemoved()
    {
        QVERIFY(write(u"out/.createzoom-job-1.part"_s, "half"));
        QVERIFY(write(u"out/.createzoom-job-2.part"_s, "half"));
        QVERIFY(write(u"out/.createzoom-other-1.part"_s, "of a job that runs"));
        QVERIFY(write(u"out/mine.txt"_s, "the user's"));

        QVERIFY(!run(localClaim(), "exit 1"));

        QCOMPARE(archives(), (QStringList{u".createzoom-other-1.part"_s, u"mine.txt"_s}));
    }

    // The child would find its own name only when the other archive is there.
    void archiveTakesTheNextNameWhereAnotherJobMakesTheFirst()
    {
        Claim claim = localClaim();
        claim.request.options.exists = ExistsPolicy::Rename;
        QVERIFY(write(u"child.sh"_s, "#!/bin/sh\necho \"$@\" > said\nexit 1"));
        ProcessStage stage(m_bucket, *m_workspace, {.program = path(u"child.sh"_s)});
        const QString first = claim.request.target().path;
        const StepControl control{.reserve = [&](const QString &archive) -> Result<bool> {
            return archive != first;
        }};

        QVERIFY(!stage.run(claim, {}, valueOf(m_workspace->folderFor(claim)), control));

        QFile said(inFolderOf(claim, u"said"_s));
        QVERIFY(said.open(QIODevice::ReadOnly));
        const QString output = u"--output="_s + first.chopped(5) + u" (2).dzip"_s;
        QVERIFY(said.readAll().contains(output.toUtf8()));
    }

    // Where the window mirrors a tree of folders.
    void targetsFolderIsMadeWhereItIsMissing()
    {
        Claim claim = localClaim();
        claim.request.targetFolder.path = path(u"new/sub"_s);
        const QByteArray made = path(u"new/sub/made"_s).toUtf8();

        QVERIFY(!run(claim, "echo x > '" + made + "'\nexit 1"));

        QVERIFY(QFile::exists(QString::fromUtf8(made)));
    }

    // A slide of several files, some of them on another disk.
    void linksBesideTheImageAreFollowed()
    {
        QVERIFY(write(u"elsewhere/pixels"_s, "pixels\n"));
        QVERIFY(write(u"slides/x.vms"_s, "index"));
        QVERIFY(QFile::link(path(u"elsewhere/pixels"_s), path(u"slides/x.jpg"_s)));
        Claim claim = localClaim();
        claim.request.source.path = path(u"slides/x.vms"_s);

        QVERIFY(!run(claim, "cat '" + path(u"slides/x.jpg"_s).toUtf8() + "' > seen\nexit 1"));

        QCOMPARE(QFileInfo(inFolderOf(claim, u"seen"_s)).size(), 7);
    }

    // An image that becomes larger than all that is free: once is enough to know.
    void archiveThatOutgrewTheDiskIsNotBegunAgain()
    {
        QVERIFY(write(u"child.sh"_s, "#!/bin/sh\necho x >> begun\nkill -XFSZ $$\n"));
        ProcessStage stage(m_bucket, *m_workspace, {.program = path(u"child.sh"_s)});
        const Claim claim = bucketClaim(u"job"_s, 1000);

        for (int i = 0; i < 3; ++i)
            QCOMPARE(runOn(stage, claim).error().code, ErrorCode::DiskFull);

        const Claim other = bucketClaim(u"other"_s, 1000);
        QCOMPARE(runOn(stage, other).error().code, ErrorCode::DiskFull);
        for (const Claim &begun : {claim, other})
            QCOMPARE(QFileInfo(inFolderOf(begun, u"begun"_s)).size(), 2);
    }

    // Each finds the same bytes free before the other one has written any.
    void conversionsAtATimeAreNotPromisedTheSameRoom()
    {
        QVERIFY(write(u"child.sh"_s, "#!/bin/sh\necho > begun\nread x < goes-on\nexit 1\n"));
        ProcessStage stage(m_bucket, *m_workspace, {.program = path(u"child.sh"_s)});
        const qint64 most = freeBytesIn(m_folder->path()).value_or(0) / 5 * 3;
        const Claim first = bucketClaim(u"first"_s, most);
        const Claim second = bucketClaim(u"second"_s, most);
        for (const QString &pipe : {u"begun"_s, u"goes-on"_s})
            QCOMPARE(::mkfifo(inFolderOf(first, pipe).toUtf8().constData(), 0600), 0);

        std::optional<Error> failure;
        std::thread other([&] { failure = runOn(stage, first).error(); });
        QFile begun(inFolderOf(first, u"begun"_s));
        QVERIFY(begun.open(QIODevice::ReadOnly)); // once the first one's program has
        const Result<StageOutput> refused = runOn(stage, second);
        QFile goesOn(inFolderOf(first, u"goes-on"_s));
        QVERIFY(goesOn.open(QIODevice::WriteOnly));
        goesOn.close();
        other.join();

        QCOMPARE(refused.error().code, ErrorCode::DiskFull);
        QCOMPARE(failure->code, ErrorCode::Internal); // it ended without an answer
    }
};

QTEST_GUILESS_MAIN(TestProcessStage)
#include "tst_processstage.moc"
