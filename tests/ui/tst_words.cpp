// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplejobs.h"
#include "tests/ui/spoken.h"
#include "ui/errortext.h"
#include "ui/jobcolumns.h"
#include "ui/jobtext.h"
#include "ui/symbolicicon.h"
#include "ui/tone.h"

#include <QDir>
#include <QGuiApplication>
#include <QPalette>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

constexpr int lastCode = int(ErrorCode::Internal);

QString stepsText(const Job &job)
{
    static const QString marks = u".>#x"_s; // Pending Active Finished Failed
    QStringList texts;
    for (const StepLook &step : stepsOf(job))
        texts << step.name + marks.at(int(step.state));
    return texts.join(u' ');
}

bool hasInk(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 0)
                return true;
        }
    }
    return false;
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizesHaveTwoDigits_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("not known") << qint64{0} << QString();
        QTest::newRow("338 B") << qint64{338} << u"338 bytes"_s;
        QTest::newRow("10 kB") << qint64{10'000} << u"10 kB"_s;
        QTest::newRow("1.4 MB") << qint64{1'357'000} << u"1.4 MB"_s;
        QTest::newRow("14 MB") << qint64{13'570'000} << u"14 MB"_s;
        QTest::newRow("1.3 GB") << qint64{1'310'000'000} << u"1.3 GB"_s;
        QTest::newRow("43 GB") << qint64{42'700'000'000} << u"43 GB"_s;
        QTest::newRow("2.5 TB") << qint64{2'500'000'000'000} << u"2.5 TB"_s;
    }

    void sizesHaveTwoDigits()
    {
        QFETCH(qint64, bytes);

        QTEST(bytesText(bytes), "text");
    }

    void everyErrorHasWords_data()
    {
        QTest::addColumn<ErrorCode>("code");
        for (int code = 0; code <= lastCode; ++code)
            QTest::newRow(qPrintable(errorName(ErrorCode(code)))) << ErrorCode(code);
    }

    void everyErrorHasWords()
    {
        QFETCH(ErrorCode, code);

        const ErrorText text = errorText({code, u"Reading s1.tif failed"_s});

        QCOMPARE(text.what, u"Reading s1.tif failed."_s);
        QVERIFY(!text.remedy.isEmpty());
        QVERIFY(!shortReason(code).isEmpty());
        QVERIFY(code == ErrorCode::Internal
                || shortReason(code) != shortReason(ErrorCode::Internal));
    }

    void anErrorInALineSaysWhatWhyAndWhatToDo()
    {
        const QString line = errorLine({ErrorCode::DiskFull, u"s1.tif was not written"_s});

        QCOMPARE(line,
                 u"s1.tif was not written. There is not enough free space for the archive. "
                 "Free some space; the job goes on by itself."_s);
    }

    void stepsShowHowFarAJobIs_data()
    {
        QTest::addColumn<Job>("job");
        QTest::addColumn<QString>("steps");

        Job job = localJob(u"a"_s, u"a"_s);
        QTest::newRow("local, waits") << job << u"Pyramid. Pack."_s;
        job.state = JobState::Running;
        QTest::newRow("local, builds") << job << u"Pyramid> Pack."_s;
        job.step.phase = StepProgress::Phase::Packing;
        QTest::newRow("local, packs") << job << u"Pyramid# Pack>"_s;
        job.state = JobState::Failed;
        QTest::newRow("local, failed to pack") << job << u"Pyramid# Packx"_s;

        job = bucketJob(u"b"_s, u"b"_s, JobState::Running);
        QTest::newRow("bucket, gets") << job << u"Get> Pyramid. Pack. Send."_s;
        job.stage = Stage::Upload;
        QTest::newRow("bucket, sends") << job << u"Get# Pyramid# Pack# Send>"_s;
        job.state = JobState::Done;
        QTest::newRow("bucket, done") << job << u"Get# Pyramid# Pack# Send#"_s;
    }

    void stepsShowHowFarAJobIs()
    {
        QFETCH(Job, job);
        QFETCH(QString, steps);

        QCOMPARE(stepsText(job), steps);
    }

    void theStateOfAJobIsInWords_data()
    {
        QTest::addColumn<Job>("job");
        QTest::addColumn<QString>("words");

        Job job = localJob(u"a"_s, u"a"_s, JobState::Failed);
        QTest::newRow("failed, with the reason") << job << u"Failed: damaged"_s;
        job = localJob(u"a"_s, u"a"_s, JobState::Blocked);
        QTest::newRow("blocked, with the reason") << job << u"Blocked: disk full"_s;
        job = localJob(u"a"_s, u"a"_s, JobState::Stopping);
        job.foreignState = u"dreaming"_s;
        QTest::newRow("of a newer server") << job << u"dreaming"_s;
        job = localJob(u"a"_s, u"a"_s, JobState::Done);
        QTest::newRow("done") << job << u"Done"_s;
        job.warnings << u"plane 1 of 15"_s;
        QTest::newRow("done with warnings") << job << u"Done with warnings"_s;
    }

    void theStateOfAJobIsInWords()
    {
        QFETCH(Job, job);
        QFETCH(QString, words);

        QCOMPARE(stateLook(job).words, words);
    }

    void tonesAreReadableOnLightAndDark_data()
    {
        QTest::addColumn<QColor>("base");
        QTest::addColumn<QColor>("text");
        QTest::newRow("white") << QColor(0xffffff) << QColor(Qt::black);
        QTest::newRow("light grey") << QColor(0xf0f0f0) << QColor(Qt::black);
        QTest::newRow("dark grey") << QColor(0x353535) << QColor(Qt::white);
        QTest::newRow("black") << QColor(Qt::black) << QColor(Qt::white);
    }

    void tonesAreReadableOnLightAndDark()
    {
        QFETCH(QColor, base);
        QFETCH(QColor, text);
        QPalette palette;
        palette.setColor(QPalette::Base, base);
        palette.setColor(QPalette::Text, text);

        for (const Tone tone :
             {Tone::Neutral, Tone::Accent, Tone::Success, Tone::Warning, Tone::Error})
            QVERIFY2(contrastOf(toneColor(tone, palette), base) >= 4.5,
                     qPrintable(u"tone %1: %2"_s.arg(int(tone)).arg(
                         contrastOf(toneColor(tone, palette), base))));
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrastOf(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastOf(Qt::white, Qt::white), 1.0);
    }

    void eachDrawingShowsSomething_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file.chopped(4);
        for (const JobState state : allStates)
            QTest::newRow(qPrintable(stateName(state)))
                << stateLook(localJob(u"a"_s, u"a"_s, state)).icon;
    }

    void eachDrawingShowsSomething()
    {
        QFETCH(QString, name);

        QVERIFY(hasInk(symbolicIcon(name).pixmap(16, 16).toImage()));
    }

    void aDrawingFollowsThePalette()
    {
        const QPalette before = QGuiApplication::palette();
        const QIcon icon = symbolicIcon(u"state-stopping"_s);
        const QImage light = icon.pixmap(16, 16).toImage();
        QPalette dark = before;
        dark.setColor(QPalette::Base, Qt::black);
        dark.setColor(QPalette::Text, Qt::white);

        QGuiApplication::setPalette(dark);
        const QImage onDark = icon.pixmap(16, 16).toImage();
        QGuiApplication::setPalette(before);

        QVERIFY(light != onDark);
    }

    void whyAJobStandsStillIsSaid_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("sentence");
        const QString known = u"Waiting for memory that other conversions use"_s;
        QTest::newRow("English") << u"en"_s << known << u"Running: Pyramid, 0 %. "_s + known;
        QTest::newRow("German") << u"de"_s << known
                                << u"Läuft: Pyramide, 0 %. Wartet auf Arbeitsspeicher, den andere "
                                   "Konvertierungen belegen"_s;
        QTest::newRow("none") << u"en"_s << QString() << u"Running: Pyramid, 0 %"_s;
        QTest::newRow("not known") << u"de"_s << u"Flux"_s << u"Läuft: Pyramide, 0 %. Flux"_s;
    }

    void whyAJobStandsStillIsSaid()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, message);
        const Spoken spoken(language);
        Job job = localJob(u"1"_s, u"s1.tif"_s, JobState::Running);
        job.progress = 0;
        job.step.message = message;

        QTEST(stateSentence(job), "sentence");
    }
};

QTEST_MAIN(TestWords)
#include "tst_words.moc"
