// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/sampleimages.h"
#include "tests/integration/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

/// `createzoom watch`, from outside.
class TestWatch : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder{};
    std::unique_ptr<QProcess> m_process{};
    QByteArray m_output{};

    bool write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly)
            && file.write(bytes) == bytes.size();
    }

    bool start(const QStringList &options = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, m_folder->filePath(u"data"_s));
        m_output.clear();
        m_process = std::make_unique<QProcess>();
        m_process->setProcessEnvironment(environment);
        m_process->setWorkingDirectory(m_folder->path());
        m_process->start(programPath(u"createzoomd"_s),
                         QStringList{u"watch"_s, u"in"_s, u"--still-for"_s, u"0"_s, u"--json"_s}
                             + options);
        return m_process->waitForStarted();
    }

    /// The lines of ended conversions so far: "done s1.tif".
    QStringList ended()
    {
        m_output += m_process->readAllStandardOutput();
        QStringList lines;
        for (const QByteArray &line : m_output.split('\n')) {
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            const QString event = json.value(u"event").toString();
            if (event == u"done" || event == u"error")
                lines << event + u' ' + json.value(u"source").toString().section(u'/', -1);
        }
        return lines;
    }

    int terminate()
    {
        ::kill(static_cast<pid_t>(m_process->processId()), SIGTERM);
        return m_process->waitForFinished() ? m_process->exitCode() : -1;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(write(u"in/s1.tif"_s, tiffImage({300, 200})));
    }

    void cleanup() { m_process.reset(); }

    void imagesAreConvertedAsTheyArrive()
    {
        QVERIFY(start());
        QTRY_COMPARE_WITH_TIMEOUT(ended(), QStringList{u"done s1.tif"_s}, 30'000);

        QVERIFY(write(u"in/deep/s2.jpg"_s, jpegImage({200, 300})));
        QTRY_COMPARE_WITH_TIMEOUT(ended().size(), 2, 30'000);

        QVERIFY(QFile::exists(m_folder->filePath(u"in/s1.tif.dzip"_s)));
        QVERIFY(QFile::exists(m_folder->filePath(u"in/deep/s2.jpg.dzip"_s)));
        QCOMPARE(terminate(), 0);
    }

    void eachIsTakenOnceAlsoAfterARestart()
    {
        QVERIFY(write(u"in/cut.jpg"_s, jpegImage({500, 700}).left(9000)));
        QVERIFY(start({u"-o"_s, u"out"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(ended().size(), 2, 30'000);
        QVERIFY(ended().contains(u"error cut.jpg"));
        QCOMPARE(terminate(), 0);
        QVERIFY(QFile::remove(m_folder->filePath(u"out/s1.tif.dzip"_s)));

        QVERIFY(start({u"-o"_s, u"out"_s}));
        QVERIFY(write(u"in/s2.jpg"_s, jpegImage({200, 300})));
        QTRY_COMPARE_WITH_TIMEOUT(ended(), QStringList{u"done s2.jpg"_s}, 30'000);
        QCOMPARE(terminate(), 0);
    }

    void archivesGoToABucket()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"buckets/lab"_s));
        QVERIFY(start({u"-o"_s,
                       u"bucket:lab/zoom"_s,
                       u"--bucket-url"_s,
                       u"file://"_s + m_folder->filePath(u"buckets"_s)}));
        QTRY_COMPARE_WITH_TIMEOUT(ended(), QStringList{u"done s1.tif"_s}, 30'000);

        QVERIFY(QFile::exists(m_folder->filePath(u"buckets/lab/zoom/s1.tif.dzip"_s)));
        QCOMPARE(terminate(), 0);
    }

    void itRefusesWhatCannotBeWatched_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("a file") << QStringList{u"in/s1.tif"_s};
        QTest::newRow("two") << QStringList{u"in"_s, u"in"_s};
        QTest::newRow("one archive for all") << QStringList{u"in"_s, u"-o"_s, u"x.dzip"_s};
        QTest::newRow("no such option") << QStringList{u"in"_s, u"--colour"_s};
    }

    void itRefusesWhatCannotBeWatched()
    {
        QFETCH(QStringList, arguments);
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start(programPath(u"createzoomd"_s), QStringList{u"watch"_s} + arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
    }
};

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
