// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/processstage.h"
#include "core/transfer/folderbucket.h"
#include "tests/support/resultvalue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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
};

QTEST_GUILESS_MAIN(TestProcessStage)
#include "tst_processstage.moc"
