// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobpictures.h"

#include "ui/viewer/smallpicture.h"

#include <QTimerEvent>

#include <algorithm>
#include <memory>

namespace createzoom {

namespace {

constexpr qsizetype mostBytes = qsizetype{24} << 20; ///< some thousand pictures
constexpr qsizetype bytesWithout = 1024; ///< of a job that has none
constexpr int picturePatience = 2000; ///< milliseconds: a picture grows, a server comes back

/// Others have none, which need not be asked for.
bool mayHavePicture(const Job &job)
{
    if (isTerminal(job.state))
        return job.state == JobState::Done || job.state == JobState::Skipped;
    return job.stage == Stage::Upload || (job.stage == Stage::Process && job.epoch > 0);
}

} // namespace

bool mayPreviewDiffer(const Job &before, const Job &after)
{
    return before.state != after.state || before.stage != after.stage || before.epoch != after.epoch
        || before.result != after.result;
}

JobPictures::JobPictures(JobBoard &board, QObject *parent)
    : QObject(parent)
    , m_board(board)
    , m_known(mostBytes)
{}

JobPictures::~JobPictures()
{
    for (Asker &asker : m_askers)
        asker.worker.end();
}

void JobPictures::want(const QList<Job> &jobs, QSize box)
{
    if (box != m_box)
        m_known.clear();
    m_box = box;
    m_wanted.clear();
    std::copy_if(jobs.begin(), jobs.end(), std::back_inserter(m_wanted), mayHavePicture);
    askNext();
}

QImage JobPictures::picture(const QString &jobId) const
{
    const Known *known = m_known.object(jobId);
    return known ? known->image : QImage();
}

void JobPictures::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_again.timerId())
        return QObject::timerEvent(event);
    m_again.stop();
    askNext();
}

bool JobPictures::isDue(const Job &job) const
{
    const bool isAsked = std::any_of(m_askers.begin(), m_askers.end(), [&](const Asker &asker) {
        return asker.jobId == job.id;
    });
    const Known *known = m_known.object(job.id);
    return !isAsked && (!known || known->again.hasExpired() || mayPreviewDiffer(known->job, job));
}

void JobPictures::askNext()
{
    for (Asker &asker : m_askers) {
        if (!asker.jobId.isEmpty())
            continue;
        const auto next = std::find_if(
            m_wanted.cbegin(), m_wanted.cend(), [this](const Job &job) { return isDue(job); });
        if (next == m_wanted.cend())
            return waitForDue();
        ask(asker, *next);
    }
}

/// Those that grow, and those of which a server gave no word.
void JobPictures::waitForDue()
{
    if (std::any_of(m_wanted.cbegin(), m_wanted.cend(), [this](const Job &job) {
            const Known *known = m_known.object(job.id);
            return known && !known->again.isForever();
        }))
        m_again.start(picturePatience, this);
}

void JobPictures::ask(Asker &asker, const Job &job)
{
    asker.jobId = job.id;
    asker.worker.post([this, &asker, job, box = m_box] {
        const Answer answer = answerOf(m_board, job.id, box);
        // Dropped when this is gone: its destructor has waited for this thread.
        QMetaObject::invokeMethod(
            this,
            [this, &asker, job, box, answer] {
                asker.jobId.clear();
                take(job, box, answer);
            },
            Qt::QueuedConnection);
    });
}

JobPictures::Answer JobPictures::answerOf(JobBoard &board, const QString &jobId, QSize box)
{
    Result<std::unique_ptr<TileSource>> opened = board.preview(jobId);
    if (!opened)
        return {.isFailed = opened.error().code != ErrorCode::NotFound};
    const std::shared_ptr<TileSource> source(std::move(*opened));
    const bool isGrowing = source->isGrowing(); // before its tiles: one may come meanwhile
    return {.image = smallPicture(source, box), .isGrowing = isGrowing};
}

void JobPictures::take(const Job &job, QSize box, const Answer &answer)
{
    if (box == m_box) {
        const QImage before = picture(job.id);
        auto *known = new Known{.job = job, .image = answer.isFailed ? before : answer.image};
        if (answer.isFailed || answer.isGrowing || !isTerminal(job.state))
            known->again.setRemainingTime(picturePatience);
        m_known.insert(job.id, known, bytesWithout + known->image.sizeInBytes());
        if (!before.isNull() || !known->image.isNull())
            Q_EMIT changed(job.id);
    }
    askNext();
}

} // namespace createzoom
