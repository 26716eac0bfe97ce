// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/serverprocess.h"
#include "tests/integration/servicefixture.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

constexpr qint64 mebibyte = 1 << 20;
constexpr qint64 serverPeak = 64 * mebibyte;
const QByteArray outsideText = "this lies outside of every bucket";

/// What tests/tools/hostile_images.py expects of its images, by name: "fails" or "any".
QHash<QString, QString> readExpected(const QString &folder)
{
    QHash<QString, QString> outcomes;
    QFile list(folder + u"/expected.tsv"_s);
    if (!list.open(QIODevice::ReadOnly))
        return outcomes;
    for (const QByteArray &line : list.readAll().split('\n')) {
        const QList<QByteArray> fields = line.split('\t');
        if (fields.size() == 2)
            outcomes.insert(QString::fromUtf8(fields[0]), QString::fromUtf8(fields[1]));
    }
    return outcomes;
}

/// What is wrong with the end of a job that failed; empty when all is right.
QString flawOf(const QString &error, const QString &dataFolder)
{
    static const QRegularExpression program(
        u"signal \\d|exit code|ended without an answer|E_[A-Z]"_s);
    if (error.size() < 10 || !error.contains(u' '))
        return u"no sentence"_s;
    if (error.contains(dataFolder))
        return u"names a path of the server"_s;
    return error.contains(program) ? u"speaks to programmers"_s : QString();
}

} // namespace

/// Images that want to harm, all at once, on a real server with a folder as its bucket: each ends
/// in a picture or in a sentence, and nothing else happens.
class TestHostileImages : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_root;
    ServerProcess m_server;
    QHash<QString, QString> m_expected; ///< by name
    QHash<QString, QJsonObject> m_ended; ///< by name

    QString bucket() const { return m_root.filePath(u"buckets"_s); }

    bool makeImages()
    {
        QFile outside(m_root.filePath(u"outside.tif"_s));
        QProcess maker;
        maker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        maker.start(u"python3"_s,
                    {QStringLiteral(CREATEZOOM_SOURCE_DIR "/tests/tools/hostile_images.py"),
                     bucket() + u"/b1/in"_s});
        const bool isMade = maker.waitForFinished() && maker.exitCode() == 0;
        m_expected = readExpected(bucket() + u"/b1/in"_s);
        return isMade && outside.open(QIODevice::WriteOnly)
            && outside.write(outsideText) == outsideText.size();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(makeImages());
        QVERIFY2(m_expected.size() >= 200, qPrintable(QString::number(m_expected.size())));
        QVERIFY2(m_server.start({u"--bucket-url"_s,
                                 u"file://"_s + bucket(),
                                 u"--max-pixels"_s,
                                 u"100000000"_s,
                                 u"--memory"_s,
                                 u"1024"_s,
                                 u"--process-timeout"_s,
                                 u"60"_s,
                                 u"--process-workers"_s,
                                 u"2"_s,
                                 u"--running-per-user"_s,
                                 u"0"_s,
                                 u"--retry-delay"_s,
                                 u"0"_s}),
                 m_server.log().constData());
    }

    void everyOneEnds()
    {
        QHash<QString, QString> ids;
        for (auto image = m_expected.keyBegin(); image != m_expected.keyEnd(); ++image) {
            const QString id = m_server.submit(u"b1/in/"_s + *image, u"b1/out"_s);
            QVERIFY2(!id.isEmpty(), qPrintable(*image));
            ids.insert(*image, id);
        }
        for (auto job = ids.begin(); job != ids.end(); ++job)
            m_ended.insert(job.key(), m_server.waitForEnd(job.value(), 200));

        for (auto job = m_ended.begin(); job != m_ended.end(); ++job) {
            const QString status = job->value(u"status").toString();
            QVERIFY2(status == u"completed" || status == u"failed", qPrintable(job.key() + status));
        }
    }

    void everyOneEndsInAPictureOrASentence_data()
    {
        QTest::addColumn<QString>("name");
        for (auto image = m_expected.keyBegin(); image != m_expected.keyEnd(); ++image)
            QTest::newRow(qPrintable(*image)) << *image;
    }

    void everyOneEndsInAPictureOrASentence()
    {
        QFETCH(QString, name);
        const QJsonObject job = m_ended.value(name);
        const bool isPicture = job.value(u"status").toString() == u"completed";
        const QString error = job.value(u"error").toString();

        QVERIFY(QFile::exists(bucket() + u"/b1/out/%1.dzip"_s.arg(name)) == isPicture);
        QVERIFY2(!isPicture || m_expected.value(name) == u"any", "no picture can come of it");
        const QString flaw = isPicture ? QString() : flawOf(error, m_server.dataFolder());
        QVERIFY2(flaw.isEmpty(), qPrintable(flaw + u": "_s + error));
    }

    void thePicturesAreArchives()
    {
        const QDir out(bucket() + u"/b1/out"_s);
        QStringList archives;
        for (const QString &name :
             out.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
            archives << out.filePath(name);

        QVERIFY(archives.size() > 30);
        const QString last = archives.takeLast();
        QCOMPARE(judged(last, archives), QString());
    }

    void nothingElseHappens()
    {
        QTRY_COMPARE(m_server.workFiles(), QStringList());
        QFile outside(m_root.filePath(u"outside.tif"_s));
        QVERIFY(outside.open(QIODevice::ReadOnly));
        QCOMPARE(outside.readAll(), outsideText);
        QCOMPARE(
            QDir(m_root.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
            (QStringList{u"buckets"_s, u"outside.tif"_s}));
        QCOMPARE(QDir(bucket()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
                 QStringList{u"b1"_s});
        QVERIFY(QDir(m_server.dataFolder())
                    .entryList({u"core*"_s}, QDir::Files | QDir::Hidden)
                    .isEmpty());
        QCOMPARE(m_server.request("GET", u"/livez"_s).status, 200);
    }

    void theServersMemoryStaysSmall()
    {
        const qint64 peak = m_server.peakMemory();
        qInfo("peak memory of the server: %lld MiB; %lld images, %lld pictures",
              peak / mebibyte,
              qint64{m_expected.size()},
              qint64{QDir(bucket() + u"/b1/out"_s).entryList(QDir::Files).size()});

        QVERIFY(peak > 0);
#ifndef CREATEZOOM_SANITIZED
        QVERIFY2(peak < serverPeak, qPrintable(QString::number(peak)));
#endif
    }
};

QTEST_GUILESS_MAIN(TestHostileImages)
#include "tst_hostileimages.moc"
