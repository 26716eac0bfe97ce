// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobservice.h"
#include "tests/support/fakeclock.h"
#include "tests/ui/fakeengine.h"
#include "tests/ui/paintedtiles.h"
#include "tests/ui/samplejobs.h"
#include "ui/previewpane.h"
#include "ui/viewer/viewerwidget.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A service whose jobs have the picture, or the error, that the test sets.
class Board
{
public:
    Board()
        : m_service(m_engine,
                    m_secrets,
                    m_clock.clock(),
                    [this](const Job &) -> Result<std::unique_ptr<TileSource>> { return open(); })
    {}

    JobService &service() { return m_service; }
    void put(const Job &job) { m_engine.put(job); }
    void setError(const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        m_error = error;
    }
    void setPicture()
    {
        const std::lock_guard lock(m_mutex);
        m_error.reset();
    }
    int questions()
    {
        const std::lock_guard lock(m_mutex);
        return m_questions;
    }
    bool wasCalledOnGuiThread() const { return m_engine.wasCalledOnGuiThread(); }

private:
    Result<std::unique_ptr<TileSource>> open()
    {
        const std::lock_guard lock(m_mutex);
        ++m_questions;
        if (m_error)
            return *m_error;
        return std::unique_ptr<TileSource>(std::make_unique<PaintedTiles>());
    }

    tests::FakeClock m_clock;
    SecretBox m_secrets = *SecretBox::fromKeys(Secret("test:" + QByteArray(32, 'k').toBase64()));
    FakeEngine m_engine;
    std::mutex m_mutex; ///< guards what follows
    std::optional<Error> m_error{};
    int m_questions = 0;
    JobService m_service; ///< last: it uses the others
};

const Error nothing{ErrorCode::NotFound, u"not there"_s};

bool says(const PreviewPane &pane, const QString &words)
{
    const auto labels = pane.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

} // namespace

class TestPreviewPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePictureIsOpenedOffTheGuiThread()
    {
        Board board;
        const Job job = localJob(u"a"_s, u"a.tif"_s, JobState::Done);
        board.put(job);
        PreviewPane pane(board.service());
        pane.resize(500, 400);
        pane.show();
        QSignalSpy wanted(&pane, &PreviewPane::openInWindow);
        auto *button = pane.findChild<QPushButton *>();
        QVERIFY(!button->isEnabled());
        QVERIFY(says(pane, u"Select a job"_s));

        pane.showJob(job);
        QTRY_VERIFY(pane.viewer()->isVisible() && pane.viewer()->isOpen());
        button->click();

        QVERIFY(!board.wasCalledOnGuiThread());
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), job.id);
    }

    void whyThereIsNoPictureIsSaid_data()
    {
        QTest::addColumn<JobState>("state");
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<QString>("words");

        QTest::newRow("waiting") << JobState::Waiting << Stage::Process << u"appears here"_s;
        QTest::newRow("downloading") << JobState::Running << Stage::Download << u"downloaded"_s;
        QTest::newRow("begun") << JobState::Running << Stage::Process << u"first tiles"_s;
        QTest::newRow("failed") << JobState::Failed << Stage::Process << u"failed"_s;
        QTest::newRow("cancelled") << JobState::Cancelled << Stage::Process << u"cancelled"_s;
        QTest::newRow("moved away") << JobState::Done << Stage::Process << u"not there"_s;
    }
    void whyThereIsNoPictureIsSaid()
    {
        QFETCH(const JobState, state);
        QFETCH(const Stage, stage);
        QFETCH(const QString, words);
        Board board;
        board.setError(nothing);
        Job job = localJob(u"a"_s, u"a.tif"_s, state);
        job.stage = stage;
        board.put(job);
        PreviewPane pane(board.service());
        pane.show();

        pane.showJob(job);

        QTRY_VERIFY(says(pane, words));
    }

    void aRunningJobIsAskedUntilItHasAPicture()
    {
        Board board;
        board.setError(nothing);
        Job job = localJob(u"a"_s, u"a.tif"_s, JobState::Running);
        job.stage = Stage::Process;
        board.put(job);
        PreviewPane pane(board.service());
        pane.show();
        pane.showJob(job);
        QTRY_COMPARE(board.questions(), 1);

        board.setPicture();

        QTRY_VERIFY(pane.viewer()->isOpen());
    }

    // Jobs change four times a second; the picture is opened anew only where it may be another.
    void theViewStaysWhileTheJobGoesOn()
    {
        Board board;
        Job job = localJob(u"a"_s, u"a.tif"_s, JobState::Running);
        board.put(job);
        PreviewPane pane(board.service());
        pane.resize(500, 400);
        pane.show();
        pane.showJob(job);
        QTRY_VERIFY(pane.viewer()->isOpen());
        pane.viewer()->showPixels(2);
        const double scale = pane.viewer()->view().scale();

        job.progress = 50;
        pane.showJob(job);
        QCOMPARE(board.questions(), 1);
        job.state = JobState::Done;
        pane.showJob(job);
        QTRY_COMPARE(board.questions(), 2);
        QCoreApplication::processEvents();

        QVERIFY(pane.viewer()->isOpen());
        QCOMPARE(pane.viewer()->view().scale(), scale);
    }

    void nothingIsAskedWhileThePaneIsHidden()
    {
        Board board;
        const Job job = localJob(u"a"_s, u"a.tif"_s, JobState::Done);
        board.put(job);
        PreviewPane pane(board.service());

        pane.showJob(job);
        QCOMPARE(board.questions(), 0);
        pane.show();

        QTRY_VERIFY(pane.viewer()->isOpen());
    }

    void anotherJobsPictureDoesNotStay()
    {
        Board board;
        const Job first = localJob(u"a"_s, u"a.tif"_s, JobState::Done);
        const Job second = localJob(u"b"_s, u"b.tif"_s, JobState::Failed);
        board.put(first);
        board.put(second);
        PreviewPane pane(board.service());
        pane.show();
        pane.showJob(first);
        QTRY_VERIFY(pane.viewer()->isOpen());

        board.setError(nothing);
        pane.showJob(second);

        QVERIFY(!pane.viewer()->isOpen());
        QTRY_VERIFY(says(pane, u"failed"_s));
        pane.clear();
        QVERIFY(says(pane, u"Select a job"_s));
    }
};

QTEST_MAIN(TestPreviewPane)
#include "tst_previewpane.moc"
