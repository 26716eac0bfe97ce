// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/archiveplace.h"
#include "core/pipeline/previews.h"
#include "core/pipeline/uploadstage.h"
#include "core/transfer/folderbucket.h"
#include "tests/support/resultvalue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

/// What exists, and what other jobs make, decides what becomes of a job, before hours of work.
class TestArchivePlace : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_root{};
    FolderBucket m_bucket{m_root.path()};

    bool write(const QString &name) const
    {
        QFile file(m_root.filePath(name));
        return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly)
            && file.write("earlier") > 0;
    }

    static JobRequest requestWith(ExistsPolicy policy)
    {
        return {.source = {{}, u"/images/s.tif"_s},
                .targetFolder = {u"b1"_s, u"out"_s},
                .options = {.exists = policy}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_root.path()).mkpath(u"b1"_s));
        QVERIFY(write(u"b2/out/s.tif.dzip"_s));
        QVERIFY(write(u"b2/out/s.tif (2).dzip"_s));
        QVERIFY(QDir(m_root.path()).mkpath(u"b3/s.tif.dzip"_s));
        QVERIFY(write(u"b4/s.tif.dzip"_s));
        QVERIFY(QDir(m_root.path()).mkpath(u"b4/s.tif (2).dzip"_s));
    }

    void thePolicyDecides_data()
    {
        using enum ExistsPolicy;
        QTest::addColumn<int>("policy");
        QTest::addColumn<QString>("bucket");
        QTest::addColumn<int>("copy"); // 0: an error; -1: one that will pass
        QTest::addColumn<bool>("isSkipped");
        QTest::addColumn<QStringList>("coming"); // what other jobs make
        const QStringList none;
        const QStringList first{u"b1/out/s.tif.dzip"_s};
        const QStringList third{u"b2/out/s.tif (3).dzip"_s};
        QTest::newRow("skip, free") << int(Skip) << u"b1"_s << 1 << false << none;
        QTest::newRow("skip, taken") << int(Skip) << u"b2"_s << 1 << true << none;
        QTest::newRow("skip, coming") << int(Skip) << u"b1"_s << -1 << false << first;
        QTest::newRow("rename, free") << int(Rename) << u"b1"_s << 1 << false << none;
        QTest::newRow("rename, taken twice") << int(Rename) << u"b2"_s << 3 << false << none;
        QTest::newRow("rename, coming") << int(Rename) << u"b1"_s << 2 << false << first;
        QTest::newRow("rename, both") << int(Rename) << u"b2"_s << 4 << false << third;
        QTest::newRow("replace, taken") << int(Replace) << u"b2"_s << 1 << false << none;
        QTest::newRow("replace, coming") << int(Replace) << u"b1"_s << 1 << false << first;
        QTest::newRow("fail, free") << int(Fail) << u"b1"_s << 1 << false << none;
        QTest::newRow("fail, taken") << int(Fail) << u"b2"_s << 0 << false << none;
        QTest::newRow("fail, coming") << int(Fail) << u"b1"_s << 0 << false << first;
    }

    void thePolicyDecides()
    {
        QFETCH(int, policy);
        QFETCH(int, copy);
        QFETCH(QString, bucket);
        QFETCH(QStringList, coming);
        JobRequest request = requestWith(static_cast<ExistsPolicy>(policy));
        request.targetFolder.bucket = bucket;
        QStringList reserved;
        const StepControl control{.reserve = [&](const QString &object) -> Result<bool> {
            if (!coming.contains(object))
                reserved << object;
            return !coming.contains(object);
        }};

        const Result<ArchivePlace> place = findBucketPlace(m_bucket, request, {}, control);

        QCOMPARE(place.has_value(), copy > 0);
        if (!place) {
            const QString says
                = coming.isEmpty() ? u"%1 exists already"_s : u"Another job makes %1"_s;
            QCOMPARE(place.error().code, copy == 0 ? ErrorCode::TargetExists : ErrorCode::Conflict);
            QCOMPARE(place.error().message, says.arg(request.target().text()));
            QCOMPARE(reserved, QStringList());
            return;
        }
        QCOMPARE(place->copy, copy);
        QTEST(place->isSkipped, "isSkipped");
        const QString made = copyName(request.target().text(), copy);
        const bool isMade = !place->isSkipped && !coming.contains(made);
        QCOMPARE(reserved, isMade ? QStringList{made} : QStringList());
    }

    void theSameOfFilesOfThisMachine_data()
    {
        using enum ExistsPolicy;
        QTest::addColumn<int>("policy");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("isComing"); // the name after those that are there
        QTest::addColumn<int>("copy"); // 0: an error
        QTest::addColumn<bool>("isSkipped");
        QTest::newRow("skip, free") << int(Skip) << u"b1"_s << false << 1 << false;
        QTest::newRow("skip, taken") << int(Skip) << u"b2/out"_s << false << 1 << true;
        QTest::newRow("skip, coming") << int(Skip) << u"b1"_s << true << 0 << false;
        QTest::newRow("rename, coming") << int(Rename) << u"b1"_s << true << 2 << false;
        QTest::newRow("rename, both") << int(Rename) << u"b2/out"_s << true << 4 << false;
        QTest::newRow("replace, both") << int(Replace) << u"b2/out"_s << true << 1 << false;
        QTest::newRow("fail, coming") << int(Fail) << u"b1"_s << true << 0 << false;
        QTest::newRow("skip, a folder") << int(Skip) << u"b3"_s << false << 0 << false;
        QTest::newRow("rename, a folder") << int(Rename) << u"b4"_s << false << 3 << false;
    }

    void theSameOfFilesOfThisMachine()
    {
        QFETCH(int, policy);
        QFETCH(QString, folder);
        QFETCH(bool, isComing);
        QFETCH(int, copy);
        JobRequest request = requestWith(static_cast<ExistsPolicy>(policy));
        request.targetFolder = {{}, m_root.filePath(folder)};
        const QString coming
            = copyName(request.target().path, folder == u"b1" ? 1 : 3); // b2 has two
        const StepControl control{.reserve = [&](const QString &path) -> Result<bool> {
            return !(isComing && path == coming);
        }};

        const Result<ArchivePlace> place = findLocalPlace(request, control);

        QCOMPARE(place.has_value(), copy > 0);
        QCOMPARE(place ? place->copy : 0, copy);
        QTEST(place && place->isSkipped, "isSkipped");
    }

    void aCopyTravelsInTheNameOfItsWorkFile_data()
    {
        QTest::addColumn<int>("copy");
        QTest::addColumn<QString>("name");
        QTest::newRow("the name itself") << 1 << u"out/s.tif.dzip"_s;
        QTest::newRow("the second") << 2 << u"out/s.tif (2).dzip"_s;
        QTest::newRow("the twelfth") << 12 << u"out/s.tif (12).dzip"_s;
    }

    void aNameMayHoldAnything()
    {
        QCOMPARE(copyName(u"out/100%1 %2.tif.dzip"_s, 2), u"out/100%1 %2.tif (2).dzip"_s);
    }

    void aCopyTravelsInTheNameOfItsWorkFile()
    {
        QFETCH(int, copy);
        QTEST(copyName(u"out/s.tif.dzip"_s, copyOfWorkFile(u"job/3/"_s + workFileOfCopy(copy))),
              "name");
    }

    void aRenamedArchiveIsUploadedUnderItsName()
    {
        QTemporaryDir work;
        const Workspace workspace(work.path());
        const Claim claim{.jobId = u"job"_s,
                          .epoch = 1,
                          .stage = Stage::Upload,
                          .request = requestWith(ExistsPolicy::Rename)};
        const QString file = valueOf(workspace.folderFor(claim)) + u'/' + workFileOfCopy(4);
        QFile archive(file);
        QVERIFY(archive.open(QIODevice::WriteOnly) && archive.write("archive") > 0);
        archive.close();
        Claim upload = claim;
        upload.artifact = {.path = workspace.relativePath(file), .bytes = 7};

        QString reserved;
        const StepControl control{.reserve = [&](const QString &object) -> Result<bool> {
            reserved = object;
            return true;
        }};
        const UploadStore uploads(work.path(), {}, systemClock());
        const Previews previews(workspace, uploads, work.filePath(u"previews"_s));
        const StageOutput output = valueOf(
            UploadStage(m_bucket, workspace, previews).run(upload, {}, work.path(), control));

        QCOMPARE(reserved, u"b1/out/s.tif (4).dzip"_s);
        QCOMPARE(output.result, u"Uploaded to b1/out/s.tif (4).dzip"_s);
        QVERIFY(QFile::exists(m_root.filePath(u"b1/out/s.tif (4).dzip"_s)));
    }
};

QTEST_GUILESS_MAIN(TestArchivePlace)
#include "tst_archiveplace.moc"
