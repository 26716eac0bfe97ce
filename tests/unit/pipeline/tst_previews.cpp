// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/pyramidwriter.h"
#include "core/pipeline/previews.h"
#include "core/pipeline/targetfile.h"
#include "core/storage/sqlitejobengine.h"
#include "tests/support/fakeclock.h"
#include "tests/support/resultvalue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString jobId = u"0a8b31f4-0000-4000-8000-000000000001"_s;

enum class Place { Nowhere, HiddenBesideTarget, HiddenInWork, Target, Artifact, Kept };

} // namespace

Q_DECLARE_METATYPE(Place)

class TestPreviews : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<UploadStore> m_uploads;
    std::unique_ptr<Previews> m_previews;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    QString pathOf(Place place) const
    {
        const QString hidden = temporaryNameFor(jobId, 3);
        switch (place) {
        case Place::HiddenBesideTarget:
            return path(u"out/"_s + hidden);
        case Place::HiddenInWork:
            return path(u"work/%1/3/%2"_s.arg(jobId, hidden));
        case Place::Target:
            return path(u"out/x.tif.dzip"_s);
        case Place::Artifact:
            return path(u"work/%1/2/archive.dzip"_s.arg(jobId));
        case Place::Kept:
            return path(u"previews/%1.dzip"_s.arg(jobId));
        case Place::Nowhere:
            break;
        }
        return {};
    }

    /// An archive, as far as its end or without its directory.
    void write(const QString &file, bool isWhole) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        const PyramidLayout layout({1, 1}, 16, 1);
        const auto writer
            = PyramidWriter::create(ArchiveLayout::Dzip, file, u"x"_s, {layout, TileFormat::Jpeg});
        checkOk((*writer)->addTile({0, 0, 0}, "tile"));
        checkOk((*writer)->finish("{}"));
        if (isWhole)
            return;
        QFile archive(file);
        QVERIFY(archive.open(QIODevice::ReadWrite));
        const qsizetype third = archive.readAll().lastIndexOf("PK\x03\x04");
        QVERIFY(archive.resize(third));
    }

    Job job(JobState state, Stage stage, bool isBucket) const
    {
        Job job{.id = jobId, .state = state, .stage = stage, .epoch = 3};
        job.request.source = {isBucket ? u"b"_s : QString(), path(u"x.tif"_s)};
        job.request.targetFolder = {isBucket ? u"b"_s : QString(), path(u"out"_s)};
        if (stage == Stage::Upload && QFile::exists(pathOf(Place::Artifact)))
            job.artifact = {.path = m_workspace->relativePath(pathOf(Place::Artifact)),
                            .bytes = QFileInfo(pathOf(Place::Artifact)).size()};
        if (state == JobState::Done)
            job.result = isBucket ? u"Uploaded to b/x.dzip"_s : pathOf(Place::Target);
        return job;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = std::make_unique<Workspace>(path(u"work"_s));
        m_uploads = std::make_unique<UploadStore>(m_folder->path(), UploadLimits{}, systemClock());
        m_previews = std::make_unique<Previews>(*m_workspace, *m_uploads, path(u"previews"_s));
    }

    void thePyramidIsFoundWhereTheJobHasIt_data()
    {
        QTest::addColumn<Place>("place");
        QTest::addColumn<JobState>("state");
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<bool>("isBucket");
        QTest::addColumn<bool>("isGrowing");

        QTest::newRow("local, running")
            << Place::HiddenBesideTarget << JobState::Running << Stage::Process << false << true;
        QTest::newRow("bucket, running")
            << Place::HiddenInWork << JobState::Running << Stage::Process << true << true;
        QTest::newRow("bucket, uploading")
            << Place::Artifact << JobState::Running << Stage::Upload << true << false;
        QTest::newRow("bucket, waiting for its upload")
            << Place::Artifact << JobState::Waiting << Stage::Upload << true << false;
        QTest::newRow("local, done")
            << Place::Target << JobState::Done << Stage::Process << false << false;
        QTest::newRow("local, skipped")
            << Place::Target << JobState::Skipped << Stage::Process << false << false;
        QTest::newRow("bucket, done")
            << Place::Kept << JobState::Done << Stage::Upload << true << false;
    }
    void thePyramidIsFoundWhereTheJobHasIt()
    {
        QFETCH(const Place, place);
        QFETCH(const JobState, state);
        QFETCH(const Stage, stage);
        QFETCH(const bool, isBucket);
        QFETCH(const bool, isGrowing);
        write(pathOf(place), !isGrowing);

        const auto source = valueOf(m_previews->open(job(state, stage, isBucket)));

        QVERIFY(source);
        QCOMPARE(valueOf(source->tile({0, 0, 0})), QByteArray("tile"));
        QCOMPARE(source->isGrowing(), isGrowing);
    }

    void whereNothingIsASentenceSaysSo_data()
    {
        QTest::addColumn<JobState>("state");
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<bool>("isBucket");
        QTest::addColumn<QString>("sentence");

        QTest::newRow("waiting") << JobState::Waiting << Stage::Process << false << u"not begun"_s;
        QTest::newRow("downloading")
            << JobState::Running << Stage::Download << true << u"not begun"_s;
        QTest::newRow("just begun") << JobState::Running << Stage::Process << false << u"first"_s;
        QTest::newRow("failed") << JobState::Failed << Stage::Process << false << u"no archive"_s;
        QTest::newRow("moved away")
            << JobState::Done << Stage::Process << false << u"x.tif.dzip is no longer"_s;
        QTest::newRow("not kept") << JobState::Done << Stage::Upload << true << u"kept"_s;
    }
    void whereNothingIsASentenceSaysSo()
    {
        QFETCH(const JobState, state);
        QFETCH(const Stage, stage);
        QFETCH(const bool, isBucket);
        QFETCH(const QString, sentence);

        const auto source = m_previews->open(job(state, stage, isBucket));

        QVERIFY(!source);
        QCOMPARE(source.error().code, ErrorCode::NotFound);
        QVERIFY2(source.error().message.contains(sentence), qPrintable(source.error().message));
    }

    void picturesAreForNobodyElse()
    {
        write(path(u"a.dzip"_s), true);

        m_previews->keep(jobId, path(u"a.dzip"_s));

        QVERIFY(QFile::exists(pathOf(Place::Kept)));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(path(u"previews"_s)) & others));
    }

    void picturesStayAsLongAsTheirJob()
    {
        FakeClock clock;
        const auto engine = valueOf(SqliteJobEngine::open(m_folder->path(), {}, clock.clock()));
        const Job known = job(JobState::Waiting, Stage::Process, true);
        QVERIFY(engine->submit({known.id, known.request, {}}));
        write(path(u"a.dzip"_s), true);
        m_previews->keep(known.id, path(u"a.dzip"_s));
        m_previews->keep(u"forgotten"_s, path(u"a.dzip"_s));
        QFile cutOff(path(u"previews/forgotten.dzip.part"_s)); // by the end of the process
        QVERIFY(cutOff.open(QIODevice::WriteOnly));

        checkOk(m_previews->sweep(*engine));

        QCOMPARE(QDir(path(u"previews"_s)).entryList(QDir::Files),
                 QStringList{known.id + u".dzip"_s});
    }
};

QTEST_GUILESS_MAIN(TestPreviews)
#include "tst_previews.moc"
