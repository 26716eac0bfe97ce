// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/sampleimages.h"
#include "tests/integration/servicefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using namespace createzoom::tests;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray output{};
    QByteArray errors{};
};

Outcome run(const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(programPath(u"createzoomd"_s), arguments);
    process.waitForFinished(60'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(),
            process.readAllStandardError()};
}

} // namespace

/// The command line as people type it.
class TestCommandLine : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    bool write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly)
            && file.write(bytes) == bytes.size();
    }

    QStringList filesIn(const QString &name = {}) const
    {
        return QDir(m_folder->filePath(name)).entryList(QDir::Files | QDir::Hidden);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(write(u"a.tif"_s, tiffImage({600, 400})));
        QVERIFY(write(u"b.jpg"_s, jpegImage({500, 700})));
        QVERIFY(write(u"cut.jpg"_s, jpegImage({500, 700}).left(9000)));
        QVERIFY(write(u"text.tif"_s, "no image"));
        QVERIFY(write(u"same/a.tif"_s, tiffImage({100, 100})));
        QVERIFY(write(u"art/d.svg"_s,
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"200\"/>"));
        QVERIFY(write(u"token"_s, "editor-token\n"));
        QVERIFY(QDir(m_folder->path()).mkdir(u"empty"_s));
    }

    void itsExitCodeSaysHowItWent_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("all done") << QStringList{u"convert"_s, u"a.tif"_s, u"b.jpg"_s} << 0
                                  << QByteArray("b.jpg.dzip");
        QTest::newRow("some failed")
            << QStringList{u"convert"_s, u"a.tif"_s, u"cut.jpg"_s} << 1 << QByteArray("cut.jpg");
        QTest::newRow("no image") << QStringList{u"convert"_s, u"text.tif"_s} << 1
                                  << QByteArray("text.tif");
        QTest::newRow("no input") << QStringList{u"convert"_s} << 2
                                  << QByteArray("No image is named");
        QTest::newRow("input not there")
            << QStringList{u"convert"_s, u"none.tif"_s} << 1 << QByteArray("no file none.tif");
        QTest::newRow("folder without images")
            << QStringList{u"convert"_s, u"empty"_s} << 1 << QByteArray("no image in the folder");
        QTest::newRow("unknown option")
            << QStringList{u"convert"_s, u"--colour"_s, u"a.tif"_s} << 2 << QByteArray("colour");
        QTest::newRow("quality out of range")
            << QStringList{u"convert"_s, u"--quality"_s, u"101"_s, u"a.tif"_s} << 2
            << QByteArray("quality must be");
        QTest::newRow("a drawing, its loader closed")
            << QStringList{u"convert"_s, u"art/d.svg"_s} << 1 << QByteArray("save it as PNG");
        QTest::newRow("a drawing, its loader open")
            << QStringList{u"convert"_s, u"art/d.svg"_s, u"--loaders"_s, u"openslide,svg"_s} << 0
            << QByteArray();
        QTest::newRow("no such loader")
            << QStringList{u"convert"_s, u"a.tif"_s, u"--loaders"_s, u"x"_s} << 2
            << QByteArray("loaders");
        QTest::newRow("no such preset")
            << QStringList{u"convert"_s, u"--preset"_s, u"x"_s, u"a.tif"_s} << 2
            << QByteArray("preset must be");
        QTest::newRow("two inputs, one output")
            << QStringList{u"convert"_s, u"a.tif"_s, u"same/a.tif"_s, u"-o"_s, u"out"_s} << 2
            << QByteArray("would both become");
        QTest::newRow("two inputs, one file")
            << QStringList{u"convert"_s, u"a.tif"_s, u"b.jpg"_s, u"-o"_s, u"x.dzip"_s} << 2
            << QByteArray("several images");
        QTest::newRow("output not writable")
            << QStringList{u"convert"_s, u"a.tif"_s, u"-o"_s, u"/proc/out"_s} << 1
            << QByteArray("/proc/out");
        QTest::newRow("bucket without token")
            << QStringList{u"convert"_s, u"a.tif"_s, u"-o"_s, u"bucket:b1/out"_s} << 2
            << QByteArray("--token-file");
        QTest::newRow("unknown verb")
            << QStringList{u"frobnicate"_s} << 2 << QByteArray("frobnicate");
        QTest::newRow("verify no archive")
            << QStringList{u"verify"_s, u"a.tif"_s} << 1 << QByteArray("a.tif");
        QTest::newRow("verify nothing")
            << QStringList{u"verify"_s} << 2 << QByteArray("createzoom verify FILE");
        QTest::newRow("thumbnail of nothing")
            << QStringList{u"thumbnail"_s} << 2 << QByteArray("an archive");
        QTest::newRow("thumbnail too large")
            << QStringList{u"thumbnail"_s, u"--size"_s, u"9999"_s, u"a.dzip"_s, u"a.png"_s} << 2
            << QByteArray("--size must be");
        QTest::newRow("thumbnail of no archive")
            << QStringList{u"thumbnail"_s, u"a.tif"_s, u"a.png"_s} << 1 << QByteArray("a.tif");
        QTest::newRow("version") << QStringList{u"--version"_s} << 0 << QByteArray("CreateZoom ");
        QTest::newRow("help of a verb")
            << QStringList{u"convert"_s, u"--help"_s} << 0 << QByteArray("--tile-size");
        QTest::newRow("bad setting") << QStringList{u"--queue-limit"_s, u"0"_s, u"--check-config"_s}
                                     << 2 << QByteArray("queue-limit must be");
        QTest::newRow("good settings")
            << QStringList{u"--queue-limit"_s, u"7"_s, u"--check-config"_s} << 0
            << QByteArray("right");
    }

    void itsExitCodeSaysHowItWent()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const Outcome outcome = run(arguments, m_folder->path());

        QTEST(outcome.exitCode, "exitCode");
        QVERIFY2((outcome.output + outcome.errors).contains(says),
                 (outcome.output + outcome.errors).constData());
    }

    void whatItMakesPassesTheJudge_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("judgeOptions");
        QTest::newRow("defaults")
            << QStringList{}
            << QStringList{
                   u"--format"_s, u"jpeg"_s, u"--tile-size"_s, u"254"_s, u"--overlap"_s, u"1"_s};
        QTest::newRow("png") << QStringList{u"--format"_s, u"png"_s}
                             << QStringList{u"--format"_s, u"png"_s};
        QTest::newRow("tiles") << QStringList{u"--tile-size=128"_s, u"--overlap=4"_s}
                               << QStringList{u"--tile-size"_s, u"128"_s, u"--overlap"_s, u"4"_s};
        QTest::newRow("segmentation")
            << QStringList{u"--preset"_s, u"segmentation"_s}
            << QStringList{u"--format"_s, u"png"_s, u"--overlap"_s, u"0"_s};
    }

    void whatItMakesPassesTheJudge()
    {
        QFETCH(QStringList, options);
        QFETCH(QStringList, judgeOptions);
        const Outcome outcome
            = run(QStringList{u"convert"_s, u"a.tif"_s, u"-o"_s, u"deep/er"_s} + options,
                  m_folder->path());

        QCOMPARE(outcome.exitCode, 0);
        const QString archive = m_folder->filePath(u"deep/er/a.tif.dzip"_s);
        QCOMPARE(judged(archive, judgeOptions + QStringList{u"--size"_s, u"600x400"_s}), QString());
        QCOMPARE(run({u"verify"_s, archive}, m_folder->path()).exitCode, 0);
        QVERIFY(run({u"info"_s, archive}, m_folder->path()).output.contains("600 x 400"));
        QCOMPARE(
            run({u"thumbnail"_s, u"-s"_s, u"64"_s, archive, u"t.png"_s}, m_folder->path()).exitCode,
            0);
        QVERIFY(filesIn().contains(u"t.png"_s));
    }

    void aFailureLeavesNothing()
    {
        QCOMPARE(run({u"convert"_s, u"cut.jpg"_s, u"-o"_s, u"out"_s}, m_folder->path()).exitCode,
                 1);
        QCOMPARE(filesIn(u"out"_s), QStringList());
    }

    void anExistingArchiveIsTreatedAsAsked_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("skip") << u"skip"_s << 0 << QStringList{u"a.tif.dzip"_s} << true;
        QTest::newRow("fail") << u"fail"_s << 1 << QStringList{u"a.tif.dzip"_s} << true;
        QTest::newRow("replace") << u"replace"_s << 0 << QStringList{u"a.tif.dzip"_s} << false;
        QTest::newRow("rename") << u"rename"_s << 0
                                << QStringList{u"a.tif (2).dzip"_s, u"a.tif.dzip"_s} << true;
    }

    void anExistingArchiveIsTreatedAsAsked()
    {
        QFETCH(QString, policy);
        QFETCH(bool, isKept);
        QVERIFY(write(u"out/a.tif.dzip"_s, "earlier"));
        const Outcome outcome = run(
            {u"convert"_s, u"a.tif"_s, u"-o"_s, u"out"_s, u"--exists"_s, policy}, m_folder->path());

        QTEST(outcome.exitCode, "exitCode");
        QTEST(filesIn(u"out"_s), "files");
        QFile file(m_folder->filePath(u"out/a.tif.dzip"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll() == "earlier", isKept);
        if (policy == u"rename")
            QCOMPARE(judged(m_folder->filePath(u"out/a.tif (2).dzip"_s)), QString());
    }

    void jsonLinesTellTheWholeStory()
    {
        const Outcome outcome
            = run({u"convert"_s, u"--json"_s, u"a.tif"_s, u"cut.jpg"_s}, m_folder->path());

        QStringList events;
        for (const QByteArray &line : outcome.output.trimmed().split('\n')) {
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            QVERIFY2(!json.isEmpty(), line.constData());
            const QString event = json.value(u"event").toString();
            if (event != u"progress")
                events << event;
            const bool isWhole = json.value(u"source").toString().endsWith(u"a.tif");
            if (event == u"done" || (event == u"start" && isWhole))
                QCOMPARE(json.value(u"width").toInt(), 600);
            if (event == u"error")
                QCOMPARE(json.value(u"code").toString(), u"E_DAMAGED"_s);
        }
        QCOMPARE(events, (QStringList{u"start"_s, u"done"_s, u"start"_s, u"error"_s}));
    }

    // One path with a typing mistake refused 500 others.
    void anInputThatIsNotThereHarmsNoOther()
    {
        const Outcome outcome = run({u"convert"_s,
                                     u"--json"_s,
                                     u"none.tif"_s,
                                     u"a.tif"_s,
                                     u"empty"_s,
                                     u"b.jpg"_s,
                                     u"-o"_s,
                                     u"out"_s},
                                    m_folder->path());

        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(filesIn(u"out"_s), (QStringList{u"a.tif.dzip"_s, u"b.jpg.dzip"_s}));
        QStringList missing;
        for (const QByteArray &line : outcome.output.trimmed().split('\n')) {
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            if (json.value(u"code").toString() == u"E_NOT_FOUND")
                missing << json.value(u"source").toString().section(u'/', -1);
        }
        QCOMPARE(missing, (QStringList{u"none.tif"_s, u"empty"_s}));
    }

    void aFolderIsSearchedForImages()
    {
        const Outcome outcome = run({u"convert"_s, u"same"_s, u"-o"_s, u"out"_s}, m_folder->path());

        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(filesIn(u"out"_s), QStringList{u"a.tif.dzip"_s});
    }

    void anInterruptEndsItWith130AndLeavesNothing()
    {
        QVERIFY(write(u"large.tif"_s, tiffImage({6000, 6000})));
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start(programPath(u"createzoomd"_s),
                      {u"convert"_s, u"--json"_s, u"large.tif"_s, u"-o"_s, u"out"_s});
        QVERIFY(process.waitForReadyRead(30'000)); // it is at work
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished());

        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(filesIn(u"out"_s), QStringList());
    }

    void anArchiveIsDeliveredToABucket()
    {
        BucketStandIn bucket;
        QVERIFY(bucket.makeBucket(u"b1"_s));
        const QStringList to{u"-o"_s,
                             u"bucket:b1/out/"_s,
                             u"--token-file"_s,
                             u"token"_s,
                             u"--bucket-url"_s,
                             bucket.apiUrl()};
        const Outcome first = run(QStringList{u"convert"_s, u"a.tif"_s} + to, m_folder->path());
        const Outcome again = run(QStringList{u"convert"_s, u"a.tif"_s} + to, m_folder->path());

        QVERIFY(QFile::remove(m_folder->filePath(u"a.tif"_s)));
        const Outcome gone = run(QStringList{u"convert"_s, u"a.tif"_s} + to, m_folder->path());

        QCOMPARE(gone.exitCode, 1);
        QCOMPARE(first.exitCode, 0);
        QCOMPARE(judged(bucket.root() + u"/b1/out/a.tif.dzip"_s), QString());
        QCOMPARE(again.exitCode, 0);
        QVERIFY(again.output.contains("skipped"));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
